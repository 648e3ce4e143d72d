import { elsewherePath, settledPath } from '../../rulesets/claim-paths.ts';
import { boundedDays } from '../../rulesets/days-out-of-bounds.ts';
import type { EffectiveRuleSet, FactValue } from '../../rulesets/effective-rule-set.ts';
import { leastAmounts } from '../edges/amount-ranges.ts';
import type { Both } from '../edges/both.ts';
import { daysFit } from '../edges/days-apart.ts';
import type { GoOn } from '../edges/go-on.ts';
import { isPair, type PlanPair, planPair } from '../edges/plan-pair.ts';
import { planText } from '../edges/plan-text.ts';
import type { SharedClaim } from '../edges/shared-claim.ts';
import { SidePlans } from '../edges/side-plans.ts';
import { situationOf } from '../edges/situation.ts';
import { type OneSided, type Profile, Profiles } from './profiles.ts';
import { isUnchanged } from './unchanged-type.ts';

/** Profiles with the same two plans: what is shown for one is shown for all. */
export interface PlanCase {
  /** One of them that claims are found of, where there is one. */
  profile: Profile;
  /** How many profiles have these plans. */
  profiles: number;
}

/** All kinds of claims of one type, by their two plans. */
export interface TypeCases {
  readonly shared: SharedClaim;
  readonly profiles: Profiles;
  readonly cases: readonly PlanCase[];
  readonly oneSided: readonly OneSided[];
  /** Whether these are all kinds there are. */
  readonly isWhole: boolean;
  /** Why nothing can be said of claims that were not looked at; null where something can. */
  readonly gap: 'stopped' | 'tooManyProfiles' | 'countedInPart' | null;
}

/** Different pairs of plans at most, before a type is given up. */
const MOST_CASES = 8_000;

/** Profiles that are looked at of a type with more: it cannot be proved, but what loses is found where it is found at all. */
const DRAWN = 1_000;

/** Profiles looked at between two askings whether to go on. */
const AT_A_TIME = 64;

/** Of a rule set the cases of types that a newer one left as they are: the same whatever else it changed. Neither ever changes. */
const unchanged = new WeakMap<EffectiveRuleSet, Map<string, Omit<TypeCases, 'shared'>>>();

/** Finds every profile of a claim type, and gathers those with the same two plans. */
export async function casesOf(shared: SharedClaim, goOn: GoOn): Promise<TypeCases> {
  if (!isUnchanged(shared)) return found(shared, goOn);
  const { ruleSet } = shared.sides.from;
  const known = unchanged.get(ruleSet) ?? new Map<string, Omit<TypeCases, 'shared'>>();
  const cases = known.get(shared.type) ?? (await found(shared, goOn));
  // What was stopped, or has a rest that nothing is known of, is looked for again.
  if (cases.gap === null) unchanged.set(ruleSet, known.set(shared.type, cases));
  return { ...cases, shared };
}

async function found(shared: SharedClaim, goOn: GoOn): Promise<TypeCases> {
  const profiles = new Profiles(shared);
  const { cases, oneSided, gap } = await gathered(shared, profiles.all(), goOn);
  if (gap === 'tooManyProfiles' || profiles.isGivenUp) {
    const others = new Profiles(shared);
    const some = await gathered(shared, others.drawn(DRAWN), goOn);
    // What both sides settle by the same texts is the same for claims that were not looked at, too.
    return { ...some, shared, profiles: others, isWhole: false, gap: profiles.isUnchanged ? null : 'tooManyProfiles' };
  }
  const isAlike = gap === null && profiles.isUnchanged;
  return {
    shared,
    profiles,
    cases,
    oneSided,
    isWhole: profiles.gap === null,
    gap: isAlike ? null : (gap ?? profiles.gap),
  };
}

/** Profiles with the same two plans together, and why some were left out. */
async function gathered(
  shared: SharedClaim,
  profiles: Iterable<Profile | OneSided>,
  goOn: GoOn,
): Promise<Pick<TypeCases, 'cases' | 'oneSided' | 'gap'>> {
  const cases = new Map<string, PlanCase>();
  const oneSided: OneSided[] = [];
  const until = (gap: TypeCases['gap']) => ({ cases: [...cases.values()], oneSided, gap });
  const fitting = new Set<string>();
  let seen = 0;
  const { from, to } = shared.sides;
  const areDaysHeld = shared.renamed.size > 0 || [from, to].some(({ claimType }) => boundedDays(claimType).length > 0);
  for (const one of profiles) {
    seen += 1;
    if (cases.size >= MOST_CASES) return until('tooManyProfiles');
    if (seen % AT_A_TIME === 0 && !(await goOn())) return until('stopped');
    if ('settledBy' in one) {
      oneSided.push(one);
      continue;
    }
    const known = cases.get(one.text);
    if (known !== undefined) known.profiles += 1;
    else if (hasClaims(shared, one)) cases.set(one.text, { profile: one, profiles: 1 });
    const found = cases.get(one.text);
    if (!areDaysHeld || found === undefined || fitting.has(one.text) || !fits(shared, one)) continue;
    found.profile = one;
    fitting.add(one.text);
  }
  return until(null);
}

/** Whether the dates of a profile's claims can be told so that all days that were assumed lie between them, and none that is refused. */
function fits(shared: SharedClaim, { dates, assumed }: Profile): boolean {
  const situation = situationOf(shared, dates, assumed, []);
  return situation !== null && daysFit(shared, assumed, situation.facts, dates.from);
}

/** Whether some bill lies in all ranges of a profile; also where no dates were found that are so far apart, which others may be. */
export function hasClaims(shared: SharedClaim, { dates, assumed }: Profile): boolean {
  const situation = situationOf(shared, dates, assumed, []);
  return situation === null || leastAmounts(shared, situation) !== null;
}

/** Makes plans by the engine's own way, json-rules-engine included. */
export class EnginePlans {
  readonly #shared: SharedClaim;
  readonly #sides: Both<SidePlans>;

  constructor(shared: SharedClaim) {
    const { from, to } = shared.sides;
    this.#shared = shared;
    this.#sides = { from: new SidePlans(from.ruleSet, from.claimType), to: new SidePlans(to.ruleSet, to.claimType) };
  }

  /** The plans of a claim of the profile; null where they are not those that the profile was found with. */
  async of(profile: Profile): Promise<PlanPair | null> {
    const { dates, assumed, settled, texts } = profile;
    const situation = situationOf(this.#shared, dates, assumed, []);
    if (situation === null) return null;
    const brings = new Set([
      ...situation.brings,
      ...[...settled].map(settledPath),
      ...this.#shared.pots.map(elsewherePath),
    ]);
    const pair = await planPair(this.#shared, this.#sides, { ...situation, brings });
    if (!isPair(pair)) return null;
    const same = (side: 'from' | 'to') => planText(pair.plans[side]) === texts[side];
    return same('from') && same('to') ? pair : null;
  }
}

/** How a profile is told: its type, date and the facts that were assumed of it. */
export function profileNamed(claimType: string, { dates, assumed }: PlanCase['profile']) {
  const facts: Record<string, FactValue | null> = {};
  for (const [id, { value }] of assumed) facts[id] = value ?? null;
  return { claimType, dates, facts };
}
