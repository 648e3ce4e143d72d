import { cnyText } from '../../domain/money.ts';
import { comparisonIn, type FigureCompared, figuresOf } from '../../engine/figure-compared.ts';
import type { Bound, PlanLine } from '../../engine/plan.ts';
import type { Expression } from '../../engine/tree/expression.ts';
import type { Fact } from '../../rulesets/effective-rule-set.ts';
import { amountOf } from '../../rulesets/figure.ts';
import type { Comparison } from './comparison.ts';
import { BILL, sideOf, type Threshold } from './threshold.ts';

/**
 * The threshold that a comparison stands for, and the side that the claim lies on.
 * @param sign -1, 0 or 1 as the left-hand side is less than, equal to or more than the right-hand side
 */
export function thresholdOf({ expression, line, bound }: Comparison, sign: number): Threshold {
  const side = sideOf(sign);
  if (line === null) return { kind: 'left', id: BILL, label: { zh: '费用', en: 'the bill' }, at: null, side };
  const { rule } = line;
  // Inside what is left two amounts are compared as elsewhere; else what is owed with what is left.
  if (bound === 'left')
    return { kind: expression === null ? 'left' : 'rule', id: rule.name, label: rule.label, at: null, side };
  if (bound !== null) {
    const found = line.bounds.find(({ name }) => name === bound);
    const limit = found?.limit;
    const most = found === undefined ? null : mostOf(found);
    // Inside, what there is in all is compared with what was paid.
    const inside = expression !== null && limit?.kind === 'atMost';
    return {
      kind: 'limit',
      id: bound,
      label: limit?.label ?? rule.label,
      at: most === null ? null : cnyText(most),
      side: sideOf(inside ? -sign : sign),
    };
  }
  const plain: Threshold = { kind: 'rule', id: rule.name, label: rule.label, at: null, side };
  return figureOf(expression, line, sign) ?? shareOf(line, side) ?? plain;
}

/** How much a limit leaves in all, before what was paid of it, in fen; null where that depends on the claim, or where it keeps something. */
function mostOf({ room, limit }: Bound): bigint | null {
  if (limit?.kind !== 'atMost') return null;
  const inAll = room.op === 'max' && room.left.op === 'subtract' ? room.left.left : room;
  return inAll.op === 'constant' ? inAll.value : null;
}

/** A figure of a standard that an amount is compared with: a deductible, the bound of a band, a number of days. */
function figureOf(expression: Comparison['expression'], { readings }: PlanLine, sign: number): Threshold | null {
  const compared = expression === null ? null : (comparisonIn(expression) ?? comparedWithRest(expression));
  if (compared === null) return null;
  const reading = readings.find((one) => figuresOf(one).includes(compared.figure));
  if (reading === undefined) return null;
  const { id, label, unit } = reading.standard;
  const at = unit === 'CNY' || unit === 'share' ? cnyText(compared.figure) : String(compared.figure);
  return { kind: 'standard', id, label, at, side: sideOf(compared.turned ? -sign : sign) };
}

/** An amount compared with what is left of a figure: both together, what came before and what comes now, with the figure. */
function comparedWithRest(expression: Expression): Pick<FigureCompared, 'figure' | 'turned'> | null {
  if (expression.op !== 'min' && expression.op !== 'max') return null;
  const { left, right } = expression;
  for (const [rest, turned] of [
    [left, true],
    [right, false],
  ] as const) {
    if (rest.op === 'subtract' && rest.left.op === 'constant') return { figure: rest.left.value, turned };
  }
  return null;
}

/** What is left compared with a share of the cost. */
function shareOf({ rule, readings }: PlanLine, side: Threshold['side']): Threshold | null {
  if (rule.event.type !== 'topUp') return null;
  const { below, atMost } = rule.event.params;
  const figure = below ?? atMost;
  const name = figure === undefined ? null : amountOf(figure);
  const reading = readings.find(({ standard }) => `$${standard.id}` === name);
  if (reading === undefined) return null;
  return { kind: 'standard', id: reading.standard.id, label: reading.standard.label, at: String(reading.value), side };
}

/**
 * A round amount between thresholds, or the end of a class.
 * @param parts in how many parts one of the units is told that it counts; null of fen
 */
export function amountMet({ id, label }: Pick<Fact, 'id' | 'label'>, amount: number, parts: number | null): Threshold {
  return { kind: 'amount', id, label, at: parts === null ? cnyText(amount) : String(amount / parts), side: 'at' };
}
