import type { ClaimType, EffectiveRuleSet, Fact } from '../../rulesets/effective-rule-set.ts';
import { plainest } from '../../rulesets/terms-digest.ts';
import type { Subject } from './difference.ts';
import { writtenFact } from './differences/claims.ts';
import { potOf, rewritten } from './rewritten.ts';

/** One thing under another name: what the first side calls `from` the second calls `to`. */
export interface Rename {
  readonly subject: Extract<Subject, 'standard' | 'rule' | 'limit' | 'layer' | 'product' | 'fact'>;
  /** Of a fact, else null. */
  readonly claimType: string | null;
  readonly from: string;
  readonly to: string;
}

/** How to tell that two things are one: by what people call it first, then by what it does. */
type Signatures<Thing> = readonly ((thing: Thing) => unknown)[];

/**
 * What only the names of were changed. A thing that is gone and one that is new are taken as one where they alone, among all
 * that are gone and new, have the same label and shape, or else say the same; so the question asked the other way round has
 * the same answer. Each kind of thing is looked for with the names of the kinds before it put right.
 * @returns the renames, and the first side with the second's names
 */
export function renamesBetween(
  before: EffectiveRuleSet,
  after: EffectiveRuleSet,
): { readonly renames: readonly Rename[]; readonly before: EffectiveRuleSet } {
  const renames: Rename[] = [];
  let known = before;
  for (const find of searches) {
    const found = find(known, after);
    if (found.length === 0) continue;
    renames.push(...found);
    known = found.reduce(rewritten, known);
  }
  return { renames, before: known };
}

const searches: readonly ((before: EffectiveRuleSet, after: EffectiveRuleSet) => readonly Rename[])[] = [
  (before, after) => {
    const found = [...before.claims].flatMap(([type, own]) => {
      const other = after.claims.get(type);
      return other === undefined ? [] : factsRenamed(type, own, other);
    });
    return found.filter((rename) => isRenamedEverywhere(rename, found, before, after));
  },
  (before, after) =>
    pairs('standard', before.standards, after.standards, [
      ({ label, unit, by }) => ({ label, unit, by }),
      ({ unit, by, better, value }) => ({ unit, by, better, value: plainest(value) }),
    ]),
  (before, after) => pairs('product', before.products, after.products, [({ label }) => label]),
  (before, after) => pairs('layer', byName(before.layers), byName(after.layers), [({ label }) => label]),
  (before, after) =>
    pairs('rule', byName(before.rules), byName(after.rules), [
      ({ label, layer, event }) => ({ label, layer, type: event.type }),
      ({ layer, conditions, event }) => ({ layer, conditions, event }),
    ]).filter(({ from, to }) => [from, to].every((name) => isLayer(before, name) === isLayer(after, name))),
  (before, after) =>
    pairs('limit', byName(before.limits), byName(after.limits), [
      ({ label, kind }) => ({ label, kind }),
      ({ name, label, clause, origin, ...terms }) => terms,
    ]),
];

/** Limits and counters mean the layer by a name that a rule has as well. */
function isLayer({ layers }: EffectiveRuleSet, called: string): boolean {
  return layers.some(({ name }) => name === called);
}

function factsRenamed(type: string, before: ClaimType, after: ClaimType): readonly Rename[] {
  const shape = (fact: Fact) => ({ ...writtenFact(fact), id: '' });
  return pairs('fact', before.facts, after.facts, [shape], type);
}

/**
 * Rules speak of a fact whatever the claim's type: one that keeps its name in another type, or takes the name of what is
 * something else there, is not the same under another name.
 */
function isRenamedEverywhere(
  { from, to }: Rename,
  found: readonly Rename[],
  before: EffectiveRuleSet,
  after: EffectiveRuleSet,
): boolean {
  if (names(after, from) || names(before, to)) return false;
  return [...before.claims].every(
    ([type, { facts }]) =>
      !facts.has(from) ||
      !after.claims.has(type) ||
      found.some((one) => one.claimType === type && one.from === from && one.to === to),
  );
}

/** Whether a claim type has a fact of this id, or the bill a pot of its name. */
function names({ claims, costs }: EffectiveRuleSet, fact: string): boolean {
  const pot = potOf(fact);
  return (
    [...claims.values()].some(({ facts }) => facts.has(fact)) ||
    (pot !== undefined && costs.some(({ to, rest }) => to === pot || rest === pot))
  );
}

function byName<Thing extends { readonly name: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> {
  return new Map(things.map((thing) => [thing.name, thing]));
}

function pairs<Thing>(
  subject: Rename['subject'],
  before: ReadonlyMap<string, Thing>,
  after: ReadonlyMap<string, Thing>,
  signatures: Signatures<Thing>,
  claimType: string | null = null,
): readonly Rename[] {
  const gone = new Map([...before].filter(([id]) => !after.has(id)));
  const come = new Map([...after].filter(([id]) => !before.has(id)));
  const found: Rename[] = [];
  for (const signature of signatures) {
    if (gone.size === 0 || come.size === 0) break;
    const [own, other] = [alone(gone, signature), alone(come, signature)];
    for (const [text, from] of own) {
      const to = other.get(text);
      if (from === null || to === undefined || to === null) continue;
      found.push({ subject, claimType, from, to });
      gone.delete(from);
      come.delete(to);
    }
  }
  return found;
}

/** Ids by their signature; null under one that several have. */
function alone<Thing>(
  things: ReadonlyMap<string, Thing>,
  signature: (thing: Thing) => unknown,
): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  for (const [id, thing] of things) {
    const text = JSON.stringify(signature(thing));
    found.set(text, found.has(text) ? null : id);
  }
  return found;
}
