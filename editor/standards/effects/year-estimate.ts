import { fenOf } from '../../settlement/money.ts';
import { readFigure } from '../text/figure-reading.ts';
import type { Compared } from './compared.ts';

/** How many claims like a typical one come in a year, by the typical claim's id, as an official reckons. */
export type YearCounts = ReadonlyMap<string, number>;

/** Most claims of one kind in a year that can be reckoned with: more people than any city has. */
export const MOST_IN_A_YEAR = 10_000_000;

/** What a draft costs in a year more than what is in force, in fen; less below 0. */
export interface YearEstimate {
  readonly total: number;
  /** By payer's id, null for a layer that names none; in paying order, only those whose part moves. */
  readonly payers: readonly { readonly payer: string | null; readonly fen: number }[];
}

/** A count as it is typed, as other figures are: `1,200`, `1.2万`; null for what is none: a whole number of at least 0. */
export function countIn(typed: string): number | null {
  const read = readFigure(typed, 'count');
  if (!('value' in read) || read.value === 'unlimited') return null;
  return read.value <= MOST_IN_A_YEAR ? read.value : null;
}

/** What claims that change come to in a year, each as often as it is reckoned to come; one without a count is left out. */
export function yearEstimate(changed: readonly Compared[], counts: YearCounts): YearEstimate {
  const byPayer = new Map<string | null, number>();
  for (const { id, before, after } of changed) {
    const count = counts.get(id) ?? 0;
    if (count === 0 || before === null || after === null) continue;
    const add = (payer: string | null, fen: number) => byPayer.set(payer, (byPayer.get(payer) ?? 0) + count * fen);
    for (const { payer, paid } of after.layers) add(payer, fenOf(paid));
    for (const { payer, paid } of before.layers) add(payer, -fenOf(paid));
  }
  const payers = [...byPayer].flatMap(([payer, fen]) => (fen === 0 ? [] : [{ payer, fen }]));
  return { total: payers.reduce((sum, { fen }) => sum + fen, 0), payers };
}
