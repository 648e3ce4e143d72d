import type { EffectiveStandard } from '../effective-rule-set.ts';
import type { Condition, StandardMap, StandardValue } from '../language.ts';
import { stepInto } from '../positions.ts';
import { verdict } from '../possible.ts';
import { isMap, isRows } from '../standard-at.ts';
import { standardNamed } from '../words.ts';
import { type Complaint, doubtful } from './complaint.ts';
import { typeWords } from './named-facts.ts';
import { isRuleOff } from './readings.ts';
import type { Scope, ScopedRule } from './scope.ts';
import { leavesOf } from './usage.ts';

/**
 * Terms `settled` for a layer that has no rule for the claims they are given to: no claim is asked for the amount, one that
 * brings it is refused, and there are no pots that it could be drawn from.
 */
export function* checkSettledLayers(scope: Scope): Generator<Complaint> {
  const said = new Set<string>();
  for (const { declared } of scope.rules) {
    const { event } = declared;
    if (event.type !== 'terms' || isRuleOff(scope, declared)) continue;
    const standard = scope.standards.get(event.params.terms.slice(1));
    if (standard === undefined) continue;
    for (const { terms, layer, pointer } of settledIn(standard.value, `${stepInto('/standards', standard.id)}/value`)) {
      const types = typesWithout(scope, declared, terms, layer);
      if (types.length === 0 || said.has(pointer)) continue;
      said.add(pointer);
      yield doubtful('settledWithoutRule', pointer, { layer, types: typeWords(scope, types), ...namedIn(standard) });
    }
  }
}

function namedIn({ id, label }: EffectiveStandard) {
  return { standard: id, label, named: standardNamed(id, label) };
}

/** Where a value of terms says `settled`, of which layer, and beside what. */
interface Settled {
  readonly terms: StandardMap;
  readonly layer: string;
  readonly pointer: string;
}

function* settledIn(value: StandardValue, pointer: string): Generator<Settled> {
  if (isRows(value)) {
    for (const [index, row] of value.entries()) yield* settledIn(row.value, `${stepInto(pointer, index)}/value`);
  } else if (isMap(value)) {
    for (const [key, one] of Object.entries(value)) {
      const at = stepInto(pointer, key);
      if (one === 'settled') yield { terms: value, layer: key, pointer: at };
      else yield* settledIn(one, at);
    }
  }
}

/**
 * The types of claims that get the terms and that the layer has no rule for. Where some type has one, the terms may be meant
 * for that type alone: then it is doubted only of types named by the condition that have other layers settled by the terms.
 */
function typesWithout(scope: Scope, { conditions }: ScopedRule, terms: StandardMap, layer: string): readonly string[] {
  const types = [...scope.claims.keys()].filter((type) => canHold(scope, conditions, type));
  const without = types.filter((type) => !hasRule(scope, layer, type));
  if (without.length === types.length) return without;
  if (!asksForType(conditions)) return [];
  const others = Object.keys(terms).filter((one) => terms[one] === 'settled');
  return without.filter((type) => others.some((other) => hasRule(scope, other, type)));
}

function hasRule(scope: Scope, layer: string, type: string): boolean {
  return scope.rules.some(({ declared }) => declared.layer === layer && canHold(scope, declared.conditions, type));
}

/** As the engine keeps rules for a type: by the facts that it declares. */
function canHold({ claims }: Scope, conditions: Condition, type: string): boolean {
  return verdict({ claims, standards: new Map() }, conditions, type) !== false;
}

function asksForType(conditions: Condition): boolean {
  return [...leavesOf(conditions, null, [])].some(({ leaf }) => leaf.fact === 'claim.type');
}
