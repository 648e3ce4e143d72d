import { isYamlList, isYamlMap, type YamlValue } from '../text/yaml-value.ts';
import type { formWords } from './words.ts';

/** One band: from inside, to outside; without `to` it is the last. */
export interface Band {
  readonly from: number;
  readonly to?: number;
  readonly value: YamlValue;
}

/** Bands as a text holds them; null where it holds something else. */
export function bandsOf(value: YamlValue | undefined): readonly Band[] | null {
  if (!isYamlList(value) || value.length === 0) return null;
  const isBand = (one: YamlValue) => isYamlMap(one) && typeof one.from === 'number' && one.value !== undefined;
  return value.every(isBand) ? (value as unknown as readonly Band[]) : null;
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

/** The bands with one of them cut in two equal parts of the same value; the last is cut at twice its beginning. */
export function splitBand(bands: readonly Band[], index: number): readonly Band[] {
  return bands.flatMap((band, at) => {
    if (at !== index) return [band];
    const { from, to, value } = band;
    const cut = to === undefined ? Math.max(10_000, from * 2) : Math.round((from + to) / 2);
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

/** What a band reaches over, in words: amounts from and to below, or which stays of a year, the last one inside. */
export function rangeText({ from, to }: Pick<Band, 'from' | 'to'>, isByStay: boolean, words: RangeWords): string {
  if (isByStay) {
    const first = Math.max(1, from);
    return to === undefined ? words.staysFrom(first) : words.stays(first, Math.max(first, to - 1));
  }
  const say = (one: number) => one.toLocaleString('en-US');
  return to === undefined ? `${say(from)} ${words.openEnd}` : `${say(from)} – ${say(to)}`;
}

type RangeWords = Pick<(typeof formWords)['en'], 'openEnd' | 'stays' | 'staysFrom'>;
