import { runPlan } from '../../engine/run-plan.ts';
import type { Claim, Settlement } from '../../engine/settlement.ts';
import { leastAmounts } from './amount-ranges.ts';
import type { Edge, EdgeLayer, EdgeSelfPay } from './edge.ts';
import { pairedNames } from './parting.ts';
import type { Probe } from './probe.ts';
import { claimOf } from './situation.ts';
import { outcomeOf } from './tally.ts';
import type { Threshold } from './threshold.ts';

/** A claim at an edge by its situation and amounts. */
export interface PlacedClaim {
  readonly probe: Pick<Probe, 'shared' | 'pair' | 'gauge'>;
  /** By the gauge's inputs. */
  readonly amounts: Float64Array;
  readonly meets: readonly Threshold[];
}

/**
 * An edge with what the engine's exact run of both plans says of its claim.
 * @param alike how many further situations have the same arithmetic
 * @throws Refusal where one of the two refuses it
 */
export function settledEdge({ probe, amounts, meets }: PlacedClaim, alike: number): Edge {
  const { situation, plans } = probe.pair;
  const claim = sentClaim({ probe, amounts });
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

/** The claim as the evaluation takes it: no zeros but those that it must bring. */
export function sentClaim({ probe, amounts }: Pick<PlacedClaim, 'probe' | 'amounts'>): Claim {
  const { shared, pair, gauge } = probe;
  const { situation } = pair;
  const { brings } = situation;
  const sent = new Map(leastAmounts(shared, situation));
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
  return claimOf(shared, situation, sent);
}

function layersOf({ shared }: PlacedClaim['probe'], from: Settlement, to: Settlement): readonly EdgeLayer[] {
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
