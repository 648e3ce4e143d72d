import type { ClaimType, EffectiveRuleSet, Fact } from '../../rulesets/effective-rule-set.ts';
import type { Rename } from './renames.ts';

/** A rule set with one thing under another name, wherever it is spoken of. */
export function rewritten(ruleSet: EffectiveRuleSet, rename: Rename): EffectiveRuleSet {
  switch (rename.subject) {
    case 'product':
      return withProduct(ruleSet, rename);
    case 'limit':
      return withNames(ruleSet, rename, ['limits', 'readings']);
    case 'rule':
      return withNames(ruleSet, rename, ['rules', 'limits', 'readings']);
    case 'layer':
      return withNames(withLayer(ruleSet, rename), rename, ['terms', 'rules', 'limits']);
    default:
      return withNames(ruleSet, rename, [
        'claims',
        'terms',
        'standards',
        'costs',
        'layers',
        'rules',
        'limits',
        'readings',
      ]);
  }
}

/** A layer itself: a product or payer of the same name is another thing. */
function withLayer(ruleSet: EffectiveRuleSet, { from, to }: Rename): EffectiveRuleSet {
  return { ...ruleSet, layers: ruleSet.layers.map((layer) => (layer.name === from ? { ...layer, name: to } : layer)) };
}

/** Where a name is spoken of; `terms` are the standards that layers key. */
type Section = 'claims' | 'terms' | 'standards' | 'costs' | 'layers' | 'rules' | 'limits' | 'readings';

function withProduct(ruleSet: EffectiveRuleSet, { from, to }: Rename): EffectiveRuleSet {
  const layers = ruleSet.layers.map((layer) => (layer.product === from ? { ...layer, product: to } : layer));
  return { ...ruleSet, products: underNewId(ruleSet.products, from, to), layers };
}

function withNames(
  ruleSet: EffectiveRuleSet,
  { subject, from, to }: Rename,
  sections: readonly Section[],
): EffectiveRuleSet {
  const words = wordsOf(subject, from, to);
  const inside = <Value>(value: Value) => exchanged(value, words) as Value;
  const spoken = (section: Section) => (sections.includes(section) ? inside : <Value>(value: Value) => value);
  const named = <Thing extends { readonly name: string }>(things: readonly Thing[], own: Rename['subject']) =>
    spoken(`${own}s` as Section)(things).map((thing, index) =>
      subject === own ? thing : { ...thing, name: things[index]?.name ?? thing.name },
    );
  const standards = subject === 'standard' ? underNewId(ruleSet.standards, from, to) : ruleSet.standards;
  return {
    ...ruleSet,
    standards: mapped(standards, (one, id) => ({
      ...spoken(one.unit === 'terms' ? 'terms' : 'standards')(one),
      id,
    })),
    claims: subject === 'fact' ? mapped(ruleSet.claims, (type) => withFact(type, from, to, words)) : ruleSet.claims,
    layers: named(ruleSet.layers, 'layer'),
    rules: named(ruleSet.rules, 'rule'),
    limits: named(ruleSet.limits, 'limit'),
    costs: spoken('costs')(ruleSet.costs),
    readings: ruleSet.readings.map((reading) => ({ ...spoken('readings')(reading), id: reading.id })),
  };
}

function withFact(type: ClaimType, from: string, to: string, words: ReadonlyMap<string, string>): ClaimType {
  const facts = mapped(underNewId(type.facts, from, to), (fact, id) => ({ ...(exchanged(fact, words) as Fact), id }));
  return { ...type, dateFact: type.dateFact === from ? to : type.dateFact, facts };
}

function underNewId<Value>(map: ReadonlyMap<string, Value>, from: string, to: string): ReadonlyMap<string, Value> {
  return new Map([...map].map(([id, value]) => [id === from ? to : id, value]));
}

/** How a thing is written where it is spoken of: a standard by its dollar sign too, a fact of a bill as a pot. */
function wordsOf(subject: Rename['subject'], from: string, to: string): ReadonlyMap<string, string> {
  const words = new Map([[from, to]]);
  if (subject === 'standard') words.set(`$${from}`, `$${to}`);
  const cost = 'cost.';
  if (subject === 'fact' && from.startsWith(cost) && to.startsWith(cost))
    words.set(from.slice(cost.length), to.slice(cost.length));
  return words;
}

/** JSON with texts and keys exchanged; labels are people's words and stay. */
function exchanged(value: unknown, words: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return words.get(value) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map)
    return new Map([...value].map(([key, one]) => [words.get(key) ?? key, exchanged(one, words)]));
  if (Array.isArray(value)) return value.map((one) => exchanged(one, words));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [words.get(key) ?? key, key === 'label' ? one : exchanged(one, words)]),
  );
}

function mapped<Value>(
  map: ReadonlyMap<string, Value>,
  change: (value: Value, key: string) => Value,
): ReadonlyMap<string, Value> {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]));
}
