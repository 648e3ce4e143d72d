import type { Condition, ConditionLeaf, Cost } from '../language.ts';
import { stepInto } from '../positions.ts';
import { reaches } from '../reach.ts';
import { definition, eventSchema, type Reference, referencesIn, type StandardReference } from './references.ts';
import type { Declared, Scope, ScopedLayer, ScopedLimit, ScopedRule } from './scope.ts';

/** The declaration that a reference stands in. */
export type Place =
  | { readonly kind: 'rule'; readonly declared: ScopedRule }
  | { readonly kind: 'limit'; readonly declared: ScopedLimit }
  | { readonly kind: 'cost'; readonly declared: Cost }
  | { readonly kind: 'layer'; readonly declared: ScopedLayer };

/** A reference with where it stands and the claim types it matters for. */
export interface Use<Of extends Reference = Reference> {
  readonly reference: Of;
  /** Null where it stands in the city's text. */
  readonly pointer: string | null;
  readonly types: readonly string[];
  readonly place: Place;
  /** Whether it is the amount of a limit, the one place where nothing may be no bound. */
  readonly cap: boolean;
  /** The params of the event it stands in, where it stands in one. */
  readonly params: Readonly<Record<string, unknown>> | null;
}

/** A leaf of a condition, where it stands and the claim types for which the condition can hold. */
export interface LeafUse {
  readonly leaf: ConditionLeaf;
  readonly pointer: string | null;
  readonly types: readonly string[];
}

/** Everything that rules, limits, costs and layers refer to. */
export interface Usage {
  readonly uses: readonly Use[];
  readonly leaves: readonly LeafUse[];
  /** The claim types a rule can apply to, by rule name; none where nothing decides otherwise. */
  readonly typesOf: (rule: ScopedRule) => readonly string[];
  /** The claim types in which a standard is read; all where none reads it. */
  readonly typesReading: (standard: string) => ReadonlySet<string>;
}

/** Gathers what a scope's declarations refer to. */
export function usageOf(scope: Scope): Usage {
  const all = [...scope.claims.keys()];
  const types = new Map(scope.rules.map(({ declared }) => [declared, reached(declared.conditions, all)]));
  const typesOf = (rule: ScopedRule) => types.get(rule) ?? all;
  const uses: Use[] = [];
  const leaves: LeafUse[] = [];
  for (const rule of scope.rules) {
    const { event, conditions } = rule.declared;
    const at = rule.pointer;
    const place = { kind: 'rule', declared: rule.declared } as const;
    uses.push(...usesIn(eventSchema, event, below(at, 'event'), typesOf(rule.declared), place));
    leaves.push(...leavesOf(conditions, below(at, 'conditions'), typesOf(rule.declared)));
  }
  for (const limit of scope.limits) {
    const bound = boundTypes(scope, limit, typesOf);
    // What its condition compares with is no figure of its own.
    const { conditions, ...figures } = limit.declared;
    const place = { kind: 'limit', declared: limit.declared } as const;
    uses.push(...usesIn(definition('limit'), figures, limit.pointer, bound, place));
    if (conditions !== undefined) leaves.push(...leavesOf(conditions, below(limit.pointer, 'conditions'), bound));
  }
  for (const { declared, pointer } of scope.costs) {
    const billed = all.filter((type) => scope.claims.get(type)?.facts.has(`cost.${declared.item}`));
    const types = billed.length > 0 ? billed : all;
    uses.push(...usesIn(definition('cost'), declared, pointer, types, { kind: 'cost', declared }));
  }
  for (const { declared, pointer } of scope.layers) {
    const types = layerTypes(scope, declared.name, typesOf, all);
    uses.push(...usesIn(definition('layer'), declared, pointer, types, { kind: 'layer', declared }));
  }
  return { uses, leaves, typesOf, typesReading: typesReadingIn(uses, leaves, all) };
}

/** Whether a use is of a standard. */
export function isStandardUse(use: Use): use is Use<StandardReference> {
  return use.reference.kind === 'standard';
}

/** All leaves of a condition with their places. */
export function* leavesOf(condition: Condition, pointer: string | null, types: readonly string[]): Generator<LeafUse> {
  if ('fact' in condition) yield { leaf: condition, pointer, types };
  else if ('not' in condition) yield* leavesOf(condition.not, below(pointer, 'not'), types);
  else {
    const [key, parts] = 'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
    for (const [index, part] of parts.entries()) {
      yield* leavesOf(part, below(below(pointer, key), index), types);
    }
  }
}

/** A pointer one step further in; null stays null. */
export function below(pointer: string | null, step: string | number): string | null {
  return pointer === null ? null : stepInto(pointer, step);
}

/** A standard that a leaf names on either side, without its dollar sign. */
export function standardsOfLeaf({ fact, value }: ConditionLeaf): readonly string[] {
  const named = typeof value === 'object' && !Array.isArray(value) ? [value.fact.slice(1)] : [];
  return fact.startsWith('$') ? [fact.slice(1), ...named] : named;
}

function* usesIn(
  schema: Parameters<typeof referencesIn>[0],
  value: object,
  pointer: string | null,
  types: readonly string[],
  place: Place,
): Generator<Use> {
  const params = place.kind === 'rule' ? (place.declared.event.params as unknown as Use['params']) : null;
  for (const reference of referencesIn(schema, value)) {
    const at = pointer === null ? null : pointer + reference.path;
    const cap =
      reference.kind === 'standard' && reference.role === 'amount' && /^\/atMost(\/amount)?$/.test(reference.path);
    yield { reference, pointer: at, types, place, cap, params };
  }
}

/** The types a condition can hold for; all where it can hold for none, so that names are still looked up. */
function reached(condition: Condition, all: readonly string[]): readonly string[] {
  const types = all.filter((type) => reaches(condition, type) !== false);
  return types.length > 0 ? types : all;
}

function boundTypes(
  scope: Scope,
  { declared }: Declared<ScopedLimit>,
  typesOf: (rule: ScopedRule) => readonly string[],
): readonly string[] {
  const all = [...scope.claims.keys()];
  const names = new Set([...(declared.over ?? []), ...(declared.binds ?? [])]);
  const bound = scope.rules.filter(({ declared: { name, layer } }) => names.has(name) || names.has(layer ?? ''));
  const found = new Set(bound.flatMap((rule) => typesOf(rule.declared)));
  const possible = found.size > 0 ? all.filter((type) => found.has(type)) : all;
  return declared.conditions === undefined ? possible : reached(declared.conditions, possible);
}

function layerTypes(
  scope: Scope,
  layer: string,
  typesOf: (rule: ScopedRule) => readonly string[],
  all: readonly string[],
): readonly string[] {
  const found = new Set(scope.rules.flatMap(({ declared }) => (declared.layer === layer ? typesOf(declared) : [])));
  return found.size > 0 ? [...found] : all;
}

function typesReadingIn(uses: readonly Use[], leaves: readonly LeafUse[], all: readonly string[]) {
  const reading = new Map<string, Set<string>>();
  const note = (standard: string, types: readonly string[]) => {
    const known = reading.get(standard) ?? new Set<string>();
    for (const type of types) known.add(type);
    reading.set(standard, known);
  };
  for (const { reference, types } of uses) if (reference.kind === 'standard') note(reference.name, types);
  for (const { leaf, types } of leaves) for (const standard of standardsOfLeaf(leaf)) note(standard, types);
  const everywhere = new Set(all);
  return (standard: string): ReadonlySet<string> => reading.get(standard) ?? everywhere;
}
