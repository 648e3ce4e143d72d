import { cnyWords } from '../domain/money.ts';
import { dimensionsOf } from '../engine/dimensions.ts';
import { comparisonIn, figuresOf } from '../engine/figure-compared.ts';
import type { PlanLine } from '../engine/plan.ts';
import type { Expression } from '../engine/tree/expression.ts';
import { run } from '../engine/tree/run.ts';
import type { EffectiveRuleSet, Fact } from '../rulesets/effective-rule-set.ts';
import { factNamed, figurePlace, limitNamed } from './threshold-names.ts';
import type { Trace } from './trace-claim.ts';

/** On which side of a threshold a claim fell. */
export type Side = 'below' | 'at' | 'above';

/** A threshold that a claim met, and on which side it fell. */
export interface Met {
  /** The same for the same threshold, whatever the claim. */
  readonly key: string;
  readonly kind: 'figure' | 'limit' | 'fact';
  readonly label: { readonly zh: string; readonly en: string };
  /** The threshold itself; empty for a limit, whose room depends on the history. */
  readonly at: string;
  readonly side: Side;
}

/** Every threshold that a claim met: figures inside forms, limits, and cuts of facts by conditions, keys and look-ups. */
export function* thresholdsMet(ruleSet: EffectiveRuleSet, trace: Trace): Generator<Met> {
  for (const line of trace.plan.layers.flatMap(({ lines }) => lines)) {
    yield* figuresMet(ruleSet, line.owed, line, trace);
    yield* limitsMet(ruleSet, line, trace);
  }
  yield* cutsMet(ruleSet, trace);
}

/** Comparisons with a figure of a standard inside a form: a deductible, the bounds of bands, a number of days. */
function* figuresMet(ruleSet: EffectiveRuleSet, expression: Expression, line: PlanLine, trace: Trace): Generator<Met> {
  const values = trace.done.values;
  const comparison = comparisonIn(expression);
  if (comparison !== null) {
    const reading = line.readings.find((one) => figuresOf(one).includes(comparison.figure));
    if (reading !== undefined) {
      const { standard } = reading;
      const at =
        standard.unit === 'CNY' || standard.unit === 'share' ? cnyWords(comparison.figure) : String(comparison.figure);
      const side = sideOf(run(comparison.of, values), comparison.figure);
      const { key, label } = figurePlace(ruleSet, reading);
      yield { key: `${key} ${at}`, kind: 'figure', label, at, side };
    }
  }
  for (const part of partsOf(expression)) yield* figuresMet(ruleSet, part, line, trace);
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'constant':
    case 'variable':
      return [];
    case 'scale':
    case 'divide':
      return [expression.of];
    default:
      return [expression.left, expression.right];
  }
}

/** What a line would have been paid without a limit, against the limit's room. */
function* limitsMet(ruleSet: EffectiveRuleSet, { owed, bounds }: PlanLine, { done }: Trace): Generator<Met> {
  for (const { name, limit, room } of bounds) {
    if (limit === null) continue;
    const others = bounds.filter((bound) => bound.name !== name).map((bound) => run(bound.room, done.values));
    const wanted = leastOf([run(owed, done.values), ...others]);
    const met = { key: `limit ${name}`, kind: 'limit', label: limitNamed(ruleSet, limit), at: '' } as const;
    yield { ...met, side: sideOf(wanted, run(room, done.values)) };
    // A lump sum as large as the limit can never stay below it.
    const most = mostOf(room);
    if (owed.op === 'constant' && most !== null && owed.value >= most) yield { ...met, side: 'below' };
  }
}

/** Where conditions, keys and look-ups tell a fact's numbers apart. */
function* cutsMet(ruleSet: EffectiveRuleSet, { claimType, facts }: Trace): Generator<Met> {
  for (const [id, dimension] of dimensionsOf(ruleSet, claimType)) {
    const fact = claimType.facts.get(id);
    const value = facts.get(id);
    if (fact === undefined || typeof value !== 'number') continue;
    for (const at of new Set(dimension.sortedCuts().map((cut) => cut.at))) {
      if (typeof at !== 'number' || at <= least(fact)) continue;
      yield {
        key: `${claimType.type} ${id} ${at}`,
        kind: 'fact',
        label: factNamed(ruleSet, claimType.type, fact),
        at: String(at),
        side: sideOf(value, at),
      };
    }
  }
}

/** How much a limit leaves before anything was paid; null where that depends on the claim. */
function mostOf(room: Expression): bigint | null {
  if (room.op === 'constant') return room.value;
  if (room.op !== 'max' || room.left.op !== 'subtract') return null;
  return room.left.left.op === 'constant' ? room.left.left.value : null;
}

/** Amounts may be larger than Math.min takes. */
function leastOf(amounts: readonly bigint[]): bigint {
  const [least = 0n] = amounts.toSorted((a, b) => Number(a - b));
  return least;
}

/** The smallest number a fact can be: nothing lies below it. */
function least({ type }: Fact): number {
  if (type.kind === 'integer' || type.kind === 'daysBetween') return type.atLeast ?? Number.NEGATIVE_INFINITY;
  if (type.kind === 'decimal') return type.atLeast ?? 0;
  return type.kind === 'money' ? 0 : Number.NEGATIVE_INFINITY;
}

function sideOf<T extends number | bigint>(value: T, at: T): Side {
  return value < at ? 'below' : value > at ? 'above' : 'at';
}
