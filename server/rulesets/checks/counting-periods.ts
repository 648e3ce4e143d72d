import { edits } from '../edits.ts';
import { inBoth } from '../words.ts';
import { type Complaint, doubtful } from './complaint.ts';
import type { Scope } from './scope.ts';

/** Periods that every history may have, and the one that has none. */
const WELL_KNOWN = ['claim', 'year', 'event', 'householdYear'];

/** Names up to so long are told apart by one letter, or a swap of two (`year`, `week`); longer ones by two. */
const SHORT = 5;

/**
 * Periods of limits, allowances and reimbursements may have any name, and each is counted by itself: a mistyped one makes a counter of its own
 * that nobody sends. So one that is nearly another, which the rule set uses more or everyone knows, is doubted.
 */
export function* checkCountingPeriods(scope: Scope): Generator<Complaint> {
  const uses = usesIn(scope);
  const counts = new Map<string, number>();
  for (const { period } of uses) counts.set(period, (counts.get(period) ?? 0) + 1);
  const known = [...new Set([...WELL_KNOWN, ...counts.keys()])];
  /** A name that everyone knows counts above all; of two used equally often the first is taken as meant. */
  const weight = (name: string) => (WELL_KNOWN.includes(name) ? Number.POSITIVE_INFINITY : (counts.get(name) ?? 0));
  for (const { period, pointer } of uses) {
    if (pointer === null || WELL_KNOWN.includes(period)) continue;
    const comesFirst = (other: string) =>
      weight(other) > weight(period) ||
      (weight(other) === weight(period) && known.indexOf(other) < known.indexOf(period));
    const meant = known.find((other) => isNear(period, other) && comesFirst(other));
    if (meant !== undefined)
      yield doubtful('countedPeriodNear', pointer, {
        given: period,
        other: meant,
        meant: inBoth('didYouMean', { name: meant }),
      });
  }
}

/** Where the rule set counts over a period; the place is null in the city's text that a county's is checked on. */
function usesIn({ limits, rules }: Scope): readonly { readonly period: string; readonly pointer: string | null }[] {
  const ofLimits = limits.map(({ declared: { per }, pointer }) => ({ period: per, pointer: below(pointer, 'per') }));
  const ofRules = rules.map(({ declared: { event }, pointer }) => ({
    period: 'per' in event.params ? event.params.per : undefined,
    pointer: below(pointer, 'event/params/per'),
  }));
  return [...ofLimits, ...ofRules].flatMap(({ period, pointer }) =>
    period === undefined ? [] : [{ period, pointer }],
  );
}

function below(pointer: string | null, path: string): string | null {
  return pointer === null ? null : `${pointer}/${path}`;
}

function isNear(one: string, other: string): boolean {
  if (one === other) return false;
  if (one.toLowerCase() === other.toLowerCase()) return true;
  const isShort = Math.min(one.length, other.length) <= SHORT;
  return edits(one, other) <= (isShort ? 1 : 2);
}
