import { isNarrowed } from '../../rulesets/bounds.ts';
import { elsewherePath, settledPath } from '../../rulesets/claim-paths.ts';
import { historyNames } from '../../rulesets/counters.ts';
import { isDerived } from '../../rulesets/derived.ts';
import type { EffectiveRuleSet, Fact, FactKind } from '../../rulesets/effective-rule-set.ts';
import { mustBeSent } from '../../rulesets/must-be-sent.ts';
import { potsOf } from '../../rulesets/pots.ts';
import { layersReached } from '../../rulesets/reach.ts';
import { daysNarrowed } from '../edges/days-bounds.ts';
import type { SharedClaim } from '../edges/shared-claim.ts';

/**
 * By what claims of a type are valid under the first rule set and refused by the second, whatever they come to: facts, items,
 * bounds, days between dates, what must be sent, the claim's date, counters and layers that others settled. Such claims are no part of what is
 * compared, and who is refused has lost.
 * @returns ids of facts and paths of the claim, an item behind its fact: `hospital.level=3`
 */
export function refusedClaims({ sides: { from, to }, type }: SharedClaim): readonly string[] {
  const found = new Set<string>();
  for (const fact of from.claimType.facts.values())
    for (const one of factRefused(fact, to.claimType.facts)) found.add(one);
  for (const { fact } of daysNarrowed(from.claimType, to.claimType)) found.add(fact.id);
  const { dateFact } = to.claimType;
  if (dateFact !== null && dateFact !== from.claimType.dateFact) found.add(dateFact);
  const taken = takenPaths(to.ruleSet, type);
  for (const path of takenPaths(from.ruleSet, type)) if (!taken.has(path)) found.add(path);
  return [...found];
}

type Facts = ReadonlyMap<string, Fact>;

function* factRefused(fact: Fact, others: Facts): Generator<string> {
  if (isDerived(fact.type)) return;
  const other = others.get(fact.id);
  if (other === undefined || other.type.kind !== fact.type.kind || isDerived(other.type)) yield fact.id;
  else {
    yield* itemsRefused(fact, other.type);
    if (isNarrower(fact.type, other.type) || isNeededNow(fact, other, others)) yield fact.id;
  }
}

function* itemsRefused({ id, type }: Fact, other: FactKind): Generator<string> {
  const [items, known] = [itemsOf(type), itemsOf(other)];
  if (items === null || known === null) return;
  for (const item of items) if (!known.includes(item)) yield `${id}=${item}`;
}

function itemsOf(kind: FactKind): readonly string[] | null {
  return 'items' in kind && kind.items !== null ? [...kind.items.keys()] : null;
}

/** Whether values of one kind are none of another: narrower bounds, a part of something, items instead of numbers. */
function isNarrower(one: FactKind, other: FactKind): boolean {
  if (one.kind === 'money' && other.kind === 'money') return other.partOf !== null && other.partOf !== one.partOf;
  if (one.kind === 'list' && other.kind === 'list' && (one.items === null) !== (other.items === null)) return true;
  return 'atLeast' in one && 'atLeast' in other && isNarrowed(one, other);
}

/** Whether claims may leave a fact out under the first rule set, and not under the second. */
function isNeededNow({ default: given }: Fact, wanted: Fact, others: Facts): boolean {
  const { default: by, added } = wanted;
  if (given.kind === 'required') return false;
  if (added || given.kind !== 'by' || by.kind !== 'by' || given.fact !== by.fact) return mustBeSent(wanted, others);
  return [...given.values.keys()].some((key) => !by.values.has(key));
}

function takenPaths(ruleSet: EffectiveRuleSet, type: string): ReadonlySet<string> {
  return new Set([
    ...[...historyNames(ruleSet)].flatMap(([period, names]) => [...names].map((name) => `history.${period}.${name}`)),
    ...[...layersReached(ruleSet, type)].map(settledPath),
    ...[...potsOf(ruleSet, type)].map(elsewherePath),
  ]);
}
