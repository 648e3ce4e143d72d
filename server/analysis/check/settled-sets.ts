import { layerPots } from '../../engine/layer-pots.ts';
import { settledPath } from '../../rulesets/claim-paths.ts';
import type { Profile } from '../proof/profiles.ts';
import type { TypeKinds } from './kinds.ts';

/** Layers of which every combination is looked at. */
const MOST_LAYERS = 6;

/**
 * The same claims with layers that other systems have settled, in every combination that makes a difference: of layers that
 * were not shown by their forms, and of those that draw from several pots. A given amount is the same for a larger bill, so
 * drawn from one pot it keeps what is left in order.
 * @param open the layers that were not shown by their forms
 */
export function* settledSets(
  { shared, profiles }: TypeKinds,
  profile: Profile,
  open: ReadonlySet<string>,
): Generator<Profile | 'tooMany'> {
  const { rulesOf } = shared.sides.from.claimType;
  const manyPots = (layer: string) => layerPots(rulesOf.get(layer) ?? []).length > 1;
  yield* withSettled({ shared, profiles }, profile, (name) => open.has(name) || manyPots(name));
}

/** The same claims with layers of a choice that other systems have settled, in every combination that is valid. */
export function* withSettled(
  { shared, profiles }: Pick<TypeKinds, 'shared' | 'profiles'>,
  profile: Profile,
  isChosen: (layer: string) => boolean,
): Generator<Profile | 'tooMany'> {
  const looked = shared.sides.from.claimType.layers
    .map(({ name }) => name)
    .filter((name) => shared.taken.has(settledPath(name)) && !profile.settled.has(name) && isChosen(name));
  if (looked.length > MOST_LAYERS) {
    yield 'tooMany';
    return;
  }
  for (let set = 1; set < 1 << looked.length; set += 1) {
    const settled = looked.filter((_, at) => (set & (1 << at)) !== 0);
    yield* profiles.withSettled(profile, settled);
  }
}
