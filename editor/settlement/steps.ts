import type { Evaluation } from '../../client/index.ts';
import { fenOf } from './money.ts';

/** One bar of the waterfall. Amounts in fen. */
export interface Step {
  readonly kind: 'cost' | 'layer' | 'beside' | 'selfPay';
  /** The layer that pays; null of cost and self-pay. */
  readonly layer: string | null;
  readonly amount: number;
  /** Where the bar begins and ends on the scale of amounts. */
  readonly from: number;
  readonly to: number;
}

/**
 * The way from the bill to what the person bears: the cost, each layer's part in it, each layer's sums paid beside it, the
 * rest. Which is which only an explained settlement tells; of another everything counts as paid from the bill. What others paid
 * before the layers is not in it.
 */
export function stepsOf(settlement: Evaluation): readonly Step[] {
  const layers = settlement.layers.map(({ layer, paid, lines }) => {
    const fromBill = lines
      .filter(({ rule }) => paysFromBill(settlement, layer, rule))
      .reduce((sum, line) => sum + fenOf(line.paid), 0);
    return { layer, fromBill, beside: fenOf(paid) - fromBill };
  });
  const selfPay = fenOf(settlement.selfPay.total);
  const cost = layers.reduce((sum, { fromBill }) => sum + fromBill, selfPay);
  let left = cost;
  const steps: Step[] = cost > 0 ? [{ kind: 'cost', layer: null, amount: cost, from: 0, to: cost }] : [];
  for (const { layer, fromBill, beside } of layers) {
    if (fromBill > 0 || beside === 0)
      steps.push({ kind: 'layer', layer, amount: fromBill, from: left - fromBill, to: left });
    left -= fromBill;
    if (beside > 0) steps.push({ kind: 'beside', layer, amount: beside, from: 0, to: beside });
  }
  return [...steps, { kind: 'selfPay', layer: null, amount: selfPay, from: 0, to: selfPay }];
}

function paysFromBill({ explanation }: Evaluation, layer: string, rule: string): boolean {
  const entry = explanation?.find((one) => one.layer === layer && one.rule === rule);
  return entry === undefined || !('of' in entry) || entry.of.length > 0;
}
