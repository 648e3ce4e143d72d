import type { Plan, PlanLine } from '../../engine/plan.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { GoOn } from '../edges/go-on.ts';
import { type SharedClaim, sharedClaim } from '../edges/shared-claim.ts';
import { ClaimPair } from '../proof/claim-pair.ts';
import { type Profile, Profiles } from '../proof/profiles.ts';
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

/** All kinds of claims of one type under one rule set, with every profile of each. */
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
    const kinds = new Map<string, Kind>();
    const leaves: TypeKinds['leaves'][number][] = [];
    let gap: Undecided | null = null;
    for (const found of profiles.all()) {
      if ('settledBy' in found || !hasClaims(shared, found)) continue;
      if (kinds.size >= MOST_KINDS) gap = 'tooManyProfiles';
      else if (leaves.length % AT_A_TIME === 0 && !(await goOn())) gap = 'stopped';
      if (gap !== null) break;
      const name = [found.text, found.lines].join('\n');
      const kind = kinds.get(name) ?? { profile: found, plan: found.plans().from };
      kinds.set(name, kind);
      leaves.push({ profile: found, kind });
    }
    return new TypeKinds(profiles, leaves, gap ?? profiles.gap);
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

/** The lines of a plan, layer by layer. */
export function linesOf({ layers }: Plan): readonly PlanLine[] {
  return layers.flatMap(({ lines }) => lines);
}

/** Whether a line is a rule's own payment: neither an amount that another system settled nor a premium. */
export function paysItself({ term, funding }: PlanLine): boolean {
  return term !== 'settled' && funding === null;
}
