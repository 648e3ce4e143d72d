import { layerPots } from '../../engine/layer-pots.ts';
import { settledPath } from '../../rulesets/claim-paths.ts';
import type { SharedClaim } from '../edges/shared-claim.ts';
import type { Profile } from './profiles.ts';
import type { ChainProof } from './prove-chain.ts';
import type { TypeCases } from './type-profiles.ts';

/** Combinations of layers that are looked at. */
const MOST_LAYERS = 6;

/**
 * The same profile for claims of which other systems have settled layers, in every combination that makes a difference. None
 * where each payment was shown alone: a given amount is the same under both rule sets, so it keeps what is left in order.
 */
export function* everySettled(
  { shared, profiles }: TypeCases,
  profile: Profile,
  chain: ChainProof,
): Generator<Profile | 'tooMany'> {
  const layers = layersOf(shared).filter((layer) => !profile.settled.has(layer));
  if (chain.apart && layers.every((layer) => drawsAlike(shared, layer))) return;
  if (layers.length > MOST_LAYERS) {
    yield 'tooMany';
    return;
  }
  for (let set = 1; set < 1 << layers.length; set += 1) {
    const settled = layers.filter((_, at) => (set & (1 << at)) !== 0);
    for (const other of profiles.withSettled(profile, settled)) if (!other.alike) yield other;
  }
}

/** Layers that both rule sets take given amounts for. */
function layersOf({ taken, sides }: SharedClaim): readonly string[] {
  return sides.from.claimType.layers.map(({ name }) => name).filter((name) => taken.has(settledPath(name)));
}

/** Whether a given amount is drawn from the same pots in the same order: so no pot is left with more that had no more before. */
function drawsAlike({ sides }: SharedClaim, layer: string): boolean {
  const pots = (side: 'from' | 'to') => layerPots(sides[side].claimType.rulesOf.get(layer) ?? []);
  return pots('from').join() === pots('to').join();
}
