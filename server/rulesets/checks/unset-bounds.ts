import type { EffectiveStandard } from '../effective-rule-set.ts';
import type { Condition, StandardValue } from '../language.ts';
import { potsDrawn } from '../pots.ts';
import { isMap, isRows, ownEntry } from '../standard-at.ts';
import { standardNamed } from '../words.ts';
import { type Complaint, wrong } from './complaint.ts';
import { betterInPlace, type PaidFrom, paidFrom } from './directions.ts';
import { holdsWord } from './figures.ts';
import { isBound, isRuleOff } from './readings.ts';
import { betterInPart, type StandardReference } from './references.ts';
import type { Scope, ScopedRule } from './scope.ts';
import { isStandardUse, leavesOf, standardsOfLeaf, type Usage, type Use } from './usage.ts';

/**
 * What cuts payments is off where a standard that it reads is unset: a limit by any part of its figure or by its condition, what
 * counts of an item by its share or ceiling, a terms rule by its condition. Unset is the least that a county may raise, and here
 * it is the most: a county's first figure would be a new cut and pass as a raise. A paying rule that is off pays nothing, and a
 * county's first figure only gives.
 */
export function* checkUnsetBounds(scope: Scope, usage: Usage): Generator<Complaint> {
  let pays: readonly ScopedRule[] | undefined;
  for (const bound of boundsIn(scope, usage)) {
    const standard = scope.standards.get(bound.standard);
    if (standard === undefined || !isLeftToCounties(standard) || bound.gives(standard)) continue;
    // What a county sets up together with the figure cuts nothing that the city pays.
    pays ??= paying(scope);
    if (standard.group !== null && !pays.some(bound.cuts)) continue;
    yield wrong('boundUnset', bound.pointer, {
      standard: standard.id,
      label: standard.label,
      named: standardNamed(standard.id, standard.label),
    });
  }
}

/** A standard that something cutting payments reads. */
interface Bound {
  readonly standard: string;
  readonly pointer: string;
  readonly cuts: (rule: ScopedRule) => boolean;
  /** Whether people have more with a first figure of it than with none. */
  readonly gives: (standard: EffectiveStandard) => boolean;
}

const never = () => false;

function* boundsIn(scope: Scope, usage: Usage): Generator<Bound> {
  const paid = paidFrom(scope);
  for (const use of usage.uses) if (isStandardUse(use)) yield* boundOf(paid, use);
  for (const { declared, pointer } of scope.limits) {
    const cuts = (rule: ScopedRule) => isBound(declared, rule);
    yield* inCondition(declared.conditions, pointer, cuts);
  }
  for (const { declared, pointer } of scope.rules) {
    if (declared.event.type === 'terms') yield* inCondition(declared.conditions, pointer, lowering(scope, declared));
  }
}

/** A figure of a limit, or of what counts of an item of the bill. */
function* boundOf(paid: PaidFrom, use: Use<StandardReference>): Generator<Bound> {
  const { reference, pointer, place } = use;
  if (pointer === null) return;
  const { name: standard, role } = reference;
  if (place.kind === 'limit') {
    yield { standard, pointer, cuts: (rule) => isBound(place.declared, rule), gives: never };
  } else if (place.kind === 'cost') {
    const cuts = ({ event }: ScopedRule) => potsDrawn(event).includes(place.declared.to);
    // Unset, all of the item counts in the pot it goes to: for people that is the least where less in it is better.
    const gives = ({ better }: EffectiveStandard) =>
      (betterInPlace(paid, use) ?? better) === betterInPart('lower', role);
    yield { standard, pointer, cuts, gives };
  }
}

function* inCondition(
  conditions: Condition | undefined,
  pointer: string | null,
  cuts: Bound['cuts'],
): Generator<Bound> {
  if (conditions === undefined || pointer === null) return;
  for (const { leaf, pointer: at } of leavesOf(conditions, `${pointer}/conditions`, []))
    for (const standard of standardsOfLeaf(leaf)) if (at !== null) yield { standard, pointer: at, cuts, gives: never };
}

/** The rules of the layers whose terms a rule may lower. */
function lowering(scope: Scope, { event }: ScopedRule): Bound['cuts'] {
  const terms = event.type === 'terms' ? scope.standards.get(event.params.terms.slice(1)) : undefined;
  const layers = new Set(scope.layers.map(({ declared }) => declared.name));
  return ({ layer }) => layer !== undefined && terms !== undefined && lowers(terms.value, layer, layers);
}

function lowers(value: StandardValue, layer: string, layers: ReadonlySet<string>): boolean {
  if (isRows(value)) return value.some((row) => lowers(row.value, layer, layers));
  if (!isMap(value)) return value !== 'full';
  const own = ownEntry(value, layer);
  if (own !== undefined) return lowers(own, layer, layers);
  return Object.entries(value).some(([key, one]) => !layers.has(key) && lowers(one, layer, layers));
}

/** The rules that pay as long as counties set nothing. */
function paying(scope: Scope): readonly ScopedRule[] {
  return scope.rules.map(({ declared }) => declared).filter((rule) => !isRuleOff(scope, rule));
}

/** Whether a city leaves a figure unset that a county may set. */
function isLeftToCounties({ origin, county, value, order }: EffectiveStandard): boolean {
  return origin === 'city' && county !== 'fixed' && !order.includes('none') && holdsWord(value, 'none');
}
