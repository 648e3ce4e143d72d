import type { Evaluation } from '../../../client/index.ts';
import { fenOf } from '../../settlement/money.ts';

/** A claim settled by what is in force and by a draft. */
export interface Compared {
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly before: Evaluation | null;
  readonly after: Evaluation | null;
}

/** What a draft does to a claim, in fen: what is paid and what the person bears, by the draft less before. */
export interface Effect {
  readonly paid: number;
  readonly selfPay: number;
  /** Whether any layer, or the funding of a rule, comes to another amount. */
  readonly moves: boolean;
}

/** What a draft does to a claim; null where one of the two refuses it. */
export function effectOf({ before, after }: Compared): Effect | null {
  if (before === null || after === null) return null;
  return {
    paid: fenOf(after.paid) - fenOf(before.paid),
    selfPay: fenOf(after.selfPay.total) - fenOf(before.selfPay.total),
    moves: JSON.stringify(amountsOf(before)) !== JSON.stringify(amountsOf(after)),
  };
}

/** Whether somebody gets less or bears more by a draft; a year's premiums are no benefit of anybody. */
export function isWorse(compared: Compared): boolean {
  const effect = effectOf(compared);
  return effect !== null && !isFunding(compared.before) && (effect.paid < 0 || effect.selfPay > 0);
}

/** Whether a settlement is of a year's premiums, not of a person's claim. */
export function isFunding(settlement: Compared['before']): boolean {
  return settlement?.layers.some(({ lines }) => lines.some(({ funding }) => funding !== undefined)) === true;
}

/** Whether what is paid moves by anything else than what the person bears less: a sum insured, which lowers no bill. */
export function movesPaidAlone({ paid, selfPay }: Effect): boolean {
  return paid !== -selfPay;
}

function amountsOf({ layers, selfPay }: Evaluation) {
  return [
    layers.map(({ layer, paid, lines }) => [layer, paid, lines.map(({ rule, funding }) => [rule, funding])]),
    selfPay,
  ];
}

/** The day of a claim moved into a period, so that the draft's rules and those before it are asked for the same day. */
export function dayWithin(date: string, from: string, to: string | null): string {
  if (date < from) return from;
  return to !== null && date > to ? to : date;
}
