import { type Label, labelOf } from '../../domain/label.ts';
import type { ClaimType, EffectiveRuleSet, EffectiveStandard, Fact } from '../effective-rule-set.ts';
import { countyFigures, standardOf, withCounty } from '../effective-standard.ts';
import { claimTypes, factsOf } from '../facts.ts';
import type {
  Cost,
  FactDeclaration,
  FactDeclarations,
  LayerDeclaration,
  LimitDeclaration,
  Override,
  RuleDeclaration,
  RuleSet,
} from '../language.ts';
import { stepInto } from '../positions.ts';
import { potsOf } from '../pots.ts';
import { factOrFacts } from './added-facts.ts';

/** Something declared, with the place of its declaration; null where the city declared it and a county's text is checked. */
export interface Declared<Declaration> {
  readonly declared: Declaration;
  readonly pointer: string | null;
}

/** What a layer says of itself that checks ask for. */
export type ScopedLayer = Pick<LayerDeclaration, 'name' | 'combine' | 'product' | 'channel'>;

/** A rule as checks see it, the city's as well as the text's own. */
export type ScopedRule = Pick<RuleDeclaration, 'name' | 'layer' | 'conditions' | 'event'>;

/** A limit as checks see it. */
export type ScopedLimit = Pick<
  LimitDeclaration,
  'name' | 'label' | 'over' | 'binds' | 'per' | 'atMost' | 'leave' | 'of' | 'conditions'
>;

/** A fact of one claim type. */
export interface FactOfType {
  readonly type: string;
  readonly fact: Fact;
}

/** Everything that names in a text can mean: what the text declares, and for a county's text what its city does. */
export interface Scope {
  readonly claims: ReadonlyMap<string, ClaimType>;
  /** Facts by id, over all claim types that declare one. */
  readonly facts: ReadonlyMap<string, readonly FactOfType[]>;
  readonly standards: ReadonlyMap<string, EffectiveStandard>;
  readonly layers: readonly Declared<ScopedLayer>[];
  readonly rules: readonly Declared<ScopedRule>[];
  readonly limits: readonly Declared<ScopedLimit>[];
  readonly costs: readonly Declared<Cost>[];
  readonly products: ReadonlySet<string>;
  /** Pots by claim type. */
  readonly pots: ReadonlyMap<string, ReadonlySet<string>>;
  /** How the policy writes each clause; null where the city lists none. */
  readonly clauses: ReadonlyMap<string, Label> | null;
  /** Ids of payers; null where the text may mean the city's, which are not known by id. */
  readonly payers: ReadonlySet<string> | null;
}

/** The scope of a city's text. */
export function scopeOfCity(document: RuleSet): Scope {
  const standards = Object.entries(document.standards).map(([id, one]) => [id, standardOf(id, one, 'city')] as const);
  const clauses = document.clauses === undefined ? null : Object.entries(document.clauses);
  return completed({
    claims: claimTypes(document.claims, false),
    standards: new Map(standards),
    layers: placed(document.layers, '/layers'),
    rules: placed(document.rules, '/rules'),
    limits: placed(document.limits, '/limits'),
    costs: placed(document.costs, '/costs'),
    products: new Set(Object.keys(document.products ?? {})),
    clauses: clauses === null ? null : new Map(clauses.map(([id, words]) => [id, labelOf(words, id)])),
    payers: new Set(Object.keys(document.payers ?? {})),
  });
}

/** The scope of a county's text over its city: the city's standards with the county's values, and what the county adds. */
export function scopeOfCounty(
  document: Pick<Override, 'adds' | 'standards' | 'waivers' | 'keyedStandards'>,
  city: EffectiveRuleSet,
): Scope {
  const adds = document.adds ?? {};
  const added = Object.entries(adds.standards ?? {}).filter(([id]) => !city.standards.has(id));
  return completed({
    claims: countyClaims(adds, city),
    standards: new Map([
      ...[...city.standards.values()].map((one) => [one.id, withCounty(one, countyFigures(document, one.id))] as const),
      ...added.map(([id, one]) => [id, standardOf(id, one, 'county')] as const),
    ]),
    layers: [...citys(city.layers.map(plainLayer)), ...placed(adds.layers, '/adds/layers')],
    rules: [...citys(city.rules.map(plainRule)), ...placed(adds.rules, '/adds/rules')],
    limits: [...citys(city.limits.map(plainLimit)), ...placed(adds.limits, '/adds/limits')],
    costs: [...citys(city.costs), ...placed(adds.costs, '/adds/costs')],
    products: new Set([...city.products.keys(), ...Object.keys(adds.products ?? {})]),
    clauses: city.clauses.size === 0 ? null : city.clauses,
    payers: null,
  });
}

/** A scope without what follows from the rest of it. */
type Bare = Omit<Scope, 'facts' | 'pots'>;

function completed(bare: Bare): Scope {
  const facts = new Map<string, FactOfType[]>();
  for (const claimType of bare.claims.values()) {
    for (const fact of claimType.facts.values()) {
      const known = facts.get(fact.id) ?? [];
      known.push({ type: claimType.type, fact });
      facts.set(fact.id, known);
    }
  }
  const costs = bare.costs.map(({ declared }) => declared);
  const pots = [...bare.claims.keys()].map((type) => [type, potsOf({ claims: bare.claims, costs }, type)] as const);
  return { ...bare, facts, pots: new Map(pots) };
}

function placed<Declaration>(list: readonly Declaration[] | undefined, pointer: string): Declared<Declaration>[] {
  return (list ?? []).map((declared, index) => ({ declared, pointer: stepInto(pointer, index) }));
}

function citys<Declaration>(list: readonly Declaration[]): Declared<Declaration>[] {
  return list.map((declared) => ({ declared, pointer: null }));
}

function countyClaims(adds: NonNullable<Override['adds']>, city: EffectiveRuleSet): ReadonlyMap<string, ClaimType> {
  const types = new Map([...claimTypes(adds.claims ?? {}, true), ...city.claims]);
  const { byType, forAll } = factOrFacts(adds.facts ?? {}, new Set(types.keys()));
  return new Map(
    [...types].map(([name, type]) => {
      const declared: FactDeclarations = { ...forAll, ...byType.get(name) };
      const own = Object.entries(declared).filter(([id]) => !type.facts.has(id));
      const facts = factsOf(Object.fromEntries<FactDeclaration>(own), {
        added: true,
        optional: true,
        beside: type.facts,
      });
      return [name, { ...type, facts: new Map([...type.facts, ...facts]) }];
    }),
  );
}

function plainLayer({ name, combine, product, channel }: EffectiveRuleSet['layers'][number]): ScopedLayer {
  return {
    name,
    combine,
    ...(product === null ? {} : { product }),
    ...(channel === null ? {} : { channel: `$${channel}` }),
  };
}

function plainRule({ name, layer, conditions, event }: EffectiveRuleSet['rules'][number]): ScopedRule {
  return { name, conditions, event, ...(layer === null ? {} : { layer }) };
}

function plainLimit(limit: EffectiveRuleSet['limits'][number]): ScopedLimit {
  const { name, label, conditions } = limit;
  const when = conditions === null ? {} : { conditions };
  if (limit.kind === 'leave') return { name, label, leave: limit.leave, of: [...limit.of], ...when };
  const { over, binds, per, atMost } = limit;
  const top = typeof atMost === 'object' && 'share' in atMost ? { share: atMost.share, of: [...atMost.of] } : atMost;
  return { name, label, over: [...over], binds: [...binds], per, atMost: top, ...when };
}
