import { runPlan } from '../../engine/run-plan.ts';
import type { Settlement } from '../../engine/settlement.ts';
import { leastAmounts } from './amount-ranges.ts';
import type { Edge, EdgeLayer, EdgeSelfPay } from './edge.ts';
import { pairedNames } from './parting.ts';
import type { Found } from './probe.ts';
import { claimOf } from './situation.ts';
import { outcomeOf } from './tally.ts';

/** An edge with what the engine's exact run of both plans says of its claim. */
export function settledEdge({ probe, amounts, meets }: Found): Edge {
  const { shared, pair, alike } = probe;
  const { situation, plans } = pair;
  const claim = claimOf(shared, situation, sentAmounts(probe, amounts));
  const [from, to] = [runPlan(plans.from, claim).settlement, runPlan(plans.to, claim).settlement];
  const layers = layersOf(probe, from, to);
  const parts = layers.find(({ paid }) => (paid.from ?? 0) !== (paid.to ?? 0));
  return {
    claim,
    dates: situation.dates,
    outcome: outcomeOf(to.paid - from.paid),
    layers,
    parts: parts === undefined ? null : { layer: parts.layer, label: parts.label },
    paid: changeOf(from.paid, to.paid),
    selfPay: changeOf(from.selfPay.total ?? 0, to.selfPay.total ?? 0),
    eligible: { from: from.eligible, to: to.eligible },
    meets: [...meets, ...situation.meets],
    alike,
  };
}

/** What the claim says: no zeros but those that it must bring. */
function sentAmounts({ shared, pair, gauge }: Found['probe'], amounts: Float64Array): ReadonlyMap<string, number> {
  const { brings } = pair.situation;
  const sent = new Map(leastAmounts(shared, pair.situation));
  gauge.inputs.forEach(({ path }, at) => {
    const amount = amounts[at] as number;
    if (Number.isNaN(amount)) return;
    const both = shared.facts.get(path);
    const asDefault = [both?.from.default, both?.to.default].every(
      (given) => given?.kind === 'value' && given.value === 0,
    );
    const unsaid = amount === 0 && (both === undefined ? !brings.has(path) : asDefault);
    if (!unsaid) sent.set(path, amount);
  });
  return sent;
}

function layersOf({ shared }: Found['probe'], from: Settlement, to: Settlement): readonly EdgeLayer[] {
  const paid = (settlement: Settlement, at: number) => (at < 0 ? null : (settlement.layers[at]?.paid ?? null));
  const labels = new Map(
    [shared.sides.to, shared.sides.from].flatMap(({ claimType }) =>
      claimType.layers.map(({ name, label }) => [name, label]),
    ),
  );
  const names = (settlement: Settlement) => settlement.layers.map(({ layer }) => layer);
  return pairedNames(names(from), names(to)).map((paired) => ({
    layer: paired.name,
    label: labels.get(paired.name) ?? { zh: paired.name, en: paired.name },
    paid: { from: paid(from, paired.from), to: paid(to, paired.to) },
  }));
}

function changeOf(from: number, to: number): EdgeSelfPay {
  return { from, to, change: to - from };
}
