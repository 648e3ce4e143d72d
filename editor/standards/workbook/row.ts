import type { FigureUnit } from '../text/figure-reading.ts';
import type { Path, YamlValue } from '../text/yaml-value.ts';
import type { workbookWords } from './words.ts';

/** A language of the pages. */
export type Language = keyof typeof workbookWords;

/** Something that a list can name, and what it is called. */
export interface ListItem {
  readonly value: string | number | boolean;
  readonly label: Readonly<Record<Language, string>>;
}

/**
 * What a cell can hold: a figure (`isBorder`: where a band ends and the next begins; `needed`: it cannot be left to the city), yes and no, items of a list with commas between, a day, or a text. `null`: nothing, it is changed in
 * the form or in the text.
 */
export type Carried =
  | { readonly kind: 'figure'; readonly unit: FigureUnit; readonly isBorder?: true; readonly needed?: true }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'day'; readonly mayBeEmpty: boolean }
  | { readonly kind: 'text' }
  | null;

/** A line of the workbook: a figure of a standard, its whole value where it has one only. */
export interface DraftRow {
  /** By which the line is found again, wherever it is moved: the standard, and below it key and band, from 0. */
  readonly mark: string;
  readonly path: Path;
  readonly carried: Carried;
  readonly product: string;
  readonly label: string;
  /** Which of its figures: a key, a band; empty where there is one only. */
  readonly part: string;
  readonly city: string;
  readonly clause: string;
  readonly county: string;
  readonly better: string;
  /** What the draft says; undefined where it leaves the city's. */
  readonly own: YamlValue | undefined;
}
