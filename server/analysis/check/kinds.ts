import type { Plan, PlanLine } from '../../engine/plan.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { GoOn } from '../edges/go-on.ts';
import { type SharedClaim, sharedClaim } from '../edges/shared-claim.ts';
import { ClaimPair } from '../proof/claim-pair.ts';
import { type OneSided, type Profile, Profiles } from '../proof/profiles.ts';
import type { Undecided } from '../proof/proof.ts';
import { EnginePlans, hasClaims } from '../proof/type-profiles.ts';

/** Claims of one type that one rule set settles by one arithmetic and the same rules. */
export interface Kind {
  /** The first of its profiles. */
  readonly profile: Profile;
  readonly plan: Plan;
}

/** Kinds at most, before a type is given up, and profiles looked at between two askings whether to go on. */
const MOST_KINDS = 2_000;
const AT_A_TIME = 64;

/** Profiles that are looked at of a type with more kinds: nothing can be proved of it, and they are to leave time for the others. */
const DRAWN = 300;

/** All kinds of claims of one type under one rule set, with every profile of each; of a type with too many some from all over. */
export class TypeKinds {
  readonly shared: SharedClaim;
  readonly profiles: Profiles;
  readonly kinds: readonly Kind[];
  readonly leaves: readonly { readonly profile: Profile; readonly kind: Kind }[];
  /** Why not all were found; null where they were. */
  readonly gap: Undecided | null;
  readonly #plans: EnginePlans;
  readonly #pairs = new Map<Profile, Promise<ClaimPair | null>>();

  private constructor(profiles: Profiles, leaves: TypeKinds['leaves'], gap: Undecided | null) {
    [this.profiles, this.shared, this.leaves, this.gap] = [profiles, profiles.shared, leaves, gap];
    this.kinds = [...new Set(leaves.map(({ kind }) => kind))];
    this.#plans = new EnginePlans(profiles.shared);
  }

  /** Finds all kinds of claims of a type that a rule set declares. */
  static async of(ruleSet: EffectiveRuleSet, type: string, goOn: GoOn): Promise<TypeKinds> {
    const shared = sharedClaim(ruleSet, ruleSet, type);
    if (shared === null) throw new Error(`claims of ${type} are not valid under their own rule set`);
    const profiles = new Profiles(shared);
    const all = await gathered(shared, profiles.all(), goOn);
    if (all.gap !== 'tooManyProfiles' && !profiles.isGivenUp)
      return new TypeKinds(profiles, all.leaves, all.gap ?? profiles.gap);
    const others = new Profiles(shared);
    const { leaves } = await gathered(shared, others.drawn(DRAWN), goOn);
    return new TypeKinds(others, leaves, 'tooManyProfiles');
  }

  /** Whether all kinds were looked at, numbers that are tried only so far aside. */
  get isWhole(): boolean {
    return this.gap === null || this.gap === 'countedInPart';
  }

  /** The arithmetic of a profile by the engine's own way; null where that is not the one it was found with. */
  pair(profile: Profile): Promise<ClaimPair | null> {
    const known = this.#pairs.get(profile);
    if (known !== undefined) return known;
    const made = this.#plans.of(profile).then((pair) => (pair === null ? null : new ClaimPair(this.shared, pair)));
    this.#pairs.set(profile, made);
    return made;
  }
}

/** Profiles that claims are found of, each with its kind, and why some were left out. */
async function gathered(
  shared: SharedClaim,
  profiles: Iterable<Profile | OneSided>,
  goOn: GoOn,
): Promise<Pick<TypeKinds, 'leaves' | 'gap'>> {
  const kinds = new Map<string, Kind>();
  const leaves: TypeKinds['leaves'][number][] = [];
  for (const found of profiles) {
    if ('settledBy' in found || !hasClaims(shared, found)) continue;
    if (kinds.size >= MOST_KINDS) return { leaves, gap: 'tooManyProfiles' };
    if (leaves.length % AT_A_TIME === 0 && !(await goOn())) return { leaves, gap: 'stopped' };
    const name = [found.text, found.lines].join('\n');
    const kind = kinds.get(name) ?? { profile: found, plan: found.plans().from };
    kinds.set(name, kind);
    leaves.push({ profile: found, kind });
  }
  return { leaves, gap: null };
}

/** The lines of a plan, layer by layer. */
export function linesOf({ layers }: Plan): readonly PlanLine[] {
  return layers.flatMap(({ lines }) => lines);
}

/** Whether a line is a rule's own payment: neither an amount that another system settled nor a premium. */
export function paysItself({ term, funding }: PlanLine): boolean {
  return term !== 'settled' && funding === null;
}
