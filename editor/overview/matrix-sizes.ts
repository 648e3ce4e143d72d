import type { Matrix } from '../api/matrix.ts';
import type { Language } from '../language/language.tsx';
import { partsOf } from './figure.tsx';
import { linesIn, type Setting } from './lines-in.ts';

/** How wide the columns are, in pixels: fixed, so that it is known where each county stands without drawing it. */
export const WIDTHS = { standard: 216, city: 148, county: 128 } as const;

/** Room at the sides of a cell, and at its top and bottom; the height of a line, and of one in small letters. */
const SIDES = 17;
const ENDS = 11;
const LINE = 20.4;
const SMALL = 18;

/** Figures and names, the notes below them, the names of counties. */
const TEXT: Setting = { size: 13 };
const NOTE: Setting = { size: 11 };
const HEAD: Setting = { size: 13, bold: true };

/**
 * How high the row of a standard is with what stands in any county, in sight or not: so that it stays as high while the table is
 * scrolled sideways.
 * @param notes what is said below the figure of each county
 */
export function heightOf(
  row: Matrix['standards'][number],
  language: Language,
  notes: readonly (readonly string[])[],
): number {
  const city = linesOf(row.words?.[language] ?? '', WIDTHS.city) * LINE;
  const name = linesIn(row.label[language], WIDTHS.standard - SIDES, TEXT) * LINE + SMALL;
  const counties = Object.values(row.counties).map(
    ({ words }) => linesOf(`▲ ${words[language]}`, WIDTHS.county) * LINE + SMALL,
  );
  const figures = Math.max(LINE, ...counties);
  const small = Math.max(
    0,
    ...notes.map((below) => below.reduce((sum, one) => sum + linesIn(one, WIDTHS.county - SIDES, NOTE) * SMALL, 0)),
  );
  return Math.ceil(Math.max(city, name, figures + small) + ENDS);
}

/** How high the head is with what each county is called, and with what some of them have below their name. */
export function headHeight(names: readonly string[], below: readonly string[]): number {
  const name = Math.max(1, ...names.map((one) => linesIn(one, WIDTHS.county - SIDES, HEAD)));
  const small = Math.max(0, ...below.map((one) => linesIn(one, WIDTHS.county - SIDES, NOTE)));
  return Math.ceil(name * LINE + small * SMALL + ENDS);
}

/** Lines of a figure, what it is made of under each other. */
function linesOf(told: string, width: number): number {
  const lines = (part: string) => linesIn(part, width - SIDES, TEXT);
  // Most are of one part: thousands of figures are not cut up to be found so.
  return PARTED.test(told) ? partsOf(told).reduce((sum, part) => sum + lines(part), 0) : lines(told);
}

const PARTED = /[;；]/;
