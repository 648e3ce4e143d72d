import type { CalendarDate } from '../../domain/dates.ts';
import { Refusal } from '../../domain/refusal.ts';
import { buildPlan, type ChainInput } from '../../engine/chain.ts';
import { holds } from '../../engine/conditions.ts';
import type { Facts } from '../../engine/facts.ts';
import { Figures } from '../../engine/figures.ts';
import type { Plan } from '../../engine/plan.ts';
import { settledPath } from '../../rulesets/claim-paths.ts';
import { countersOf } from '../../rulesets/counters.ts';
import type { FactValue } from '../../rulesets/effective-rule-set.ts';
import type { Both } from '../edges/both.ts';
import { isBeyondCalendar } from '../edges/days-apart.ts';
import type { SharedClaim } from '../edges/shared-claim.ts';
import { comparedDays } from './compared-days.ts';
import { Draws } from './draws.ts';
import { type Assumed, FactMissing, Fork, LazyFacts } from './lazy-facts.ts';
import { type Made, memoOf, PlanMemo } from './plan-memo.ts';
import { type ProofClasses, proofClasses } from './proof-classes.ts';
import { isUnchanged } from './unchanged-type.ts';

/** A kind of claims that differ by amounts and history alone, with its arithmetic under both rule sets. */
export interface Profile {
  readonly dates: Both<CalendarDate>;
  readonly assumed: Assumed;
  /** Layers whose amounts the claim brings. */
  readonly settled: ReadonlySet<string>;
  readonly facts: Both<Facts>;
  /** Made anew each time: there are thousands of profiles, and few are looked at. */
  readonly plans: () => Both<Plan>;
  readonly texts: Both<string>;
  /** By which rules and limits the first pays. */
  readonly lines: string;
  /** The counters that payments under either depend on, by their paths in the claim. */
  readonly counters: Both<ReadonlySet<string>>;
  /** Both plans and the ranges of amounts: profiles of one text are decided alike. */
  readonly text: string;
  readonly alike: boolean;
}

/** Of a profile what its claims say, and which layers others have settled. */
type Settling = Pick<Profile, 'dates' | 'assumed' | 'settled'>;

/** A kind of claims that only one rule set settles. */
export interface OneSided {
  readonly dates: Both<CalendarDate>;
  readonly assumed: Assumed;
  readonly settledBy: 'from' | 'to';
}

/** Paths of a search at most, before it is given up. */
const MOST_PATHS = 200_000;

/** Every profile of a claim type under two rule sets: facts are told apart where a rule, key or look-up reads them. */
export class Profiles {
  readonly classes: ProofClasses;
  readonly shared: SharedClaim;
  readonly #inputs: Both<ChainInput>;
  readonly #plans: Both<PlanMemo>;
  /** Whether both rule sets settle claims of the type by the same texts: one plan is both, and is made once. */
  readonly isUnchanged: boolean;
  #paths = 0;

  constructor(shared: SharedClaim) {
    this.shared = shared;
    this.classes = proofClasses(shared);
    this.isUnchanged = isUnchanged(shared);
    const { sides, type, pots } = shared;
    this.#plans = { from: memoOf(sides.from.ruleSet, type, pots), to: new PlanMemo() };
    this.#inputs = { from: inputOf(shared, 'from'), to: inputOf(shared, 'to') };
  }

  /** Whether the search was given up, or a fact has more values than were looked at, or a number more than were tried. */
  get gap(): 'tooManyProfiles' | 'countedInPart' | null {
    if (this.isGivenUp || this.classes.incomplete.length > 0) return 'tooManyProfiles';
    return this.triedInPart.length > 0 ? 'countedInPart' : null;
  }

  /** Whether the search of all was given up. */
  get isGivenUp(): boolean {
    return this.#paths >= MOST_PATHS;
  }

  /** Whole numbers that a figure is counted by and that are tried only so far, of this claim type. */
  get triedInPart(): readonly { readonly claimType: string; readonly fact: string; readonly upTo: number }[] {
    const claimType = this.shared.type;
    return this.classes.counted.filter(({ all }) => !all).map(({ fact, upTo }) => ({ claimType, fact, upTo }));
  }

  /** Every profile in which no layer is settled elsewhere but those that must be. */
  *all(): Generator<Profile | OneSided> {
    for (const dates of this.dates()) yield* this.under(dates, new Map());
  }

  /**
   * The same kind of claims with these layers settled by others too: several where payments of others are drawn by what else
   * the claims say, and none where either rule set refuses them.
   */
  *withSettled({ dates, assumed, settled }: Settling, layers: readonly string[]): Generator<Profile> {
    const found = this.#tried(dates, assumed, new Set([...settled, ...layers]));
    if (found instanceof Fork) {
      for (const one of this.classes.classes.get(found.fact) ?? []) {
        const more = new Map([...assumed, [found.fact, one]]);
        yield* this.withSettled({ dates, assumed: more, settled }, layers);
      }
    } else if (found !== null && !('settledBy' in found)) yield found;
  }

  /** A day of each stretch in which no date rule tells days apart, on both sides. */
  dates(): readonly Both<CalendarDate>[] {
    return comparedDays(this.shared, this.classes.days);
  }

  /**
   * Some of the profiles of {@link all}, drawn from all over them and the same each time: of every fact that is read each class
   * is met about as often as the others. One may come several times.
   * @param count how many are drawn; claims that both rule sets refuse are none
   */
  *drawn(count: number): Generator<Profile | OneSided> {
    const [dates, draws] = [this.dates(), new Draws()];
    for (let at = 0; at < count; at += 1) {
      const drawn = dates[draws.seldom('', dates.length)];
      const found = drawn === undefined ? null : this.#drawn(drawn, new Map(), draws);
      if (found !== null) yield found;
    }
  }

  #drawn(dates: Both<CalendarDate>, assumed: Assumed, draws: Draws): Profile | OneSided | null {
    const found = this.#tried(dates, assumed, new Set());
    if (!(found instanceof Fork)) return found;
    const classes = this.classes.classes.get(found.fact) ?? [];
    const one = classes[draws.seldom(found.fact, classes.length)];
    return one === undefined ? null : this.#drawn(dates, new Map([...assumed, [found.fact, one]]), draws);
  }

  /** Every profile in which this is assumed of the facts, and whatever else is read. */
  *under(dates: Both<CalendarDate>, assumed: Assumed): Generator<Profile | OneSided> {
    if (this.#paths >= MOST_PATHS) return;
    this.#paths += 1;
    const found = this.#tried(dates, assumed, new Set());
    if (found instanceof Fork) {
      for (const one of this.classes.classes.get(found.fact) ?? []) {
        if (isBeyondCalendar(this.shared, found.fact, one, dates.from)) continue;
        yield* this.under(dates, new Map([...assumed, [found.fact, one]]));
      }
    } else if (found !== null) yield found;
  }

  #tried(dates: Both<CalendarDate>, assumed: Assumed, settled: ReadonlySet<string>): Profile | OneSided | Fork | null {
    try {
      return this.#profile(dates, assumed, settled);
    } catch (error) {
      if (error instanceof Fork) return error;
      throw error;
    }
  }

  /** @throws Fork where more must be assumed */
  #profile(dates: Both<CalendarDate>, assumed: Assumed, settled: ReadonlySet<string>): Profile | OneSided | null {
    const from = this.#side('from', dates.from, assumed, settled);
    const to = this.isUnchanged ? from : this.#side('to', dates.to, assumed, settled);
    const needed = new Set([...(from?.needs ?? []), ...(to?.needs ?? [])]);
    if (needed.size > 0) {
      const takes = [...needed].every((layer) => this.shared.taken.has(settledPath(layer)) && !settled.has(layer));
      return takes ? this.#profile(dates, assumed, new Set([...settled, ...needed])) : null;
    }
    if (from?.text === undefined || to?.text === undefined) {
      if (from?.text === undefined && to?.text === undefined) return null;
      return { dates, assumed, settledBy: to?.text === undefined ? 'from' : 'to' };
    }
    const ranges = [...assumed].filter(([, { range }]) => range !== undefined).map(([id, { range }]) => [id, range]);
    return {
      dates,
      assumed,
      settled,
      facts: { from: from.facts as unknown as Facts, to: to.facts as unknown as Facts },
      plans: () => {
        const plan = this.#planAgain('from', dates.from, from.facts, settled);
        return { from: plan, to: this.isUnchanged ? plan : this.#planAgain('to', dates.to, to.facts, settled) };
      },
      texts: { from: from.text, to: to.text },
      lines: from.lines,
      counters: { from: from.counters, to: to.counters },
      text: [from.text, to.text, JSON.stringify(ranges)].join('\n\n'),
      alike: from.text === to.text,
    };
  }

  /** One side's plan; null where it refuses all claims of the kind, `needs` where it wants to be told what others paid. */
  #side(side: 'from' | 'to', date: CalendarDate, assumed: Assumed, settled: ReadonlySet<string>): SideFound | null {
    const { claimType } = this.shared.sides[side];
    const given = new Map<string, FactValue>([
      ['claim.type', claimType.type],
      ['claim.date', date],
    ]);
    if (claimType.dateFact !== null) given.set(claimType.dateFact, date);
    const renamed = side === 'to' ? this.shared.renamed : undefined;
    const facts = new LazyFacts(given, claimType.facts, this.classes.classes, assumed, renamed);
    try {
      const fired = this.#fired(side, facts);
      const key = [date, [...fired].join(), [...settled].sort().join()].join(' ');
      const made = this.#plans[side].of(key, facts, assumed, () => this.#plan(side, date, facts, settled, fired));
      return made === null ? null : { ...made, facts };
    } catch (error) {
      if (error instanceof FactMissing || error instanceof Refusal) return null;
      throw error;
    }
  }

  #planAgain(side: 'from' | 'to', date: CalendarDate, facts: LazyFacts, settled: ReadonlySet<string>): Plan {
    return this.#plan(side, date, facts, settled, this.#fired(side, facts));
  }

  #fired(side: 'from' | 'to', facts: LazyFacts): ReadonlySet<string> {
    const { ruleSet, claimType } = this.#inputs[side];
    const figures = new Figures(ruleSet, (id) => facts.get(id));
    const look = (name: string) => (name.startsWith('$') ? (figures.read(name) as FactValue) : facts.get(name));
    return new Set(claimType.rules.filter(({ conditions }) => holds(conditions, look)).map(({ name }) => name));
  }

  #plan(
    side: 'from' | 'to',
    date: CalendarDate,
    facts: LazyFacts,
    settled: ReadonlySet<string>,
    fired: ReadonlySet<string>,
  ): Plan {
    return buildPlan(this.#inputs[side], {
      facts: facts as unknown as Facts,
      date,
      fired,
      settled,
      // Nothing paid elsewhere is an amount of 0 paid elsewhere.
      elsewhere: new Set(this.shared.pots),
      counters: new Set(),
    });
  }
}

type SideFound = Made & { readonly facts: LazyFacts };

function inputOf({ sides, type }: SharedClaim, side: 'from' | 'to'): ChainInput {
  const { ruleSet, claimType } = sides[side];
  // A channel tells who handles a payment, never how much it is.
  const layers = claimType.layers.map((layer) => ({ ...layer, channel: null }));
  return { ruleSet, claimType: { ...claimType, layers }, counters: countersOf(ruleSet, type), carried: [] };
}
