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
import { sameJson } from '../../../rulesets/same-value.ts';
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
  const [list, next] = [listOfFirst(before.type), listOfFirst(after.type)];
  if (own === null || other === null || before.type.kind !== after.type.kind || list !== next)
    yield* partDifferences(of, before, after, { kind: ({ type }) => writtenKind(type) });
  else if (list === null) yield* itemDifferences(of, own, other);
  else yield* orderDifferences(of, own, other);
  yield* partDifferences(of, before, after, {
    default: (fact) => writtenDefault(fact.default),
    label: ({ label }) => label,
  });
}

function itemsOf(kind: FactKind): ChoiceItems | null {
  return 'items' in kind ? kind.items : null;
}

/** The fact whose items differ. */
interface OfFact {
  readonly subject: 'fact';
  readonly id: string;
  readonly claimType: string;
}

/** Items gained and lost, and those that are called otherwise. Their order is the page's matter. */
function* itemDifferences(of: OfFact, before: ChoiceItems, after: ChoiceItems): Generator<Difference> {
  for (const [item, label] of before) if (!after.has(item)) yield itemDifference(of, 'item', item, label, null);
  for (const [item, label] of after) if (!before.has(item)) yield itemDifference(of, 'item', item, null, label);
  yield* itemLabelDifferences(of, before, after);
}

/** Of what takes the first item of a list: the items in their order, as pairs, and those that are called otherwise. */
function* orderDifferences(of: OfFact, before: ChoiceItems, after: ChoiceItems): Generator<Difference> {
  yield* itemLabelDifferences(of, before, after);
  if (!sameJson([...before.keys()], [...after.keys()])) yield partOf(of, 'order', [...before], [...after]);
}

function* itemLabelDifferences(of: OfFact, before: ChoiceItems, after: ChoiceItems): Generator<Difference> {
  for (const [item, label] of after) {
    const known = before.get(item);
    if (known !== undefined && !sameJson(known, label)) yield itemDifference(of, 'label', item, known, label);
  }
}

function itemDifference(
  of: OfFact,
  part: 'item' | 'label',
  item: string,
  own: Label | null,
  other: Label | null,
): Difference {
  return { ...partOf(of, part, own, other), at: [{ kind: 'item', item }] };
}
