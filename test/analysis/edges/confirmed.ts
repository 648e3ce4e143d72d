import { expect } from 'vitest';
import type { Edge } from '../../../server/analysis/edges/edge.ts';
import type { RulesInForce } from '../../../server/usecases/rules-in-force.ts';
import { settle } from '../../../server/usecases/settle.ts';

/** Evaluates the claims of edges as anybody could, by both rule sets, and holds what was answered to it. */
export async function expectConfirmed(edges: readonly Edge[], from: RulesInForce, to: RulesInForce): Promise<void> {
  for (const edge of edges) {
    const [before, after] = [await evaluated(edge, from, 'from'), await evaluated(edge, to, 'to')];
    const told = edge.layers.map(({ layer, paid }) => [layer, paid.from ?? 0, paid.to ?? 0]);
    const paid = edge.layers.map(({ layer }) => [layer, before.layers[layer] ?? 0, after.layers[layer] ?? 0]);
    expect(paid, JSON.stringify(edge.claim)).toEqual(told);
    expect([before.selfPay, after.selfPay]).toEqual([edge.selfPay.from, edge.selfPay.to]);
    expect(edge.selfPay.change).toBe(after.selfPay - before.selfPay);
    expect(edge.paid.change).toBe(after.paid - before.paid);
    expect(edge.parts?.layer).toBe(told.find(([, one, other]) => one !== other)?.[0]);
    expect(edge.meets.length).toBeGreaterThan(0);
  }
}

async function evaluated({ claim, dates }: Edge, rules: RulesInForce, side: 'from' | 'to') {
  const request = { id: 'edge', jurisdiction: rules.jurisdiction.code, date: dates[side], claim };
  const { settlement } = await settle(request, rules);
  const layers: Record<string, number> = {};
  for (const { layer, paid } of settlement.layers) layers[layer] = paid;
  return { layers, paid: settlement.paid, selfPay: settlement.selfPay.total ?? 0 };
}
