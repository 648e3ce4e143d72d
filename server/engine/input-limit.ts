import type { Plan } from './plan.ts';
import { lesser, magnitude, type Range, SAFE } from './tree/code.ts';
import { owedOf, paidOf } from './variable-names.ts';

/** The limits tried, the largest first: every amount of a checked claim is below 10¹⁰ CNY. */
const TRIED = [10n ** 12n, 10n ** 11n, 10n ** 10n, 10n ** 9n, 10n ** 8n, 10n ** 7n] as const;

/**
 * The largest input, in fen or units, up to which every intermediate value of a plan stays exact in doubles; 0 where even
 * small inputs can pass it, and the plan is always run in integers of any size.
 */
export function inputLimit(plan: Plan): bigint {
  return TRIED.find((limit) => isExact(plan, limit)) ?? 0n;
}

function isExact(plan: Plan, limit: bigint): boolean {
  let exact = true;
  const unsafe = () => {
    exact = false;
  };
  const ranges = new Map<string, Range>(plan.variables.map(({ name }) => [name, { low: 0n, high: limit }]));
  const of = (name: string): Range => ranges.get(name) ?? { low: 0n, high: limit };
  for (const step of plan.steps) {
    if (step.kind === 'let') ranges.set(step.name, atLeastZero(magnitude(step.value, of, unsafe)));
    else if (step.kind === 'require') magnitude(step.larger, of, unsafe);
    else {
      const owed = magnitude(step.owed, of, unsafe);
      ranges.set(owedOf(step.line), owed);
      const rooms = step.bounds.map(({ room }) => magnitude(room, of, unsafe).high);
      ranges.set(paidOf(step.line), {
        low: 0n,
        high: rooms.reduce((least, room) => lesser(room, least), owed.high),
      });
    }
    if (!exact) return false;
  }
  for (const { after } of plan.counters) magnitude(after, of, unsafe);
  // What a settlement adds up: all that is paid, and all that is left to the person.
  const paid = plan.layers.flatMap(({ lines }) => lines).map(({ line }) => of(paidOf(line)));
  const left = plan.selfPay.map(({ variable }) => of(variable));
  for (const ranges of [paid, left]) if (ranges.reduce((sum, { high }) => sum + high, 0n) > SAFE) unsafe();
  return exact;
}

/** What is left of a pot and a counter are never negative, though the difference of two ranges can be. */
function atLeastZero({ low, high }: Range): Range {
  return { low: low < 0n ? 0n : low, high: high < 0n ? 0n : high };
}
