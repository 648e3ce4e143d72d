import type { Label } from '../../../domain/label.ts';
import { listOfFirst } from '../../../rulesets/derived.ts';
import type {
  ChoiceItems,
  ClaimType,
  EffectiveRuleSet,
  Fact,
  FactDefault,
  FactKind,
} from '../../../rulesets/effective-rule-set.ts';
import { type Difference, partOf } from '../difference.ts';
import { mapDifferences, partDifferences } from './presence.ts';

/** Types of claims added and removed, and their facts: kinds, items, defaults. */
export function claimDifferences(before: EffectiveRuleSet, after: EffectiveRuleSet): Iterable<Difference> {
  const written = ({ facts, ...type }: ClaimType) => ({ ...type, facts: [...facts.values()].map(writtenFact) });
  return mapDifferences({ subject: 'claimType', written, inside }, before.claims, after.claims);
}

function* inside(id: string, before: ClaimType, after: ClaimType): Generator<Difference> {
  yield* partDifferences({ subject: 'claimType', id }, before, after, {
    date: ({ dateFact }) => dateFact,
    label: ({ label }) => label,
  });
  yield* mapDifferences(
    {
      subject: 'fact',
      claimType: id,
      written: writtenFact,
      inside: (fact, own, other) => insideFact(id, fact, own, other),
    },
    before.facts,
    after.facts,
  );
}

/** A fact as JSON: items and defaults by value as pairs, in their order. */
export function writtenFact({ added, type, default: byDefault, ...fact }: Fact): object {
  return { ...fact, type: writtenKind(type), default: writtenDefault(byDefault) };
}

function writtenKind(kind: FactKind): object {
  return 'items' in kind ? { ...kind, items: kind.items === null ? null : [...kind.items] } : kind;
}

function writtenDefault(byDefault: FactDefault): object {
  return byDefault.kind === 'by' ? { ...byDefault, values: [...byDefault.values] } : byDefault;
}

function* insideFact(claimType: string, id: string, before: Fact, after: Fact): Generator<Difference> {
  const of = { subject: 'fact', id, claimType } as const;
  const [own, other] = [itemsOf(before.type), itemsOf(after.type)];
  const alike = before.type.kind === after.type.kind && takesSame(before.type, after.type);
  if (own !== null && other !== null && alike) yield* itemDifferences(of, own, other);
  else yield* partDifferences(of, before, after, { kind: ({ type }) => writtenKind(type) });
  yield* partDifferences(of, before, after, {
    default: (fact) => writtenDefault(fact.default),
    label: ({ label }) => label,
  });
}

function itemsOf(kind: FactKind): ChoiceItems | null {
  return 'items' in kind ? kind.items : null;
}

/** Whether neither takes the first item of a list, or both do of the same list in the same order. */
function takesSame(one: FactKind, other: FactKind): boolean {
  const [list, next] = [listOfFirst(one), listOfFirst(other)];
  if (list === null && next === null) return true;
  const order = (kind: FactKind) => [...(itemsOf(kind)?.keys() ?? [])].join();
  return list === next && order(one) === order(other);
}

/** Items gained and lost, and those that are called otherwise. Their order is the page's matter. */
function* itemDifferences(
  of: { readonly subject: 'fact'; readonly id: string; readonly claimType: string },
  before: ChoiceItems,
  after: ChoiceItems,
): Generator<Difference> {
  const at = (item: string, own: Label | null, other: Label | null): Difference => ({
    ...partOf(of, 'item', own, other),
    at: [{ kind: 'item', item }],
  });
  for (const [item, label] of before) if (!after.has(item)) yield at(item, label, null);
  for (const [item, label] of after) {
    const known = before.get(item);
    if (known === undefined) yield at(item, null, label);
    else if (known.zh !== label.zh || known.en !== label.en) yield { ...at(item, known, label), part: 'label' };
  }
}
