import { Radio, Select } from 'antd';
import { useId } from 'react';
import { type ClaimSchema, useTypicalClaims } from '../api/claims.ts';
import { type Place, placesOn } from '../api/places.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { DayInput } from '../shell/day-input.tsx';
import { entriesOf } from './claim.ts';
import type { Calculation } from './claim-address.ts';
import { calculatorWords } from './words.ts';

interface ChoicesOf {
  readonly places: readonly Place[];
  readonly schema: ClaimSchema;
  readonly place: string;
  /** What was asked for: shown at once, also before its schema has come. */
  readonly asked: Calculation;
  readonly change: (changed: Partial<Calculation>) => void;
}

/** Whose rules, which date, which type of claim, and claims to begin with. */
export function Choices({ places, schema, place, asked, change }: ChoicesOf) {
  const { language } = useLanguage();
  const words = useWords(calculatorWords);
  const id = useId();
  const { date, type, types, form } = schema;
  const dateFact = form.facts.find((fact) => fact.id === form.dateFact);
  return (
    <>
      <div className="calculator-group">
        <div className="calculator-field">
          <label htmlFor={`${id}-place`}>{words.place}</label>
          <Select
            id={`${id}-place`}
            value={place}
            showSearch
            optionFilterProp="label"
            options={placesOn(places, date).map(({ code, name }) => ({ value: code, label: name[language] }))}
            onChange={(chosen) => change({ place: chosen })}
          />
        </div>
        <div className="calculator-field">
          <label htmlFor={`${id}-date`}>
            {dateFact === undefined ? words.date : words.dateNamed(dateFact.label[language])}
          </label>
          <DayInput id={`${id}-date`} value={asked.date ?? date} onDay={(day) => day !== '' && change({ date: day })} />
        </div>
        <Presets place={place} schema={schema} change={change} />
      </div>
      <div className="calculator-field">
        <Radio.Group
          aria-label={words.type}
          optionType="button"
          buttonStyle="solid"
          value={asked.type ?? type}
          options={types.map((one) => ({ value: one.type, label: one.label[language] }))}
          onChange={({ target }) => change({ type: String(target.value) })}
        />
      </div>
    </>
  );
}

type PresetsOf = Pick<ChoicesOf, 'place' | 'schema' | 'change'>;

/** The typical claims of a place, and what fills one in: on the day that the page is about, whose rules are looked at. */
function useFillingIn(place: string, schema: ClaimSchema, change: ChoicesOf['change']) {
  const { data: claims } = useTypicalClaims(place, schema.date);
  const fillIn = (chosen: string | null) => {
    const preset = claims?.find((one) => one.id === chosen);
    if (preset === undefined) return;
    const { claim } = preset;
    change({ date: schema.date, type: claim.type, entries: entriesOf(claim) });
  };
  return { claims, fillIn };
}

/** Where nothing is entered yet: typical claims of the type to begin with, in sight. */
export function BeginWith({ place, schema, change }: PresetsOf) {
  const { language } = useLanguage();
  const words = useWords(calculatorWords);
  const { claims, fillIn } = useFillingIn(place, schema, change);
  const ofType = (claims ?? []).filter(({ claim }) => claim.type === schema.type);
  if (ofType.length === 0) return null;
  return (
    <>
      <h2>{words.beginWith}</h2>
      <ul className="calculator-begin">
        {ofType.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={({ currentTarget }) => {
                // It goes with what it was in: whoever came by keyboard goes on where the result comes.
                currentTarget.closest('section')?.focus();
                fillIn(one.id);
              }}
            >
              {one.label[language]}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Typical claims to choose from. */
function Presets({ place, schema, change }: PresetsOf) {
  const { language } = useLanguage();
  const words = useWords(calculatorWords);
  const id = useId();
  const { claims, fillIn } = useFillingIn(place, schema, change);
  // Before they are known their place is kept, so that nothing moves under a finger.
  if (claims?.length === 0) return null;
  return (
    <div className="calculator-field">
      <label htmlFor={id}>{words.typical}</label>
      <Select
        id={id}
        value={null}
        placeholder={words.typicalChoose}
        disabled={claims === undefined}
        options={(claims ?? []).map((one) => ({ value: one.id, label: one.label[language] }))}
        onChange={fillIn}
      />
    </div>
  );
}
