import { Refusal } from '../../domain/refusal.ts';
import type { Claim, CompiledRuleSet, History, Settlement } from '../../engine/settlement.ts';
import { broughtAt } from '../../rulesets/claim-paths.ts';
import { billItems } from '../edges/amount-ranges.ts';
import type { Both } from '../edges/both.ts';
import type { GoOn } from '../edges/go-on.ts';
import { claimOf } from '../edges/situation.ts';
import { engines } from './counterexample.ts';
import type { Profile } from './profiles.ts';
import type { Verdict, YearExample, YearProof } from './proof.ts';
import { EnginePlans, type TypeCases } from './type-profiles.ts';

/** Amounts that the bills of two claims are tried with, in fen. */
const AMOUNTS = [60_000, 200_000, 600_000, 1_500_000, 3_000_000, 5_000_000, 10_000_000, 30_000_000];

/** Profiles of a claim type that are paired, and pairs of claims that are tried in all. */
const MOST_PROFILES = 4;
const MOST_PAIRS = 1200;

/**
 * Two claims of one person and year, the history carried over, under either rule set: whether the person bears more of both
 * together. Where nothing that differs feeds a counter that is read, a claim's proof is the year's; else it is searched, and
 * a search proves nothing.
 */
export async function proveYear(types: readonly TypeCases[], result: Verdict, goOn: GoOn): Promise<YearProof> {
  const touched = new Set(types.flatMap(({ cases }) => cases.flatMap(({ profile }) => fedBy(profile))));
  const read = new Set(types.flatMap(({ cases }) => cases.flatMap(({ profile }) => readBy(profile))));
  // Kinds of claims that were not looked at may read whatever there is.
  const matters = types.some(({ isWhole }) => !isWhole) ? touched.size > 0 : [...touched].some((one) => read.has(one));
  if (!matters && result === 'proved') return { result, reason: null, example: null, tried: 0 };
  if (!(await goOn())) return { result: 'undecided', reason: 'stopped', example: null, tried: 0 };
  const search = new YearSearch(goOn);
  for (const type of types) await search.type(type);
  const { best, tried, stopped } = search;
  if (best !== null) return { result: 'refuted', reason: null, example: best, tried };
  return { result: 'undecided', reason: stopped ? 'stopped' : 'searchedOnly', example: null, tried };
}

/** Counters that claims of a profile feed, where its two plans differ, by their paths. */
function fedBy({ plans: make, alike }: Profile): readonly string[] {
  if (alike) return [];
  const plans = make();
  return [...plans.from.counters, ...plans.to.counters]
    .filter(({ before, after }) => after.op !== 'variable' || after.name !== before)
    .map(({ before }) => before);
}

/** Counters on which payments of a profile depend, by their paths. */
function readBy({ counters: { from, to } }: Profile): readonly string[] {
  return [...from, ...to];
}

class YearSearch {
  best: YearExample | null = null;
  tried = 0;
  stopped = false;
  readonly #goOn: GoOn;

  constructor(goOn: GoOn) {
    this.#goOn = goOn;
  }

  async type(type: TypeCases): Promise<void> {
    const different = type.cases.filter(({ profile }) => !profile.alike && readBy(profile).length > 0);
    const others = type.cases.filter(({ profile }) => readBy(profile).length > 0);
    if (different.length === 0) return;
    const plans = new EnginePlans(type.shared);
    const both = engines(type);
    const known = new Map<Profile, readonly Claim[]>();
    const claims = async (profile: Profile) => {
      const pair = known.has(profile) ? null : await plans.of(profile);
      const made = known.get(profile) ?? (pair === null ? [] : claimsOver(type, pair.situation));
      known.set(profile, made);
      return made;
    };
    for (const { profile: one } of different.slice(0, MOST_PROFILES)) {
      const firsts = await claims(one);
      const followers = new Set([
        one,
        ...others.map(({ profile }) => profile).filter(({ dates }) => dates.from === one.dates.from),
      ]);
      for (const other of [...followers].slice(0, MOST_PROFILES)) {
        if (this.tried >= MOST_PAIRS) return;
        const seconds = other === one ? firsts : await claims(other);
        for (const first of firsts) {
          if (!(await this.#goOn())) {
            this.stopped = true;
            return;
          }
          await this.#years(first, seconds, one.dates, both);
        }
      }
    }
  }

  /** One claim, and each of the others after it. */
  async #years(
    first: Claim,
    seconds: readonly Claim[],
    dates: Both<string>,
    both: Both<CompiledRuleSet>,
  ): Promise<void> {
    const before = await settledBoth(both, [first, first], dates);
    if (before === null) return;
    const histories = [inCny(before.from.history.after), inCny(before.to.history.after)] as const;
    for (const second of seconds) {
      this.tried += 1;
      const [one, other] = histories.map((history) => ({ ...second, history }) as Claim) as [Claim, Claim];
      const after = await settledBoth(both, [one, other], dates);
      if (after !== null) this.#compare([first, second], dates, before, after);
    }
  }

  #compare(
    claims: readonly [Claim, Claim],
    dates: Both<string>,
    before: Both<Settlement>,
    after: Both<Settlement>,
  ): void {
    const borne = (side: 'from' | 'to') => (before[side].selfPay.total ?? 0) + (after[side].selfPay.total ?? 0);
    const paid = (side: 'from' | 'to') => before[side].paid + after[side].paid;
    const loss = Math.max(borne('to') - borne('from'), paid('from') - paid('to'));
    if (loss <= (this.best?.loss ?? 0)) return;
    this.best = {
      claims,
      dates,
      selfPay: { from: borne('from'), to: borne('to') },
      paid: { from: paid('from'), to: paid('to') },
      loss,
    };
  }
}

/** A claim under each rule set; null where either refuses it. */
async function settledBoth(
  { from, to }: Both<CompiledRuleSet>,
  claims: readonly [Claim, Claim],
  dates: Both<string>,
): Promise<Both<Settlement> | null> {
  try {
    return { from: await from.settle(claims[0], dates.from), to: await to.settle(claims[1], dates.to) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function claimsOver(type: TypeCases, situation: Parameters<typeof claimOf>[1]): readonly Claim[] {
  return AMOUNTS.map((amount) => claimOver(type, situation, amount));
}

/** A claim with this amount on every item of its bill; its history is that of the claims before. */
function claimOver({ shared }: TypeCases, situation: Parameters<typeof claimOf>[1], amount: number): Claim {
  const items = billItems(shared).map((id, at) => [id, at === 0 ? amount : Math.floor(amount / 10)] as const);
  const given = [...situation.brings]
    .filter((path) => broughtAt(path)?.kind === 'settled')
    .map((path) => [path, Math.floor(amount / 4)] as const);
  return claimOf(shared, situation, new Map([...items, ...given]));
}

/** A history as claims bring it: money in CNY. */
function inCny(history: History): unknown {
  const unit = (kind: string, value: number) => (kind === 'count' ? value : value / 100);
  const mapped = (of: object, make: (value: never, key: string) => unknown): unknown =>
    Object.fromEntries(Object.entries(of).map(([key, value]) => [key, make(value as never, key)]));
  return mapped(history, (names: object) =>
    mapped(names, (kinds: object) => mapped(kinds, (value: number, kind) => unit(kind, value))),
  );
}
