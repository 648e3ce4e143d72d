import type { ClaimPair } from '../proof/claim-pair.ts';
import type { Profile } from '../proof/profiles.ts';
import { claimWhere, type Means, type Sought, type Wanted } from './claim-where.ts';
import type { TypeKinds } from './kinds.ts';
import { withSettled } from './settled-sets.ts';

/**
 * Looks for a claim of a profile of which something holds and, where none is, for one of which other systems have settled
 * layers before: they may have left more of the bill.
 * @param layer the layer that it is about: what is settled after it does not matter
 * @param wantedOf what must hold; null where it cannot, by how the claims are settled alone
 */
export async function anyClaimWhere(
  type: TypeKinds,
  profile: Profile,
  layer: string,
  wantedOf: (pair: ClaimPair) => Wanted | null,
  means: Means,
): Promise<Sought> {
  const own = await soughtIn(type, profile, wantedOf, means);
  if (own.answer === 'found') return own;
  const names = type.shared.sides.from.claimType.layers.map(({ name }) => name);
  const before = new Set(names.slice(0, names.indexOf(layer)));
  let open: Sought = own;
  for (const other of withSettled(type, profile, (name) => before.has(name))) {
    const found: Sought =
      other === 'tooMany'
        ? { answer: 'unknown', reason: 'tooManyProfiles' }
        : await soughtIn(type, other, wantedOf, means);
    if (found.answer === 'found') return found;
    if (open.answer === 'none') open = found;
  }
  return open;
}

async function soughtIn(
  type: TypeKinds,
  profile: Profile,
  wantedOf: (pair: ClaimPair) => Wanted | null,
  means: Means,
): Promise<Sought> {
  const pair = await type.pair(profile);
  if (pair === null) return { answer: 'unknown', reason: 'otherPlan' };
  const wanted = wantedOf(pair);
  return wanted === null ? { answer: 'none' } : claimWhere(pair, wanted, means);
}
