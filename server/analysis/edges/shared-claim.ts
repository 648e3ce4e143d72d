import type { Label } from '../../domain/label.ts';
import { type ClaimTypeRules, rulesOfClaimType } from '../../engine/claim-type.ts';
import { counterId } from '../../engine/counter-source.ts';
import { withinBoth } from '../../rulesets/bounds.ts';
import { elsewherePath, historyPath, settledPath } from '../../rulesets/claim-paths.ts';
import { type Counter, counters } from '../../rulesets/counters.ts';
import { isDerived } from '../../rulesets/derived.ts';
import type { ChoiceItems, EffectiveRuleSet, Fact, FactKind } from '../../rulesets/effective-rule-set.ts';
import { placesOf } from '../../rulesets/fact-places.ts';
import { potsOf } from '../../rulesets/pots.ts';
import { layersReached } from '../../rulesets/reach.ts';
import type { Both } from './both.ts';
import { boundsBetween } from './days-bounds.ts';

/** A claim type as far as claims of it are valid under both rule sets. */
export interface SharedClaim {
  readonly type: string;
  readonly label: Label;
  readonly sides: Both<{ readonly ruleSet: EffectiveRuleSet; readonly claimType: ClaimTypeRules }>;
  /** Facts that both declare and that hold the same kind of thing, cut down to values that both take; and derived ones of either. */
  readonly facts: ReadonlyMap<string, Both<Fact>>;
  /** Days that the second counts between other dates than the first: under which id of their own they stand in `facts`. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Paths under which both take amounts beside the facts: counters, settled layers, amounts that others paid. */
  readonly taken: ReadonlySet<string>;
  readonly pots: readonly string[];
  /** Facts and items that only one of the two takes: claims that bring them cannot be compared. */
  readonly oneSided: readonly string[];
}

/** A claim type of one rule set only, or one that no claim is valid for in both: null then. */
export function sharedClaim(from: EffectiveRuleSet, to: EffectiveRuleSet, type: string): SharedClaim | null {
  const sides = {
    from: { ruleSet: from, claimType: rulesOfClaimType(from, type) },
    to: { ruleSet: to, claimType: rulesOfClaimType(to, type) },
  };
  const [one, other] = [sides.from.claimType.facts, sides.to.claimType.facts];
  const oneSided: string[] = [];
  const facts = new Map<string, Both<Fact>>();
  const renamed = new Map<string, string>();
  for (const id of new Set([...one.keys(), ...other.keys()])) {
    const both = { from: one.get(id), to: other.get(id) };
    for (const found of derivedFacts(id, both)) {
      const derived = withinBounds(found, sides);
      facts.set(derived.id, { from: derived, to: derived });
      if (derived.id !== id) renamed.set(id, derived.id);
    }
    if (areDerived(both)) continue;
    const kinds = both.from && both.to ? commonKinds(both.from.type, both.to.type) : null;
    if (both.from && both.to && kinds !== null) {
      facts.set(id, { from: { ...both.from, type: kinds.from }, to: { ...both.to, type: kinds.to } });
      oneSided.push(...[...kinds.oneSided].map((item) => `${id}=${item}`));
    } else {
      oneSided.push(id);
      if (both.from?.default.kind === 'required' || both.to?.default.kind === 'required') return null;
    }
  }
  const pots = [...potsOf(from, type)].filter((pot) => potsOf(to, type).has(pot));
  const label = from.claims.get(type)?.label ?? { zh: type, en: type };
  return { type, label, sides, facts, renamed, taken: takenByBoth(from, to, type, pots), pots, oneSided };
}

/** Whether no claim brings the fact under either rule set. */
function areDerived({ from, to }: { readonly from: Fact | undefined; readonly to: Fact | undefined }): boolean {
  return [from, to].every((fact) => fact === undefined || isDerived(fact.type));
}

/**
 * What is worked out of a fact: by both alike, by one alone, or by each in its own way, the second's then under an id of
 * its own. What comes first in a list hangs on the list alone, whichever side asks.
 */
function* derivedFacts(
  id: string,
  { from, to }: { readonly from: Fact | undefined; readonly to: Fact | undefined },
): Generator<Fact> {
  if (from !== undefined && isDerived(from.type)) yield from;
  if (to === undefined || !isDerived(to.type)) return;
  if (from === undefined) yield to;
  else if (to.type.kind === 'daysBetween' && !areBetweenSame(from.type, to.type)) yield { ...to, id: `${id} (2)` };
}

/** Days cut down to those that both rule sets take, whatever the facts that bound them are called. */
function withinBounds(fact: Fact, { from, to }: SharedClaim['sides']): Fact {
  if (fact.type.kind !== 'daysBetween') return fact;
  const bounds = withinBoth(boundsBetween(from.claimType, fact.type), boundsBetween(to.claimType, fact.type));
  return { ...fact, type: { ...fact.type, ...bounds } };
}

function areBetweenSame(one: FactKind, other: FactKind): boolean {
  if (one.kind !== 'daysBetween' || other.kind !== 'daysBetween') return false;
  return one.from === other.from && one.to === other.to;
}

function takenByBoth(
  from: EffectiveRuleSet,
  to: EffectiveRuleSet,
  type: string,
  pots: readonly string[],
): ReadonlySet<string> {
  const known = new Set(counters(to).map(counterId));
  const layers = new Set(layersReached(to, type));
  return new Set([
    ...counters(from)
      .filter((counter: Counter) => known.has(counterId(counter)))
      .map(historyPath),
    ...[...layersReached(from, type)].filter((layer) => layers.has(layer)).map(settledPath),
    ...pots.map(elsewherePath),
  ]);
}

/** Both kinds cut down to values that both take; null where they are not one kind. */
function commonKinds(
  one: FactKind,
  other: FactKind,
): (Both<FactKind> & { readonly oneSided: ReadonlySet<string> }) | null {
  const same = { from: one, to: other, oneSided: new Set<string>() };
  // Claims of one side bring what the other works out: those that say nothing of it are compared.
  if (isDerived(one) || isDerived(other)) return null;
  if (one.kind === 'choice' && other.kind === 'choice') {
    const [items, oneSided] = commonItems(one.items, other.items);
    return items.size === 0 ? null : { from: { ...one, items }, to: { ...other, items }, oneSided };
  }
  if (one.kind === 'list' && other.kind === 'list') {
    if (one.items === null || other.items === null) {
      return one.items === other.items
        ? { ...same, from: { ...one, ...withinBoth(one, other) }, to: { ...other, ...withinBoth(one, other) } }
        : null;
    }
    const [items, oneSided] = commonItems(one.items, other.items);
    return { from: { ...one, items }, to: { ...other, items }, oneSided };
  }
  // What one counts in tenths the other would count in hundredths.
  if (one.kind !== other.kind || placesOf(one) !== placesOf(other)) return null;
  if ((one.kind === 'integer' || one.kind === 'decimal') && 'atLeast' in other)
    return { ...same, from: { ...one, ...withinBoth(one, other) }, to: { ...other, ...withinBoth(one, other) } };
  return same;
}

function commonItems(one: ChoiceItems, other: ChoiceItems): [ChoiceItems, ReadonlySet<string>] {
  const items = new Map([...one].filter(([item]) => other.has(item)));
  return [items, new Set([...one.keys(), ...other.keys()].filter((item) => !items.has(item)))];
}
