import { directionText } from '../form/direction-text.ts';
import { figureText, unitText, yesOrNo } from '../form/figure-words.ts';
import { formWords } from '../form/words.ts';
import { isYamlList, type YamlValue } from '../text/yaml-value.ts';
import type { Carried, DraftRow, Language, ListItem } from './row.ts';
import { workbookWords } from './words.ts';

/** Where a workbook comes from. */
export interface Origin {
  readonly jurisdiction: string;
  readonly draft: string;
  readonly revision: string;
}

/** The columns of the sheet of standards, by their letter. `E` is the one to fill in. */
export type Column = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J';

/** The first row of the sheet of standards. */
export function headTexts(language: Language): Readonly<Record<Column, string>> {
  const { product, standard, part, city, own, unit, direction, clause, mark, exported } = workbookWords[language];
  return { A: product, B: standard, C: part, D: city, E: own, F: unit, G: direction, H: clause, I: mark, J: exported };
}

/** What the cells of a line say that nobody is to change: all but `E`. */
export function lineTexts(row: DraftRow, language: Language): Readonly<Record<Exclude<Column, 'E'>, string>> {
  return {
    A: row.product,
    B: row.label,
    C: row.part,
    D: row.city,
    F: row.carried === null ? '' : filledIn(row.carried, language),
    G: directionText(formWords[language], row.county, row.better),
    H: row.clause,
    I: row.mark,
    J: exportedText(row.own),
  };
}

/** What the cell to fill in is to hold, in words. */
function filledIn(carried: NonNullable<Carried>, language: Language): string {
  const words = workbookWords[language];
  if (carried.kind !== 'figure') return words[carried.kind];
  const { unit } = carried;
  return unit === 'share' || unit === 'whole' ? words[unit] : unitText(unit, language);
}

/** Percentage points are typed as such: 5 for 0.05. */
const inPoints = (share: number): number => Number(figureText(share, 'points', 'en'));

/** A value of a draft as a cell keeps it beside, so that what was changed in Excel is told from what was changed in the draft. */
export function exportedText(own: YamlValue | undefined): string {
  return own === undefined ? '' : JSON.stringify(own);
}

/** What the cell to fill in holds: a number, a word, or nothing for the city's. */
export function ownContent({ carried, own }: Pick<DraftRow, 'carried' | 'own'>, language: Language) {
  const words = workbookWords[language];
  if (carried === null) return words.notCarried;
  if (own === undefined || own === null) return null;
  if (carried.kind === 'day' || carried.kind === 'text') return String(own).trim();
  if (carried.kind === 'list') return listText(own, carried.items, language);
  if (typeof own === 'number') return carried.kind === 'figure' && carried.unit === 'points' ? inPoints(own) : own;
  if (typeof own === 'boolean') return yesOrNo(own, language);
  return figureText(own, 'CNY', language);
}

/** Items as they are called, with semicolons between: their names have commas of their own. */
function listText(own: YamlValue, items: readonly ListItem[], language: Language): string {
  const ids = isYamlList(own) ? own : [own];
  const nameOf = (id: YamlValue) => items.find(({ value }) => value === id)?.label[language] ?? String(id);
  return ids.map(nameOf).join(language === 'zh' ? '；' : '; ');
}

/** The sheet that tells what this is: a line of two cells each. */
export function aboutTexts(origin: Origin, language: Language): readonly (readonly [string, string])[] {
  const words = workbookWords[language];
  return [
    [words.county, origin.jurisdiction],
    [words.ofDraft, origin.draft],
    [words.revision, origin.revision],
    ['1', words.howto],
    ['2', words.outside],
    ['3', words.notHere],
  ];
}
