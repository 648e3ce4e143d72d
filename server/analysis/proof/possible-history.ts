import { fenOf } from '../../domain/money.ts';
import { counterId } from '../../engine/counter-source.ts';
import type { SharedTree } from '../../engine/tree/shared-tree.ts';
import type { Compared } from '../../engine/tree/solver.ts';
import { historyPath } from '../../rulesets/claim-paths.ts';
import { type Counter, counters } from '../../rulesets/counters.ts';
import type { EffectiveRuleSet, Limit, Rule } from '../../rulesets/effective-rule-set.ts';
import { growsWithSettled } from './settled-base.ts';

/**
 * What holds of every history that claims settled under either rule set leave behind: what was paid came out of its base, where
 * no amount settled elsewhere is counted beside it; and what a limit is over was not paid more than the largest figure that the
 * limit has in either, which is taken of other systems too.
 * @param inputs the paths that a proof reads; nothing is said of others
 */
export function* possibleHistory(
  tree: SharedTree,
  ruleSets: readonly EffectiveRuleSet[],
  inputs: ReadonlySet<string>,
): Generator<Compared> {
  const known = ruleSets.map((ruleSet) => new Map(counters(ruleSet).map((counter) => [counterId(counter), counter])));
  for (const counter of known[0]?.values() ?? []) {
    if (counter.kind !== 'paid') continue;
    const base: Counter = { ...counter, kind: 'base' };
    const [paid, grown] = [historyPath(counter), historyPath(base)];
    if (!inputs.has(paid) || !inputs.has(grown)) continue;
    if (known.every((one, at) => isFed(ruleSets[at], one.get(counterId(base)), one.get(counterId(counter)))))
      yield { left: tree.input(paid), is: '<=', right: tree.input(grown) };
  }
  for (const limit of ruleSets[0]?.limits ?? []) yield* withinLimit(tree, limit, ruleSets, inputs);
}

/** Whether all that is counted as paid, by rules or by another system, also lets the base grow, by all that is left of the bill. */
function isFed(ruleSet: EffectiveRuleSet | undefined, base: Counter | undefined, paid: Counter | undefined): boolean {
  if (ruleSet === undefined || base === undefined || paid === undefined) return false;
  const growsByLess = ({ name, event }: Rule) =>
    base.rules.includes(name) && event.type === 'reimburse' && event.params.deductiblePer !== undefined;
  return (
    paid.rules.every((rule) => base.rules.includes(rule)) &&
    !ruleSet.rules.some(growsByLess) &&
    growsWithSettled(ruleSet, base, paid)
  );
}

function* withinLimit(
  tree: SharedTree,
  limit: Limit,
  ruleSets: readonly EffectiveRuleSet[],
  inputs: ReadonlySet<string>,
): Generator<Compared> {
  if (limit.kind !== 'atMost' || limit.per === 'claim') return;
  const same = ruleSets.map(({ limits }) => limits.find(({ name }) => name === limit.name));
  const most = same.map((one, at) => largestOf(ruleSets[at] as EffectiveRuleSet, one, limit));
  const used = limit.over
    .map((name) => historyPath({ period: limit.per, name, kind: 'paid' }))
    .filter((path) => inputs.has(path));
  if (used.length === 0 || most.includes(null)) return;
  const sum = used.map((path) => tree.input(path)).reduce((all, one) => tree.add(all, one));
  const largest = most.reduce((a, b) => ((a ?? 0n) > (b ?? 0n) ? a : b)) ?? 0n;
  yield { left: sum, is: '<=', right: tree.constant(largest) };
}

/** The largest figure of a limit that always holds and binds all that it is over, in fen; null for any other limit. */
function largestOf({ standards }: EffectiveRuleSet, limit: Limit | undefined, like: Limit): bigint | null {
  if (limit?.kind !== 'atMost' || like.kind !== 'atMost' || limit.conditions !== null) return null;
  if (limit.per !== like.per || limit.over.join() !== like.over.join()) return null;
  if (!limit.over.every((name) => limit.binds.includes(name)) || typeof limit.atMost !== 'string') return null;
  let largest: number | null = 0;
  const visit = (value: unknown) => {
    if (typeof value === 'number') largest = largest === null ? null : Math.max(largest, value);
    else if (value === 'unlimited' || value === 'none') largest = null;
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) visit(part);
  };
  visit(standards.get(limit.atMost.slice(1))?.value ?? 'none');
  return largest === null ? null : BigInt(fenOf(largest));
}
