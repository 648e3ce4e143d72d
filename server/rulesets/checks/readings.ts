import type { EffectiveStandard } from '../effective-rule-set.ts';
import { isOff } from '../figure-state.ts';
import type { Condition, ConditionLeaf, StandardValue } from '../language.ts';
import { verdict } from '../possible.ts';
import { potsDrawn } from '../pots.ts';
import type { Schema } from '../schema-registry.ts';
import { isMap, isRows } from '../standard-at.ts';
import { isWhollyUnset } from '../wholly-unset.ts';
import { definition, eventSchema, referencesIn, type StandardReference } from './references.ts';
import type { Declared, Scope, ScopedLimit, ScopedRule } from './scope.ts';
import { below, leavesOf, standardsOfLeaf } from './usage.ts';

/** A place in a text where a standard is read while a claim is settled. */
export interface Reading {
  readonly standard: EffectiveStandard;
  /** The facts it is read by there; what a form gives by itself is left out. */
  readonly keys: readonly string[];
  readonly pointer: string;
  /** The types of claims that may come to it. */
  readonly types: readonly string[];
  /** What is so of claims of a type that do come to it: alternatives, each of conditions that are all met. */
  readonly reachedBy: (type: string) => Iterable<readonly Condition[]>;
}

/** Everywhere that a text of its own has standards read: in rules, limits, costs and layers. What is off reads nothing. */
export function* readingsIn(scope: Scope): Generator<Reading> {
  const paying = scope.rules.filter(({ declared }) => !isRuleOff(scope, declared));
  for (const rule of paying) if (rule.pointer !== null) yield* readByRule(scope, rule, rule.pointer);
  for (const limit of scope.limits) {
    if (limit.pointer !== null) yield* readByLimit(scope, limit, limit.pointer, paying);
  }
  for (const { declared, pointer } of scope.costs) {
    if (pointer === null) continue;
    const billed = [...scope.claims.values()].filter(({ facts }) => facts.has(`cost.${declared.item}`));
    const types = billed.map(({ type }) => type);
    yield* readIn(scope, definition('cost'), declared, pointer, { types, reachedBy: always });
  }
  for (const { declared, pointer } of scope.layers) {
    if (pointer === null) continue;
    // Through whom a layer is settled is read for every claim of a type that the layer has a rule for.
    const own = scope.rules.filter((rule) => rule.declared.layer === declared.name);
    const types = [...scope.claims.keys()].filter((type) => own.some((rule) => isOfType(scope, rule.declared, type)));
    yield* readIn(scope, definition('layer'), declared, pointer, { types, reachedBy: always });
  }
}

/** Whether a standard that a rule needs is not set. */
export function isRuleOff(scope: Scope, { event, conditions }: ScopedRule): boolean {
  return isOff(scope, event) || asksUnset(scope, conditions);
}

const always = () => [[]];

/** Whether the engine keeps a rule for a type, judged by the facts that it declares. */
export function isOfType({ claims }: Scope, { conditions }: Pick<ScopedRule, 'conditions'>, type: string): boolean {
  return verdict({ claims, standards: new Map() }, conditions, type) !== false;
}

function* readByRule(scope: Scope, { declared }: Declared<ScopedRule>, pointer: string): Generator<Reading> {
  const types = [...scope.claims.keys()].filter((type) => isOfType(scope, declared, type));
  const fired = [declared.conditions, ...notWithheld(scope, declared)];
  yield* readIn(scope, eventSchema, declared.event, `${pointer}/event`, { types, reachedBy: () => [fired] });
  yield* askedIn(scope, declared.conditions, `${pointer}/conditions`, types);
}

function* readByLimit(
  scope: Scope,
  { declared }: Declared<ScopedLimit>,
  pointer: string,
  paying: readonly Declared<ScopedRule>[],
): Generator<Reading> {
  const { conditions, ...figures } = declared;
  if (conditions !== undefined) {
    if (asksUnset(scope, conditions)) return;
    yield* askedIn(scope, conditions, `${pointer}/conditions`, [...scope.claims.keys()]);
  }
  const reach = boundReach(scope, declared, paying);
  if (reach === null) return;
  yield* readIn(scope, definition('limit'), figures, pointer, reach);
}

/**
 * The claims that come to a limit: those to which one of some rules that it binds applies, and for which it holds.
 * @returns null where the limit is off
 */
export function boundReach(
  scope: Scope,
  limit: ScopedLimit,
  rules: readonly Declared<ScopedRule>[],
): Pick<Reading, 'types' | 'reachedBy'> | null {
  const { conditions, ...figures } = limit;
  if ((conditions !== undefined && asksUnset(scope, conditions)) || isOff(scope, figures)) return null;
  const own = conditions === undefined ? [] : [conditions];
  const bound = rules.map((rule) => rule.declared).filter((rule) => isBound(limit, rule));
  const types = [...scope.claims.keys()].filter((type) => bound.some((rule) => isOfType(scope, rule, type)));
  const reachedBy = function* (type: string): Generator<readonly Condition[]> {
    for (const rule of bound) {
      if (isOfType(scope, rule, type)) yield [...own, rule.conditions, ...notWithheld(scope, rule)];
    }
  };
  return { types, reachedBy };
}

/** Whether a rule's payments are bounded by a limit: that which leaves something of pots bounds who draws from them. */
export function isBound({ over, binds, leave, of = [] }: ScopedLimit, { name, layer, event }: ScopedRule): boolean {
  if (leave !== undefined) return potsDrawn(event).some((pot) => of.includes(pot));
  return layer !== undefined && (binds ?? over ?? []).some((one) => one === name || one === layer);
}

/** That no rule withholds a rule's layer from a claim: such a layer reads nothing. */
function notWithheld(scope: Scope, { layer }: ScopedRule): readonly Condition[] {
  if (layer === undefined) return [];
  return scope.rules.flatMap(({ declared: { event, conditions } }): Condition[] => {
    if (event.type !== 'terms') return [];
    const standard = scope.standards.get(event.params.terms.slice(1));
    return standard !== undefined && withholds(standard.value, layer) ? [{ not: conditions }] : [];
  });
}

function withholds(value: StandardValue, layer: string): boolean {
  if (isRows(value)) return value.some((row) => withholds(row.value, layer));
  if (!isMap(value)) return false;
  const term = Object.hasOwn(value, layer) ? value[layer] : undefined;
  return term === 'none' || term === 'settled' || Object.values(value).some((one) => withholds(one, layer));
}

/** The standards of figures somewhere in a declaration. */
function* readIn(
  scope: Scope,
  schema: Schema,
  declared: object,
  pointer: string,
  reach: Pick<Reading, 'types' | 'reachedBy'>,
): Generator<Reading> {
  for (const reference of referencesIn(schema, declared)) {
    if (reference.kind !== 'standard') continue;
    const standard = scope.standards.get(reference.name);
    if (standard !== undefined) {
      yield { standard, keys: keysIn(standard, reference), pointer: pointer + reference.path, ...reach };
    }
  }
}

/** A scale's shares are looked up by the grade that the form finds. */
function keysIn({ by }: EffectiveStandard, { shape }: StandardReference): readonly string[] {
  return shape === 'grades' ? by.slice(0, -1) : by;
}

/**
 * The standards that a condition asks about: all of them are read, unless a leaf at its top that compares a fact with a
 * literal is not met.
 */
function* askedIn(scope: Scope, condition: Condition, pointer: string, types: readonly string[]): Generator<Reading> {
  const guards = 'all' in condition ? condition.all.filter((part) => 'fact' in part && isPlain(part)) : [];
  for (const { leaf, pointer: at } of leavesOf(condition, pointer, types)) {
    for (const id of standardsOfLeaf(leaf)) {
      const standard = scope.standards.get(id);
      const place = leaf.fact === `$${id}` ? below(at, 'fact') : below(below(at, 'value'), 'fact');
      if (standard === undefined || place === null) continue;
      yield { standard, keys: standard.by, pointer: place, types, reachedBy: () => [guards] };
    }
  }
}

function isPlain(leaf: ConditionLeaf): boolean {
  return standardsOfLeaf(leaf).length === 0;
}

function asksUnset(scope: Scope, condition: Condition): boolean {
  for (const { leaf } of leavesOf(condition, null, [])) {
    if (standardsOfLeaf(leaf).some((id) => isWhollyUnset(scope.standards.get(id)))) return true;
  }
  return false;
}
