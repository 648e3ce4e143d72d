import { cnyText } from '../../domain/money.ts';
import { comparisonIn, figuresOf } from '../../engine/figure-compared.ts';
import type { PlanLine } from '../../engine/plan.ts';
import type { Fact } from '../../rulesets/effective-rule-set.ts';
import { amountOf } from '../../rulesets/figure.ts';
import type { Comparison } from './comparison.ts';
import { sideOf, type Threshold } from './threshold.ts';

/**
 * The threshold that a comparison stands for, and the side that the claim lies on.
 * @param sign -1, 0 or 1 as the left-hand side is less than, equal to or more than the right-hand side
 */
export function thresholdOf({ expression, line, bound }: Comparison, sign: number): Threshold {
  const side = sideOf(sign);
  if (line === null) return { kind: 'left', id: 'bill', label: { zh: '费用', en: 'the bill' }, at: null, side };
  const { rule } = line;
  if (bound === 'left') return { kind: 'left', id: rule.name, label: rule.label, at: null, side };
  if (bound !== null) {
    const limit = line.bounds.find(({ name }) => name === bound)?.limit;
    // Inside, what there is in all is compared with what was paid.
    const inside = expression !== null && limit?.kind === 'atMost';
    return {
      kind: 'limit',
      id: bound,
      label: limit?.label ?? rule.label,
      at: null,
      side: sideOf(inside ? -sign : sign),
    };
  }
  const plain: Threshold = { kind: 'rule', id: rule.name, label: rule.label, at: null, side };
  return figureOf(expression, line, sign) ?? shareOf(line, side) ?? plain;
}

/** A figure of a standard that an amount is compared with: a deductible, the bound of a band, a number of days. */
function figureOf(expression: Comparison['expression'], { readings }: PlanLine, sign: number): Threshold | null {
  const compared = expression === null ? null : comparisonIn(expression);
  if (compared === null) return null;
  const reading = readings.find((one) => figuresOf(one).includes(compared.figure));
  if (reading === undefined) return null;
  const { id, label, unit } = reading.standard;
  const at = unit === 'CNY' || unit === 'share' ? cnyText(compared.figure) : String(compared.figure);
  return { kind: 'standard', id, label, at, side: sideOf(compared.turned ? -sign : sign) };
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
