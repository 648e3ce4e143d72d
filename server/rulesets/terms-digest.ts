import type { Period } from '../domain/dates.ts';
import { FACT_KINDS, listOfFirst } from './derived.ts';
import { digest } from './digest.ts';
import type { EffectiveRuleSet, Fact, FactKind, Layer } from './effective-rule-set.ts';
import type { Claims, FactDeclaration, FactDeclarations, Override, RuleSet, StandardValue } from './language.ts';
import { mergeRows } from './rows.ts';
import { isList, isMap, isRows } from './standard-at.ts';

/** What a declaration says in words, or about where it comes from, beside its terms. */
const WORDS: readonly string[] = ['label', 'zh', 'en', 'clause', 'source', 'verified', 'payer'];

/**
 * The digest of a text's figures and rules alone: labels, titles, clauses, readings, sources, payers' names, the reason, the
 * period and whose text it is are left out. Two texts of the same terms digest differ in words at most.
 */
export function termsDigest(document: RuleSet | Override): string {
  if (document.kind === 'RuleSet') {
    return digest({ ...sections(document), standards: eachWithoutWords(document.standards) });
  }
  const { standards, keyedStandards, adds, waivers } = document;
  return digest({
    standards: standards ?? {},
    // Texts without any keep the digest that they have always had.
    ...(Object.keys(keyedStandards ?? {}).length === 0 ? {} : { keyedStandards }),
    adds: {
      ...sections(adds ?? {}),
      facts: Object.fromEntries(Object.entries(adds?.facts ?? {}).map(([key, one]) => [key, factOrFacts(one)])),
      standards: eachWithoutWords(adds?.standards ?? {}),
    },
    waivers: (waivers ?? []).map((waiver) => ({ product: waiver.product, standards: waiver.standards })),
  });
}

/**
 * The digest of resolved terms: the same wherever a claim is settled the same way, whoever set the figures. Rows are
 * merged, lists sorted, decimals shortest.
 */
export function effectiveTermsDigest(
  effective: Pick<EffectiveRuleSet, 'texts' | 'claims' | 'costs' | 'layers' | 'standards' | 'limits' | 'rules'>,
): string {
  return digest({
    claims: mapped(effective.claims, ({ dateFact, facts }) => ({ date: dateFact, facts: mapped(facts, factTerms) })),
    costs: effective.costs,
    layers: effective.layers.map((layer) => layerTerms(layer, effective.texts)),
    standards: mapped(effective.standards, ({ unit, by, value }) => ({ unit, by, value: plainest(value) })),
    limits: effective.limits.map((limit) => without({ ...limit }, [...WORDS, 'origin'])),
    rules: effective.rules.map((rule) => without({ ...rule }, [...WORDS, 'origin'])),
  });
}

/** The shortest way to write a value of the same meaning: rows merged, lists sorted as sets of words. */
export function plainest(value: StandardValue): StandardValue {
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plainest(one)]));
  if (isRows(value)) return mergeRows(value.map((row) => ({ ...row, value: plainest(row.value) })));
  if (isList(value)) return [...new Set(value.map(String))].sort();
  return value;
}

function sections({
  products,
  claims,
  costs,
  layers,
  limits,
  rules,
}: Partial<Pick<RuleSet, 'products' | 'claims' | 'costs' | 'layers' | 'limits' | 'rules'>>): object {
  return {
    products: eachWithoutWords(products ?? {}),
    claims: claimTerms(claims ?? {}),
    costs: costs ?? [],
    layers: (layers ?? []).map((one) => without({ ...one }, WORDS)),
    limits: (limits ?? []).map((one) => without({ ...one }, WORDS)),
    rules: (rules ?? []).map((one) => without({ ...one }, WORDS)),
  };
}

function claimTerms(claims: Claims): object {
  return Object.fromEntries(
    Object.entries(claims).map(([type, { date, facts }]) => [
      type,
      {
        date: typeof date === 'string' && Object.hasOwn(facts, date) ? date : null,
        facts: Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, declaredTerms(fact)])),
      },
    ]),
  );
}

/** Added facts stand under a claim type, or alone. */
function factOrFacts(value: FactDeclaration | FactDeclarations): object {
  if (FACT_KINDS.some((kind) => kind in value)) return declaredTerms(value as FactDeclaration);
  return Object.fromEntries(Object.entries(value as FactDeclarations).map(([id, fact]) => [id, declaredTerms(fact)]));
}

function declaredTerms(fact: FactDeclaration): object {
  const { label, choice, list, ...terms } = fact;
  const items = (of: NonNullable<FactDeclaration['choice']>) =>
    (Array.isArray(of) ? of.map(String) : Object.keys(of)).toSorted();
  return {
    ...terms,
    ...(choice === undefined ? {} : { choice: items(choice) }),
    ...(typeof list === 'object' && list.choice !== undefined
      ? { list: { choice: items(list.choice) } }
      : { list: list ?? null }),
  };
}

function factTerms({ type, default: byDefault }: Fact): object {
  const items = 'items' in type ? { items: type.items === null ? null : itemTerms(type, [...type.items.keys()]) } : {};
  const values = 'values' in byDefault ? { values: Object.fromEntries(byDefault.values) } : {};
  return { ...type, ...items, default: { ...byDefault, ...values } };
}

function layerTerms(layer: Layer, texts: readonly Period[]): object {
  const { name, product, channel, combine } = layer;
  return { name, product, channel, combine, period: ownPeriod(layer, texts) };
}

/** A layer's period is a term only where it is its own: the text's says when the text holds, not what it pays. */
export function ownPeriod({ period }: Pick<Layer, 'period'>, texts: readonly Period[]): Period | null {
  const own = texts.every(({ from, to }) => from !== period.from || to !== period.to);
  return own ? period : null;
}

function eachWithoutWords(declared: Readonly<Record<string, object>>): object {
  return Object.fromEntries(Object.entries(declared).map(([id, one]) => [id, without({ ...one }, WORDS)]));
}

function without(declared: Readonly<Record<string, unknown>>, left: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(declared).filter(([key, value]) => value !== undefined && !left.includes(key)),
  );
}

function mapped<V>(map: ReadonlyMap<string, V>, change: (value: V) => unknown): object {
  return Object.fromEntries([...map].map(([key, value]) => [key, change(value)]));
}

/** In which order a choice writes its items means nothing, but of one that takes the first. */
function itemTerms(type: FactKind, items: readonly string[]): readonly string[] {
  return listOfFirst(type) === null ? items.toSorted() : items;
}
