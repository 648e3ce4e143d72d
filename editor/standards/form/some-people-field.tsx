import { Button, Select } from 'antd';
import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import { valueAt } from '../text/yaml-value.ts';
import { isAtEnd } from './direction-text.ts';
import { factOf } from './facts.ts';
import { FiguresTable } from './figures-table.tsx';
import type { Told } from './floor-words.ts';
import { shapeOf } from './shape.ts';
import { type ApartBy, apartBy, apartIn, factsApart, keyedIn } from './some-people.ts';
import { useDraftView } from './view.ts';
import { formWords } from './words.ts';

/** More of a standard for some people, as far as it has come: not asked for, being asked by which fact, or by this one. */
type Choice = 'none' | 'asked' | ApartBy;

/** What has been chosen in a row, which stays while the last of its figures is typed anew. */
export interface SomePeople {
  readonly choice: Choice;
  readonly choose: Dispatch<SetStateAction<Choice>>;
}

/** Nothing is asked for to begin with. */
export function useSomePeople(): SomePeople {
  const [choice, choose] = useState<Choice>('none');
  return { choice, choose };
}

interface SomePeopleOf {
  readonly told: Told;
  readonly some: SomePeople;
}

/** Asks for more for some people; nothing where there is nobody to set apart, or nothing better than the city's figure. */
export function SomePeopleButton({ told, some, isInTabOrder }: SomePeopleOf & { readonly isInTabOrder: boolean }) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const { value, mayWrite, someFloorOf } = useDraftView();
  const { standard, shape, effective } = told;
  const { id, label, better, unit, cityValue, county } = standard;
  const hasNoWay = county === 'fixed' || isAtEnd(String(better), { value: cityValue, unit });
  if (!mayWrite || hasNoWay || !('unit' in shape)) return null;
  // A group that the city has left open is set for everybody first.
  const isOpen = standard.group !== null && cityValue === 'none';
  if (isOpen || some.choice !== 'none' || keyedIn(value, id) !== undefined) return null;
  if (factsApart(someFloorOf(id), effective).length === 0) return null;
  return (
    <button
      type="button"
      className="clause-button standards-opener"
      tabIndex={isInTabOrder ? 0 : -1}
      aria-label={words.fieldOf(label[language], words.moreForSome)}
      onClick={() => some.choose('asked')}
    >
      {words.moreForSome}
    </button>
  );
}

/** More of a standard for some people: by which fact they are set apart, and a field for each of its values. */
export function SomePeopleField({ told, some }: SomePeopleOf) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const { value, someFloorOf } = useDraftView();
  const { standard, effective } = told;
  const place = useRef<HTMLDivElement>(null);
  const given = keyedIn(value, standard.id);
  const nameOf = (fact: string) => factOf(fact, effective)?.label[language] ?? fact;
  const apart = given === undefined ? null : apartIn(value, standard, effective);
  if (given !== undefined && apart === null) return <p className="aside">{words.someInText}</p>;
  const shown = apart ?? (typeof some.choice === 'object' ? some.choice : null);
  if (shown !== null) return <Figures told={told} some={some} apart={shown} name={nameOf(shown.fact)} />;
  if (some.choice === 'none') return null;
  const facts = factsApart(someFloorOf(standard.id), effective);
  return (
    <div ref={place} className="standards-some">
      <Select
        autoFocus
        defaultOpen
        aria-label={words.fieldOf(standard.label[language], words.whomApart)}
        placeholder={words.whomApart}
        popupMatchSelectWidth={false}
        onChange={(fact: string) => some.choose(facts.find((one) => one.fact === fact) ?? 'none')}
        // Not by its loss of focus, which a press of the mouse may bring before it has chosen.
        onOpenChange={(isOpen) => {
          if (!isOpen) some.choose(unlessChosen);
        }}
        onKeyDown={({ key }) => {
          if (key !== 'Escape') return;
          focusField(place.current);
          some.choose(unlessChosen);
        }}
        options={facts.map(({ fact }) => ({ value: fact, label: words.moreBy(nameOf(fact)) }))}
      />
    </div>
  );
}

/** Who leaves without having chosen asks for nothing. */
const unlessChosen = (choice: Choice): Choice => (choice === 'asked' ? 'none' : choice);

/** The field of the row that a part of it stands in: where somebody is who gave that part back. */
function focusField(part: HTMLElement | null): void {
  part?.closest('td')?.querySelector('input')?.focus();
}

function Figures({ told, some, apart, name }: SomePeopleOf & { readonly apart: ApartBy; readonly name: string }) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const { mayWrite, change, value } = useDraftView();
  const { effective } = told;
  const { id, label } = told.standard;
  const standard = apartBy(told.standard, apart, valueAt(value ?? {}, ['standards', id]));
  const shape = shapeOf(standard, effective);
  const place = useRef<HTMLFieldSetElement>(null);
  const isChosen = useRef(typeof some.choice === 'object');
  // Who has just chosen the fact goes on to the figures; where they stood before, they stay while the last is typed anew.
  useEffect(() => {
    if (isChosen.current) place.current?.querySelector('input')?.focus();
    isChosen.current = false;
  }, []);
  const stay = () => some.choose((choice) => (typeof choice === 'object' ? choice : apart));
  const giveBack = () => {
    focusField(place.current);
    some.choose('none');
    if (keyedIn(value, id) !== undefined) change(['keyedStandards', id], undefined);
  };
  return (
    <fieldset
      className="standards-some"
      ref={place}
      onFocus={stay}
      aria-label={words.fieldOf(label[language], words.moreBy(name))}
    >
      <strong>{words.moreBy(name)}</strong>{' '}
      {mayWrite ? (
        <Button
          type="link"
          size="small"
          aria-label={words.fieldOf(label[language], words.sameForAll)}
          onClick={giveBack}
        >
          {words.sameForAll}
        </Button>
      ) : null}
      {'unit' in shape ? (
        <FiguresTable told={{ standard, shape, effective, section: 'keyedStandards' }} shape={shape} />
      ) : (
        <p className="aside">{words.onlyWritten}</p>
      )}
    </fieldset>
  );
}
