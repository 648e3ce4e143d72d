import { sha256 } from '../../domain/sha256.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import { largestFigure, sharedTypes } from '../edges/find-edges.ts';
import { type GoOn, untilStopped } from '../edges/go-on.ts';
import { areDaysMoved } from './compared-days.ts';
import type { Lemma, Open, ProfileProof, Proof, Undecided, Verdict } from './proof.ts';
import { type ProfileFound, ProfileProving } from './prove-profile.ts';
import { Prover, type Remembered } from './prover.ts';
import { refusedClaims } from './refused-claims.ts';
import type { Solver } from './solver.ts';
import { casesOf, type PlanCase, profileNamed, type TypeCases } from './type-profiles.ts';
import { areSame } from './unchanged-type.ts';
import { proveYear } from './year.ts';

/** How a proof is looked for. */
export interface ProveOptions {
  /** Null: what the forms do not show stays undecided. */
  readonly solver: Solver | null;
  /** Lemmas that were shown before. */
  readonly remembered?: Remembered;
  readonly types?: readonly string[];
  /** False: the year is not looked at, and stays undecided. */
  readonly year?: boolean;
  /** True: the first claim that loses ends it, and neither kinds of claims behind it nor the year are looked at. */
  readonly untilRefuted?: boolean;
  /** Asked between pieces of work; false ends the proof, and what is open stays undecided. */
  readonly goOn?: GoOn;
  /** Told after every kind of claims: how many of how many are decided. */
  readonly progress?: (done: number, all: number, claimType: string) => void;
}

/**
 * Whether no claim leaves a person worse off under the second rule set: the same claim with the same history, no pot left
 * with more, and no less paid in all, in whole fen as the engine computes them. `docs/proof.md` has the statement.
 */
export async function prove(from: EffectiveRuleSet, to: EffectiveRuleSet, options: ProveOptions): Promise<Proof> {
  return new Proving(from, to, options).run();
}

/** Of rules and themselves there is nothing to show. */
const SAME: Proof = {
  result: 'proved',
  profiles: [],
  counterexample: null,
  year: { result: 'proved', reason: null, example: null, tried: 0 },
  bounds: [],
  undecided: [],
  lemmas: [],
};

class Proving {
  readonly #from: EffectiveRuleSet;
  readonly #to: EffectiveRuleSet;
  readonly #options: ProveOptions;
  readonly #goOn: GoOn;
  readonly #prover: Prover;
  readonly #open: Open[] = [];
  /** Many kinds of claims rest on the same few. */
  readonly #lemmas = new Set<string>();

  constructor(from: EffectiveRuleSet, to: EffectiveRuleSet, options: ProveOptions) {
    const { solver, remembered = new Map<string, boolean>(), goOn: ask = () => true } = options;
    [this.#from, this.#to, this.#options] = [from, to, options];
    const { goOn, isStopped } = untilStopped(ask);
    this.#goOn = goOn;
    this.#prover = new Prover(solver, remembered, () => !isStopped());
  }

  async run(): Promise<Proof> {
    if (areSame(this.#from, this.#to)) return SAME;
    const { shared, leftOut } = sharedTypes(this.#from, this.#to, this.#options.types);
    for (const { type, reason } of leftOut.types) if (reason !== 'onlyTo') this.#leave(type, 'notComparable', 1);
    const types: TypeCases[] = [];
    for (const one of shared) types.push(await casesOf(one, this.#goOn));
    for (const one of types) this.#leaveOut(one);
    const profiling = await this.#profiles(types);
    const refuted = profiling.find(({ example }) => example !== null);
    const profiles = profiling.map(({ proof }) => proof);
    const leavesYear = this.#options.year === false || (refuted !== undefined && this.#options.untilRefuted === true);
    const result = refuted !== undefined ? 'refuted' : this.#isOpen(profiles) ? 'undecided' : 'proved';
    return {
      result,
      profiles,
      counterexample: refuted?.example ?? null,
      year: await proveYear(types, result, leavesYear ? () => false : this.#goOn),
      bounds: types.flatMap(({ profiles }) => profiles.triedInPart),
      undecided: this.#open,
      lemmas: lemmasOf(this.#lemmas),
    };
  }

  #isOpen(profiles: readonly ProfileProof[]): boolean {
    return this.#open.length > 0 || profiles.some(({ result }) => result === 'undecided');
  }

  #leave(claimType: string, reason: Undecided, count: number): void {
    if (count > 0) this.#open.push({ claimType, reason, count });
  }

  #leaveOut({ shared, profiles, oneSided, gap }: TypeCases): void {
    const { type } = shared;
    if (areDaysMoved(shared, profiles.classes.classes)) this.#leave(type, 'daysDiffer', 1);
    if (gap !== null) this.#leave(type, gap, 1);
    this.#leave(type, 'refusedByOne', oneSided.filter(({ settledBy }) => settledBy === 'from').length);
    const by = refusedClaims(shared);
    if (by.length > 0) this.#open.push({ claimType: type, reason: 'refusedByOne', count: by.length, by });
  }

  async #profiles(types: readonly TypeCases[]) {
    const all = types.reduce((sum, { cases }) => sum + cases.length, 0);
    const figure = Math.max(largestFigure(this.#from), largestFigure(this.#to));
    const done: Omit<ProfileFound, 'lemmas'>[] = [];
    for (const one of types) {
      const proving = new ProfileProving(one, figure, this.#prover, this.#goOn);
      for (const found of one.cases) {
        const decided = found.profile.alike ? alike(one, found) : await proving.decide(found);
        // One claim refutes it all: the solver need not be asked about other profiles.
        if (decided.example !== null) this.#prover.rest();
        for (const text of decided.lemmas) this.#lemmas.add(text);
        done.push({ proof: decided.proof, example: decided.example });
        this.#options.progress?.(done.length, all, one.shared.type);
        if (decided.example !== null && this.#options.untilRefuted === true) return done;
      }
    }
    return done;
  }
}

function alike({ shared }: TypeCases, { profile, profiles }: PlanCase) {
  const proof = {
    ...profileNamed(shared.type, profile),
    result: 'proved' as Verdict,
    by: 'samePlan' as const,
    lines: [],
    reason: null,
    profiles,
  };
  return { proof, example: null, lemmas: [] };
}

function lemmasOf(texts: ReadonlySet<string>): readonly Lemma[] {
  return [...texts].map((text) => ({ digest: sha256(text), text }));
}
