import { type Place, valuesOf } from '../../engine/tree/shared-tree.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { GoOn } from '../edges/go-on.ts';
import { ClaimPair } from '../proof/claim-pair.ts';
import { claimWith } from '../proof/counterexample.ts';
import { type Amounts, plainer } from '../proof/loss.ts';
import type { Profile } from '../proof/profiles.ts';
import type { Undecided } from '../proof/proof.ts';
import type { Cliff } from './answer.ts';
import { holding, type Means } from './claim-where.ts';
import { cliffBetween, cliffGoals } from './cliff-size.ts';
import type { Kind, TypeKinds } from './kinds.ts';
import { type Direction, directionsOf, type Step, stepsOf } from './raises.ts';
import { possibleCliffs } from './search-cliffs.ts';
import { settledSets } from './settled-sets.ts';
import { steadyLines } from './steady-lines.ts';
import { tailQuery } from './tail-query.ts';

/** What came of looking for cliffs among claims of one type. */
export interface CliffsFound {
  readonly cliffs: readonly Cliff[];
  /** Why it is not proved that there is no other; null where it is. */
  readonly open: Undecided | null;
}

/** Looks at every kind of claims with a fen more of every item: by forms, then by search, then by the solver. */
export async function cliffsOf(type: TypeKinds, ruleSet: EffectiveRuleSet, means: Means, goOn: GoOn) {
  const search = new CliffSearch(type, ruleSet, means, goOn);
  for (const kind of type.kinds) {
    await search.kind(kind);
    if (search.stopped) break;
  }
  return search.found();
}

/** Steps that are searched of each type: rule sets with hundreds of cliffs have shown theirs by then. */
const MOST_SEARCHED = 20;

class CliffSearch {
  readonly #type: TypeKinds;
  readonly #ruleSet: EffectiveRuleSet;
  readonly #means: Means;
  readonly #goOn: GoOn;
  readonly #cliffs = new Map<string, Cliff>();
  #searches = 0;
  #open: Undecided | null;

  constructor(type: TypeKinds, ruleSet: EffectiveRuleSet, means: Means, goOn: GoOn) {
    [this.#type, this.#ruleSet, this.#means, this.#goOn] = [type, ruleSet, means, goOn];
    this.#open = type.gap;
  }

  /** Whether it was told to stop. */
  get stopped(): boolean {
    return this.#open === 'stopped';
  }

  found(): CliffsFound {
    const cliffs = [...this.#cliffs.values()].sort((a, b) => b.size - a.size);
    return { cliffs, open: cliffs.length > 0 ? (this.#open ?? 'searchedOnly') : this.#open };
  }

  async kind({ profile }: Kind): Promise<void> {
    for (const direction of directionsOf(this.#type.shared)) {
      if (!(await this.#goOn())) {
        this.#open = 'stopped';
        return;
      }
      for (const step of stepsOf(this.#type.profiles, profile, direction)) {
        if (!(await this.#goOn())) this.#open = 'stopped';
        if (this.stopped) return;
        await this.#steps(profile, step);
      }
    }
  }

  /** A step, and the same for claims of which others have settled layers, where that is not shown with it. */
  async #steps(profile: Profile, step: Step): Promise<void> {
    const shown = await this.#step(profile, step);
    // Where there is a cliff, or it could not be told, no combination would make it proved.
    if (shown === null) return;
    for (const other of settledSets(this.#type, profile, shown)) {
      if (other === 'tooMany') this.#open ??= 'tooManyProfiles';
      else if (await this.#goOn()) {
        const beyond = step.to === profile ? [other] : this.#type.profiles.withSettled(step.to, [...other.settled]);
        for (const to of beyond) await this.#step(other, { ...step, to });
      } else this.#open ??= 'stopped';
    }
  }

  /**
   * The layers from which on a step was not shown by forms alone, or all where it was not shown apart from what precedes;
   * null where it was not shown.
   */
  async #step(profile: Profile, step: Step): Promise<ReadonlySet<string> | null> {
    const pair = await this.#pairOf(profile, step);
    if (pair === null) {
      this.#open ??= 'otherPlan';
      return null;
    }
    const all = new Set(pair.from.lines.map(({ layer }) => layer));
    const alike = step.to === profile;
    const figured = { ruleSet: this.#ruleSet, facts: profile.facts.from };
    const steady = alike ? steadyLines(pair, figured, step.direction.paths) : -1;
    if (steady === pair.from.lines.length) return new Set();
    // What is open for one kind of claims is open for the type: the solver need not be asked about others.
    const asks = this.#open === null && this.#cliffs.size === 0;
    const tail = asks && steady >= 0 ? tailQuery(pair, steady) : null;
    // One text for many kinds of claims, so most are remembered.
    if (tail !== null && (await this.#means.prover.isProved(tail.text, 'lemma')))
      return new Set(pair.from.lines.slice(steady).map(({ layer }) => layer));
    this.#searches += 1;
    if (this.#searches <= MOST_SEARCHED && (await this.#searched(pair, step))) return null;
    if (!asks) return null;
    return (await this.#chain(pair, step.direction)) ? all : null;
  }

  async #pairOf(profile: Profile, { to, direction, crossed, ranges }: Step): Promise<ClaimPair | null> {
    const { shared } = this.#type;
    const after = await this.#type.pair(to);
    let before = after;
    if (to !== profile) {
      const assumed = new Map(to.assumed);
      for (const id of crossed) assumed.set(id, profile.assumed.get(id) ?? { value: undefined, meets: NOWHERE });
      const [found] = this.#type.profiles.under(to.dates, assumed);
      if (found === undefined || 'settledBy' in found) return null;
      const settled = [...profile.settled];
      const owns = settled.length === 0 ? [found] : [...this.#type.profiles.withSettled(found, settled)];
      // Several would have to be looked at each, which is not done: it is not told.
      const own = owns.length === 1 ? owns[0] : undefined;
      before = own === undefined ? null : await this.#type.pair(own);
    }
    if (before === null || after === null) return null;
    const plans = { from: before.pair.plans.from, to: after.pair.plans.from };
    return new ClaimPair(shared, { ...before.pair, plans }, { paths: direction.paths, ranges });
  }

  async #searched(pair: ClaimPair, step: Step): Promise<boolean> {
    let found = false;
    const isCliff = cliffIn(pair);
    for (const amounts of possibleCliffs(pair, step, this.#ruleSet, isCliff)) {
      if (amounts === undefined) {
        if (!(await this.#goOn())) return found;
      } else if (await this.#keep(pair, step.direction, amounts)) found = true;
    }
    return found;
  }

  /** Whether the whole chain at once is proved to have no cliff. */
  async #chain(pair: ClaimPair, direction: Direction): Promise<boolean> {
    let proved = true;
    for (const goal of cliffGoals(pair)) {
      const { prover } = this.#means;
      const answer = await prover.ask(pair.query({ facts: pair.facts, goals: [goal] }), 'chain');
      if (answer.answer === 'unknown') {
        this.#open ??= prover.hasSolver ? 'solverUnsure' : 'noSolver';
        return false;
      }
      if (answer.answer !== 'unsat') proved = false;
      if (answer.answer !== 'sat') continue;
      const amounts = new Map(answer.model);
      for (const path of direction.paths) if (!amounts.has(path)) amounts.set(path, 0n);
      const plain = plainer(pair, amounts, cliffIn(pair));
      const kept = (await this.#keep(pair, direction, plain)) || (await this.#keep(pair, direction, amounts));
      if (!kept) this.#open ??= 'notConfirmed';
    }
    return proved;
  }

  /** Has the engine settle a claim and the same with a fen more, and keeps the largest cliff of each place. */
  async #keep(pair: ClaimPair, { item, paths }: Direction, amounts: Amounts): Promise<boolean> {
    const { shared } = this.#type;
    const { from: date } = pair.pair.situation.dates;
    const raised = new Map(amounts);
    for (const path of paths) raised.set(path, (amounts.get(path) ?? 0n) + 1n);
    const { settling } = this.#means;
    const example = await settling.example(shared, claimWith(pair, amounts), date);
    const next = await settling.example(shared, claimWith(pair, raised), date);
    const seen = example === null || next === null ? null : cliffBetween(example, next);
    if (seen === null || example === null || next === null) return false;
    const key = [seen.kind, item, seen.layer, ...seen.rules].join();
    if ((this.#cliffs.get(key)?.size ?? 0) < seen.size)
      this.#cliffs.set(key, { question: 'cliffs', claimType: shared.type, item, ...seen, example, next });
    return true;
  }
}

const NOWHERE = { kind: 'fact', id: '', label: { zh: '', en: '' }, at: null, side: 'at' } as const;

/** Whether amounts are a claim's that a fen more makes a cliff of, by the tree's own arithmetic. */
function cliffIn(pair: ClaimPair): (amounts: Amounts) => boolean {
  const goals = cliffGoals(pair);
  const holds = holding(pair, []);
  return (amounts) => {
    const values = valuesOf(pair.tree, amounts);
    const at = (place: Place) => values[place] ?? 0n;
    return goals.some(({ left, right }) => at(left) > at(right)) && holds(amounts);
  };
}
