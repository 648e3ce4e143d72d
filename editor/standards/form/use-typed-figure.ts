import { useState } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import { type FigureUnit, type NotRead, readFigure } from '../text/figure-reading.ts';
import type { YamlValue } from '../text/yaml-value.ts';
import { figureText } from './figure-words.ts';
import { useToldUnread, useUnreadShelf } from './unread.ts';
import { formWords } from './words.ts';

/** A figure that is typed into a field. */
export interface TypedFigureOf {
  /** What it is called, for those who hear it. */
  readonly label: string;
  readonly unit: FigureUnit;
  /** What the draft says; undefined where it leaves the city's. */
  readonly own: YamlValue | undefined;
  /** What holds without it. */
  readonly city: YamlValue | undefined;
  readonly disabled: boolean;
  /** Another figure; undefined for the city's. */
  readonly onFigure: (value: YamlValue | undefined) => void;
}

/** What stands in a figure's field, whether it is understood, and what becomes of it in the draft. */
export function useTypedFigure({ label, unit, own, city, disabled, onFigure }: TypedFigureOf) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const shelf = useUnreadShelf();
  const [typed, setTyped] = useState(() => (disabled ? null : (shelf?.read(label) ?? null)));
  const [before, setBefore] = useState<YamlValue | undefined>(own);
  const cityText = city === undefined ? '' : figureText(city, unit, language);
  // A word that holds without the draft's own figure, such as that nothing is set, can be typed as it is shown.
  const says = (text: string) => text.trim() !== '' && !(typeof city === 'string' && text.trim() === cityText);
  const read = typed === null || !says(typed) ? null : readFigure(typed, unit);
  const problem = read !== null && 'problem' in read ? read.problem : null;
  useToldUnread(label, problem === null ? null : words[WHY[problem]]);
  // What was typed stands as long as it is what the draft says, or is not understood; else the draft was changed elsewhere.
  // A row has to say something: emptied it says what the city says, and its field stays empty while it is typed in.
  const isEmptied = own === undefined || own === city;
  const stands =
    typed !== null && (problem !== null || (read === null ? isEmptied : 'value' in read && read.value === own));
  const shown = stands ? typed : figureText(own, unit, language);
  const take = (text: string) => {
    // Of what ends as not understood no beginning that was understood stays in the draft either; a field that was emptied first
    // begins with nothing.
    const first = typed === null ? own : says(typed) ? before : undefined;
    setBefore(first);
    setTyped(text);
    const now = says(text) ? readFigure(text, unit) : null;
    shelf?.write(label, now !== null && 'problem' in now ? text : null);
    if (now === null) onFigure(undefined);
    else onFigure('value' in now ? now.value : first);
  };
  return { problem, typed, shown, cityText, take, leave: () => problem === null && setTyped(null) };
}

/** Why nothing of it is in the draft, where fields are told of together. */
const WHY = {
  notAFigure: 'whyNotAFigure',
  percentOrShare: 'whyPercentOrShare',
  negative: 'whyNegative',
  tooManyDecimals: 'whyTooManyDecimals',
  wholeOnly: 'whyWholeOnly',
  tooLarge: 'whyTooLarge',
} as const satisfies Record<NotRead, string>;
