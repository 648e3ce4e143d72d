import type { YamlValue } from '../text/yaml-value.ts';
import type { Borders } from './borders.ts';
import { type Row, rowsOf } from './rows.ts';

/** One band: a row that says one figure. */
export type Band = Row;

/** Bands as a text holds them; null where it holds something else, such as rows with maps in them. */
export function bandsOf(value: YamlValue | undefined): readonly Band[] | null {
  const rows = rowsOf(value);
  return rows?.every((row) => typeof row.value !== 'object') === true ? rows : null;
}

/** Bands as a text holds them. */
export function bandsValue(bands: readonly Band[]): YamlValue {
  return bands.map(({ from, to, value }) => (to === undefined ? { from, value } : { from, to, value }));
}

/** The bands with a border moved: where one ends, the next begins. @param border of the band before it, from 0 */
export function withBorder(bands: readonly Band[], border: number, at: number): readonly Band[] {
  return bands.map((band, index) => {
    if (index === border) return { ...band, to: at };
    return index === border + 1 ? { ...band, from: at } : band;
  });
}

/** Where the last band is cut that begins too low for twice its beginning, by what its borders are. */
const FIRST_CUT: Readonly<Record<Borders['unit'], number>> = { CNY: 10_000, days: 10, whole: 10, number: 10 };

/** Whether a band can be cut: of one yuan, one day or one of what is counted there is nothing to part. */
export function canSplit({ from, to }: Band): boolean {
  return to === undefined || to - from >= 2;
}

/** The bands with one of them cut in two equal parts of the same value; the last is cut at twice its beginning. */
export function splitBand(bands: readonly Band[], index: number, unit: Borders['unit']): readonly Band[] {
  return bands.flatMap((band, at) => {
    if (at !== index) return [band];
    const { from, to, value } = band;
    const cut = to === undefined ? Math.max(FIRST_CUT[unit], from * 2) : Math.round((from + to) / 2);
    return [{ from, to: cut, value }, to === undefined ? { from: cut, value } : { from: cut, to, value }];
  });
}

/** The bands without one of them, over which the one before it goes on; the first is taken over by the second. */
export function withoutBand(bands: readonly Band[], index: number): readonly Band[] {
  const gone = bands[index];
  if (gone === undefined || bands.length < 2) return bands;
  return bands.flatMap((band, at): readonly Band[] => {
    if (at === index) return [];
    if (index === 0 && at === 1) return [{ ...band, from: gone.from }];
    if (at !== index - 1) return [band];
    const { to: _, ...open } = band;
    return [gone.to === undefined ? open : { ...open, to: gone.to }];
  });
}
