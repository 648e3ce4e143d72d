import { Button, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import { isAtEnd } from './direction-text.ts';
import { factOf } from './facts.ts';
import { FiguresTable } from './figures-table.tsx';
import type { Told } from './floor-words.ts';
import { shapeOf } from './shape.ts';
import { type ApartBy, apartBy, apartIn, factsApart, keyedIn } from './some-people.ts';
import { useDraftView } from './view.ts';
import { formWords } from './words.ts';

/** More of a standard for some people, as far as it has come: not asked for, being asked by which fact, or by this one. */
export interface SomePeople {
  readonly choice: 'none' | 'asked' | ApartBy;
  readonly choose: (choice: 'none' | 'asked' | ApartBy) => void;
}

/** Nothing is asked for to begin with. */
export function useSomePeople(): SomePeople {
  const [choice, choose] = useState<SomePeople['choice']>('none');
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
  if (some.choice !== 'none' || keyedIn(value, id) !== undefined) return null;
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
  const given = keyedIn(value, standard.id);
  const nameOf = (fact: string) => factOf(fact, effective)?.label[language] ?? fact;
  if (given !== undefined) {
    const apart = apartIn(value, standard.id, effective);
    if (apart === null) return <p className="aside">{words.someInText}</p>;
    return <Figures told={told} some={some} apart={apart} name={nameOf(apart.fact)} />;
  }
  if (some.choice === 'none') return null;
  if (some.choice !== 'asked')
    return <Figures told={told} some={some} apart={some.choice} name={nameOf(some.choice.fact)} />;
  const facts = factsApart(someFloorOf(standard.id), effective);
  return (
    <Select
      className="standards-some"
      autoFocus
      defaultOpen
      aria-label={words.fieldOf(standard.label[language], words.whomApart)}
      placeholder={words.whomApart}
      popupMatchSelectWidth={false}
      onChange={(fact: string) => some.choose(facts.find((one) => one.fact === fact) ?? 'none')}
      onBlur={() => some.choose('none')}
      options={facts.map(({ fact }) => ({ value: fact, label: words.moreBy(nameOf(fact)) }))}
    />
  );
}

function Figures({ told, some, apart, name }: SomePeopleOf & { readonly apart: ApartBy; readonly name: string }) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const { mayWrite, change, value } = useDraftView();
  const { effective } = told;
  const { id, label } = told.standard;
  const standard = apartBy(told.standard, apart);
  const shape = shapeOf(standard, effective);
  const place = useRef<HTMLDivElement>(null);
  // Who has just chosen the fact goes on to the figures.
  useEffect(() => {
    if (some.choice !== 'none') place.current?.querySelector('input')?.focus();
  }, [some.choice]);
  const giveBack = () => {
    some.choose('none');
    if (keyedIn(value, id) !== undefined) change(['keyedStandards', id], undefined);
  };
  return (
    <div className="standards-some" ref={place}>
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
      ) : null}
    </div>
  );
}
