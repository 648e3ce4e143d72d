import type { Period } from '../domain/dates.ts';
import { type Label, labelOf } from '../domain/label.ts';
import { effectiveDigest } from './digest.ts';
import type {
  ClaimType,
  EffectiveRuleSet,
  EffectiveStandard,
  Layer,
  Limit,
  Origin,
  Reading,
  Rule,
  VersionName,
} from './effective-rule-set.ts';
import { countyFigures, standardOf, withCounty } from './effective-standard.ts';
import { claimTypes, factsOf } from './facts.ts';
import { amountOf } from './figure.ts';
import type {
  FactDeclaration,
  FactDeclarations,
  LimitDeclaration,
  Override,
  RuleDeclaration,
  RuleSet,
  Words,
} from './language.ts';
import { layersOf, productOf } from './layers.ts';
import { effectiveTermsDigest } from './terms-digest.ts';

/** A document and the name of the version it is; both have been validated. */
export interface Named<Document> {
  readonly document: Document;
  readonly name: VersionName;
}

/**
 * Resolves a city's rule set, and the override of a county where there is one, into what a claim is evaluated by. The
 * city's alone gives the city's own effective rule set. What the county adds stands after the city's, under `origin` county;
 * a standard that the override does not name keeps the city's value, and no improvement can be below it.
 * @param jurisdiction whose effective rule set it is; the override's, else the city's, unless given (a county without override)
 */
export function resolve(
  base: Named<RuleSet>,
  override: Named<Override> | null = null,
  jurisdiction: string = override?.name.jurisdiction ?? base.name.jurisdiction,
): EffectiveRuleSet {
  const city = base.document;
  const adds = override?.document.adds ?? {};
  const replaced = new Map(
    (override?.document.waivers ?? []).map(({ product, by }) => [product, labelOf(by, product)]),
  );
  const layers = layersOf(city, override?.document ?? null, replaced);
  const resolved = {
    jurisdiction,
    base: base.name,
    override: override?.name ?? null,
    title: labelOf(override?.document.title ?? city.title, jurisdiction),
    period: commonPeriod(city.effective, override?.document.effective),
    texts: override === null ? [city.effective] : [city.effective, override.document.effective],
    effectiveDigest: effectiveDigest(base.name.digest, override?.name.digest ?? null),
    clauses: labelsOf(city.clauses),
    products: productsOf(city, adds),
    claims: claimsOf(city, adds),
    costs: [...(city.costs ?? []), ...(adds.costs ?? [])],
    pots: labelsOf(city.pots),
    channels: labelsOf(city.channels),
    periods: labelsOf(city.periods),
    layers,
    standards: standardsOf(city, override?.document ?? null),
    limits: bothOf(city.limits, adds.limits, limitOf),
    rules: bothOf(city.rules, adds.rules, ruleOf).filter((rule) => !fundsReplaced(rule, layers, replaced)),
    readings: bothOf(city.readings, adds.readings, readingOf),
    leftOut: (city.leftOut ?? []).map(({ clause, label }) => ({ clause, label: labelOf(label, clause) })),
  };
  return { ...resolved, effectiveTermsDigest: effectiveTermsDigest(resolved) };
}

/** What a text calls things, by their ids. */
function labelsOf(words: Readonly<Record<string, Words>> | undefined): ReadonlyMap<string, Label> {
  return new Map(Object.entries(words ?? {}).map(([id, own]) => [id, labelOf(own, id)]));
}

type Adds = NonNullable<Override['adds']>;

/** The dates both texts cover; the county's own where they have none in common. */
function commonPeriod(city: Period, county: Period | undefined): Period {
  if (county === undefined) return city;
  const [, from = county.from] = [city.from, county.from].sort();
  const [to] = [city.to, county.to].filter((end) => end !== undefined).sort();
  if (to === undefined) return { from };
  return from <= to ? { from, to } : county;
}

function productsOf(city: RuleSet, adds: Adds): EffectiveRuleSet['products'] {
  return new Map(
    Object.entries({ ...adds.products, ...city.products }).map(([id, { label, period, waivable }]) => [
      id,
      { label: labelOf(label, id), period: period ?? null, waivable: waivable ?? false },
    ]),
  );
}

function claimsOf(city: RuleSet, adds: Adds): ReadonlyMap<string, ClaimType> {
  const types = new Map([...claimTypes(adds.claims ?? {}, true), ...claimTypes(city.claims, false)]);
  const ordered = [...Object.keys(city.claims), ...Object.keys(adds.claims ?? {})];
  return new Map(
    [...new Set(ordered)].flatMap((name) => {
      const type = types.get(name);
      return type === undefined ? [] : [[name, withFacts(type, adds.facts ?? {}, types)] as const];
    }),
  );
}

/** A claim type with the facts a county adds to it: those under its name, and those meant for every type. */
function withFacts(
  type: ClaimType,
  added: NonNullable<Adds['facts']>,
  types: ReadonlyMap<string, ClaimType>,
): ClaimType {
  const declared: FactDeclarations = {};
  for (const [key, value] of Object.entries(added)) {
    if (key === type.type) Object.assign(declared, value as FactDeclarations);
    else if (!types.has(key)) declared[key] = value as FactDeclaration;
  }
  const facts = factsOf(declared, { added: true, optional: true, beside: type.facts });
  return { ...type, facts: new Map([...type.facts, ...[...facts].filter(([id]) => !type.facts.has(id))]) };
}

function standardsOf(city: RuleSet, county: Override | null): ReadonlyMap<string, EffectiveStandard> {
  const cityOwn = Object.entries(city.standards).map(([id, declared]) => {
    return [id, withCounty(standardOf(id, declared, 'city'), countyFigures(county ?? {}, id))] as const;
  });
  const added = Object.entries(county?.adds?.standards ?? {}).filter(([id]) => !Object.hasOwn(city.standards, id));
  return new Map([...cityOwn, ...added.map(([id, declared]) => [id, standardOf(id, declared, 'county')] as const)]);
}

function bothOf<D, E>(
  city: readonly D[] | undefined,
  county: readonly D[] | undefined,
  make: (declared: D, origin: Origin) => E,
): readonly E[] {
  return [...(city ?? []).map((one) => make(one, 'city')), ...(county ?? []).map((one) => make(one, 'county'))];
}

function ruleOf({ name, label, layer, clause, conditions, event }: RuleDeclaration, origin: Origin): Rule {
  const named = { name, label: labelOf(label, name), layer: layer ?? null, clause: clause ?? null };
  return { ...named, conditions, event, origin };
}

/** A limit with what it leaves unsaid: it binds what it is over, and holds for one claim. */
function limitOf(declared: LimitDeclaration, origin: Origin): Limit {
  const { name, label, clause, conditions, over, binds, per, atMost, leave, of } = declared;
  const named = { name, label: labelOf(label, name), clause: clause ?? null, conditions: conditions ?? null, origin };
  if (leave !== undefined) return { ...named, kind: 'leave', leave, of: of ?? [] };
  if (atMost === undefined) throw new RangeError(`limit ${name} has neither atMost nor leave`);
  return {
    ...named,
    kind: 'atMost',
    over: over ?? binds ?? [],
    binds: binds ?? over ?? [],
    per: per ?? 'claim',
    atMost,
  };
}

function readingOf({
  id,
  clause,
  label,
  zh,
  en,
  standard,
  rule,
  limit,
}: NonNullable<RuleSet['readings']>[number]): Reading {
  const words: Label = labelOf(label ?? (zh === undefined ? en : en === undefined ? zh : { zh, en }), id);
  const about = { standard: standard?.replace(/^\$/, '') ?? null, rule: rule ?? null, limit: limit ?? null };
  return { id, clause: clause ?? null, label: words, ...about };
}

/** A premium of a product that the county waived is nobody's to bring. */
function fundsReplaced(rule: Rule, layers: readonly Layer[], replaced: ReadonlyMap<string, Label>): boolean {
  if (rule.event.type !== 'fund') return false;
  const { premium } = rule.event.params;
  return replaced.has(productOf(amountOf(premium).slice(1), layers));
}
