import { counterId } from '../../engine/counter-source.ts';
import { type Counter, counters, historyNames } from '../../rulesets/counters.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { Change } from './change.ts';
import type { Compared } from './compared.ts';

/** Parts of rules and limits by which it is told what counters there are. */
const COUNTING: Readonly<Partial<Record<Change['subject'], readonly string[]>>> = {
  rule: ['presence', 'figures', 'form', 'layer'],
  limit: ['presence', 'reach', 'per', 'definition'],
};

/**
 * By change, the ids of counters that histories carry from before and that are not read any more because of it: claims that bring
 * them are refused, or what they say begins at 0 under another name. A change by which nothing is lost is left out. Where only
 * several changes together lose a counter, each of them does.
 */
export function countersLost(changes: readonly Change[], sides: Compared): ReadonlyMap<Change, readonly string[]> {
  const found = new Map<Change, string[]>();
  const lost = lostBetween(sides.before, sides.after);
  if (lost.length === 0) return found;
  const counting = changes.filter(({ subject, part }) => COUNTING[subject]?.includes(part) === true);
  const alone = new Map(counting.map((change) => [change, new Set(lostBy(change, sides))]));
  for (const id of lost) {
    const causes = counting.filter((change) => alone.get(change)?.has(id) === true);
    for (const change of causes.length > 0 ? causes : counting) found.set(change, [...(found.get(change) ?? []), id]);
  }
  return found;
}

/** What is lost where a change alone is made, or is not lost where it alone is not made. */
function lostBy({ subject, id }: Change, { before, after }: Compared): readonly string[] {
  const made = lostBetween(before, withOneOf(before, after, subject, id));
  const still = lostBetween(before, withOneOf(after, before, subject, id));
  return [...made, ...lostBetween(before, after).filter((one) => !still.includes(one))];
}

/** A rule set that has one rule or limit, or has it not, as another rule set does. */
function withOneOf(
  ruleSet: EffectiveRuleSet,
  other: EffectiveRuleSet,
  subject: Change['subject'],
  name: string,
): EffectiveRuleSet {
  const exchanged = <Thing extends { readonly name: string }>(things: readonly Thing[], others: readonly Thing[]) => [
    ...things.filter((one) => one.name !== name),
    ...others.filter((one) => one.name === name),
  ];
  return subject === 'limit'
    ? { ...ruleSet, limits: exchanged(ruleSet.limits, other.limits) }
    : { ...ruleSet, rules: exchanged(ruleSet.rules, other.rules) };
}

/** Counters of one rule set that another refuses, or keeps under another name for some of the same rules. */
function lostBetween(before: EffectiveRuleSet, after: EffectiveRuleSet): readonly string[] {
  const kept = counters(after);
  const names = historyNames(after);
  return counters(before)
    .filter((counter) => !kept.some((one) => reads(one, counter)))
    .filter(({ period, name, ...counter }) => {
      const isTaken = names.get(period)?.has(name) === true;
      return !isTaken || kept.some((one) => one.period === period && isMoved(one, counter));
    })
    .map(counterId);
}

/** Whether a counter is read from what a history says of another: under the same name, or of a rule that it is the sum of. */
function reads(one: Counter, { period, name, kind }: Counter): boolean {
  if (one.period !== period || one.kind !== kind) return false;
  return one.name === name || (one.nameIs === 'layer' && one.rules.includes(name));
}

function isMoved({ kind, rules }: Counter, from: Pick<Counter, 'kind' | 'rules'>): boolean {
  return kind === from.kind && rules.some((rule) => from.rules.includes(rule));
}
