import { Button } from 'antd';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type ClaimSchema, useClaimSchema, useSettlement } from '../api/claims.ts';
import { type Place, placeOf, usePlaces } from '../api/places.ts';
import { useSession } from '../api/session.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { DateChoice } from '../shell/date-choice.tsx';
import { Failure } from '../shell/failure.tsx';
import { isDayWithout, NoRules, nearestDay } from '../shell/no-rules.tsx';
import { useRest } from '../shell/use-rest.ts';
import { Waiting } from '../shell/waiting.tsx';
import { ownCounty } from '../standards/county/may-write.ts';
import { Beside, placeName } from './beside.tsx';
import { BeginWith, Choices } from './choices.tsx';
import { claimOf, fieldsOf } from './claim.ts';
import { addressOf, type Calculation, calculationOf } from './claim-address.ts';
import { ClaimFields } from './claim-fields.tsx';
import { nothingSaid } from './nothing-said.ts';
import { refusedFields } from './refused-fields.ts';
import { requestOf } from './requests.ts';
import { Result } from './result.tsx';
import { calculatorWords } from './words.ts';
import './calculator.css';

/** What a claim comes to under the rules of a place on a date, while it is being entered; the address says all of it again. */
export function Calculator() {
  const words = useWords(calculatorWords);
  const [address, setAddress] = useSearchParams();
  const [calculation, setCalculation] = useState(() => calculationOf(address));
  const places = usePlaces();
  const { data: session, isPending: isAskingWho } = useSession();
  const first = places.data?.find(({ inForce }) => inForce !== null)?.code ?? null;
  const place = calculation.place ?? (isAskingWho ? null : (ownCounty(session ?? null) ?? first));
  const schema = useClaimSchema(place, calculation.date, calculation.type);
  // On a day without rules the form stays: that of the nearest day that has some.
  const isWithout = isDayWithout(schema.error);
  const nearest = useNearestSchema(places.data, place, calculation, isWithout);
  const last = useRef<ClaimSchema | undefined>(undefined);
  last.current = schema.data ?? nearest.data ?? last.current;
  const shown = schema.data ?? (isWithout ? last.current : undefined);
  const error = places.error ?? (isWithout ? nearest.error : schema.error);
  const told = addressOf(calculation, schema.isPlaceholderData ? null : (shown?.form ?? null)).toString();
  const rested = useRest(told, 300);
  useEffect(() => {
    setAddress(new URLSearchParams(rested), { replace: true });
  }, [rested, setAddress]);
  const change = (changed: Partial<Calculation>) => setCalculation((before) => ({ ...before, ...changed }));
  return (
    <>
      <h1>{words.calculator}</h1>
      <p className="aside">{words.hint}</p>
      {error === null ? null : (
        <>
          <div className="choices">
            <DateChoice value={calculation.date ?? ''} choose={(date) => change({ date })} />
          </div>
          <NoRules
            error={error}
            code={place}
            date={calculation.date}
            choose={(date) => change({ date })}
            again={() => void Promise.all([places.refetch(), schema.refetch()])}
          />
        </>
      )}
      {places.data === undefined || shown === undefined || place === null ? (
        error === null && <Waiting />
      ) : (
        <Sides
          places={places.data}
          schema={shown}
          place={place}
          calculation={calculation}
          change={change}
          stale={schema.isPlaceholderData}
          without={isWithout ? schema.error : null}
        />
      )}
    </>
  );
}

/** The form of the nearest day on which a place has rules; nothing is asked where the day itself has some. */
function useNearestSchema(
  places: readonly Place[] | undefined,
  place: string | null,
  { date, type }: Calculation,
  isWithout: boolean,
) {
  const { periods = [] } = (place === null ? undefined : placeOf(places ?? [], place)) ?? {};
  const isAsked = isWithout && date !== null && places !== undefined;
  return useClaimSchema(isAsked ? place : null, nearestDay(periods, date ?? ''), type);
}

interface SidesOf {
  readonly places: readonly Place[];
  readonly schema: ClaimSchema;
  readonly place: string;
  readonly calculation: Calculation;
  readonly change: (changed: Partial<Calculation>) => void;
  /** The schema is another's, shown until this one's comes. */
  readonly stale: boolean;
  /** That there are no rules on the day: the schema is that of the nearest day, and nothing is settled. Null where there are. */
  readonly without: Error | null;
}

/** The claim on one side, what it comes to on the other. */
function Sides({ places, schema, place, calculation, change, stale, without }: SidesOf) {
  const { language } = useLanguage();
  const words = useWords(calculatorWords);
  const { form, type } = schema;
  const { entries, beside } = calculation;
  const made = useMemo(() => claimOf(type, form, entries), [type, form, entries]);
  const ready = !stale && without === null && made.missing.length === 0 && made.unread.size === 0;
  const request = useMemo(
    () => (ready ? requestOf(place, schema.date, made) : null),
    [ready, place, schema.date, made],
  );
  const asked = useRest(request, 120);
  const { data, error, refetch } = useSettlement(asked);
  const refused = useMemo(() => refusedFields(error, form, fieldsOf(form), words), [error, form, words]);
  // The fields answer to each key first; the picture follows.
  const settlement = useDeferredValue(asked === null || error !== null ? undefined : data);
  const unsaid = useMemo(() => nothingSaid(form, entries), [form, entries]);
  // Zeros of a claim that says nothing are no answer to anything; what is paid without being asked for is.
  const isEmpty = unsaid.length > 0 && settlement?.paid === 0 && settlement.selfPay.total === 0;
  const shown = isEmpty ? undefined : settlement;
  const address = addressOf({ ...calculation, place, date: schema.date, type }, form).toString();
  return (
    <div className="calculator-sides">
      <section className="calculator-claim" aria-label={words.claim}>
        <Choices places={places} schema={schema} place={place} asked={calculation} change={change} />
        <ClaimFields
          form={form}
          date={schema.date}
          entries={entries}
          unread={made.unread}
          refused={request === null ? {} : refused.fields}
          enter={(path, value) => change({ entries: { ...entries, [path]: value } })}
        />
        <Button onClick={() => change({ entries: {}, beside: [] })}>{words.clear}</Button>
      </section>
      <section className="calculator-result" aria-label={words.result} tabIndex={-1}>
        {without !== null ? (
          <NoRules
            error={without}
            code={place}
            date={calculation.date}
            choose={(date) => change({ date })}
            again={() => void refetch()}
          />
        ) : (
          <>
            {made.missing.length === 0 ? null : (
              <p role="status">{words.still(made.missing.map(({ label }) => label[language]).join(words.listed))}</p>
            )}
            <ToMend
              form={form}
              wrong={[...made.unread.keys(), ...(request === null ? [] : Object.keys(refused.fields))]}
            />
            {isEmpty ? (
              <p role="status">{words.nothingSaid(unsaid.map(({ label }) => label[language]).join(words.listed))}</p>
            ) : null}
            {isEmpty || (made.missing.length > 0 && Object.keys(entries).length === 0) ? (
              <BeginWith place={place} schema={schema} change={change} />
            ) : null}
            {error !== null && asked !== null && refused.more ? (
              <Failure error={error} again={() => void refetch()} />
            ) : null}
            {asked !== null && settlement === undefined && error === null ? <Waiting /> : null}
            {asked === null || shown === undefined ? null : (
              <Result
                request={asked}
                settlement={shown}
                place={placeName(places, asked.jurisdiction, language)}
                address={address}
              />
            )}
          </>
        )}
      </section>
      {asked === null || shown === undefined ? null : (
        <Beside
          places={places}
          request={asked}
          settlement={shown}
          chosen={beside}
          choose={(chosen) => change({ beside: chosen })}
        />
      )}
    </div>
  );
}

interface ToMendOf {
  readonly form: ClaimSchema['form'];
  /** Paths of the fields at which something is wrong. */
  readonly wrong: readonly string[];
}

/** Where the result would stand: which fields have to be mended first. */
function ToMend({ form, wrong }: ToMendOf) {
  const { language } = useLanguage();
  const words = useWords(calculatorWords);
  if (wrong.length === 0) return null;
  const named = form.facts.filter(({ id }) => wrong.includes(id)).map(({ label }) => label[language]);
  return <p role="status">{words.mend(named.join(words.listed))}</p>;
}
