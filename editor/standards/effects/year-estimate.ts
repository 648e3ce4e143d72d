import { fenOf } from '../../settlement/money.ts';
import type { Compared } from './compared.ts';
import type { Counts } from './counts.ts';

/** What a draft costs in a year more than what is in force, in fen; less below 0. */
export interface YearEstimate {
  readonly total: number;
  /** By payer's id, null for a layer that names none; in paying order, only those whose part moves. */
  readonly payers: readonly { readonly payer: string | null; readonly fen: number }[];
}

/**
 * What claims that change come to in a year, each as often as it is reckoned to come; one without a count is left out.
 * @param counts by the typical claim's id
 */
export function yearEstimate(changed: readonly Compared[], counts: Counts): YearEstimate {
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
