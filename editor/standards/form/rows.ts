import { isYamlList, isYamlMap, type YamlValue } from '../text/yaml-value.ts';

/** One row: from inside, to outside; without `to` it is the last. */
export interface Row {
  readonly from: number;
  readonly to?: number;
  readonly value: YamlValue;
}

/** Rows as a text holds them, whatever their values are; null where it holds something else. */
export function rowsOf(value: YamlValue | undefined): readonly Row[] | null {
  if (!isYamlList(value) || value.length === 0) return null;
  const isRow = (one: YamlValue) =>
    isYamlMap(one) &&
    typeof one.from === 'number' &&
    (one.to === undefined || typeof one.to === 'number') &&
    one.value !== undefined;
  return value.every(isRow) ? (value as unknown as readonly Row[]) : null;
}

/** What rows say over a stretch: the values of all that reach into it, in order. */
export function valuesOver(rows: readonly Row[], { from, to }: Pick<Row, 'from' | 'to'>): readonly YamlValue[] {
  const reaching = rows.filter((row) => (row.to === undefined || row.to > from) && (to === undefined || row.from < to));
  return reaching.map(({ value }) => value);
}
