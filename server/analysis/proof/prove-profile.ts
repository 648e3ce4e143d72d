import type { CompiledRuleSet } from '../../engine/settlement.ts';
import type { Both } from '../edges/both.ts';
import type { GoOn } from '../edges/go-on.ts';
import { ClaimPair } from './claim-pair.ts';
import { confirmed, engines, settledLoss } from './counterexample.ts';
import type { Figured } from './line-dominates.ts';
import type { Profile } from './profiles.ts';
import type { Counterexample, ProfileProof, Undecided } from './proof.ts';
import { type ChainProof, proveChain } from './prove-chain.ts';
import { Prover } from './prover.ts';
import { possibleLosses } from './search-losses.ts';
import { everySettled } from './settled-elsewhere.ts';
import { differingDefaults, silentClaims } from './silent-claims.ts';
import { EnginePlans, type PlanCase, profileNamed, type TypeCases } from './type-profiles.ts';

/** What was found out about one profile. */
export interface ProfileFound {
  readonly proof: ProfileProof;
  readonly example: Counterexample | null;
  readonly lemmas: readonly string[];
}

/** Losses that the engine does not confirm, before a profile is given up. */
const MOST_UNCONFIRMED = 20;

/** Scans of a profile that are searched for a loss before a proof is tried. */
const MOST_SCANS = 60;

/** Decides the profiles of one claim type: first a search on the engine, then forms, lemmas and the whole chain. */
export class ProfileProving {
  readonly #type: TypeCases;
  readonly #figure: number;
  readonly #prover: Prover;
  readonly #goOn: GoOn;
  readonly #plans: EnginePlans;
  readonly #forms = new Prover(null, new Map());
  #engines: Both<CompiledRuleSet> | null = null;

  /** @param figure the largest figure of either rule set, in fen */
  constructor(type: TypeCases, figure: number, prover: Prover, goOn: GoOn) {
    [this.#type, this.#figure, this.#prover, this.#goOn] = [type, figure, prover, goOn];
    this.#plans = new EnginePlans(type.shared);
  }

  async decide({ profile, profiles }: PlanCase): Promise<ProfileFound> {
    const named = { ...profileNamed(this.#type.shared.type, profile), profiles };
    const open = (reason: Undecided): ProfileFound => ({
      proof: { ...named, result: 'undecided', by: null, lines: [], reason },
      example: null,
      lemmas: [],
    });
    if (!(await this.#goOn())) return open('stopped');
    const pair = await this.#pairOf(profile);
    if (pair === null) return open(this.#type.shared.renamed.size > 0 ? 'daysDiffer' : 'otherPlan');
    const refuted = (example: Counterexample): ProfileFound => ({
      proof: { ...named, result: 'refuted', by: null, lines: [], reason: null },
      example,
      lemmas: [],
    });
    const silent = differingDefaults(pair.pair.plans);
    if (silent.size > 0) {
      const found = await this.#lostInSilence(pair, silent);
      return found === null ? open('defaultsDiffer') : refuted(found);
    }
    // Forms cost microseconds: where they show it all, nothing is left to be searched.
    let chain = await proveChain(pair, this.#figured(profile), this.#forms);
    if (chain.verdict !== 'proved') {
      const found = await this.#searched(pair);
      if (found !== null) return refuted(found);
      chain = await proveChain(pair, this.#figured(profile), this.#prover);
    }
    if (chain.model !== null) {
      const example = await confirmed(pair, chain.model, this.#both());
      return example === null ? open('notConfirmed') : refuted(example);
    }
    if (chain.verdict !== 'proved') return open(this.#prover.hasSolver ? 'solverUnsure' : 'noSolver');
    const settled = await this.#settled(profile, chain);
    if (settled !== null && 'claim' in settled) return refuted(settled);
    if (settled !== null && 'reason' in settled) return open(settled.reason);
    return {
      proof: { ...named, result: 'proved', by: chain.by, lines: chain.lines, reason: null },
      example: null,
      lemmas: [...chain.lemmas, ...(settled?.lemmas ?? [])],
    };
  }

  async #pairOf(profile: Profile): Promise<ClaimPair | null> {
    const pair = await this.#plans.of(profile);
    return pair === null ? null : new ClaimPair(this.#type.shared, pair);
  }

  #figured({ facts }: Profile): Both<Figured> {
    const { from, to } = this.#type.shared.sides;
    return { from: { ruleSet: from.ruleSet, facts: facts.from }, to: { ruleSet: to.ruleSet, facts: facts.to } };
  }

  #both(): Both<CompiledRuleSet> {
    this.#engines ??= engines(this.#type);
    return this.#engines;
  }

  /** A loss found at the edges of the profile, confirmed by the engine. */
  async #searched(pair: ClaimPair): Promise<Counterexample | null> {
    let [unconfirmed, scans] = [0, 0];
    for (const amounts of possibleLosses(pair, this.#figure)) {
      if (amounts === undefined) {
        scans += 1;
        if (scans > MOST_SCANS || !(await this.#goOn())) return null;
        continue;
      }
      const example = await confirmed(pair, amounts, this.#both());
      if (example !== null) return example;
      unconfirmed += 1;
      if (unconfirmed > MOST_UNCONFIRMED) return null;
    }
    return null;
  }

  /** A loss by a claim that leaves out what stands for different amounts, settled by the engine. */
  async #lostInSilence(pair: ClaimPair, silent: ReadonlySet<string>): Promise<Counterexample | null> {
    for (const claim of silentClaims(pair, silent)) {
      const example = await settledLoss(claim, pair.pair.situation.dates, this.#both());
      if (example !== null) return example;
    }
    return null;
  }

  /** The proof of a chain, for claims of which other systems have settled layers; null where each payment was shown alone. */
  async #settled(
    profile: Profile,
    chain: ChainProof,
  ): Promise<Counterexample | { readonly reason: Undecided } | { readonly lemmas: readonly string[] } | null> {
    const lemmas: string[] = [];
    for (const other of everySettled(this.#type, profile, chain)) {
      if (other === 'tooMany') return { reason: 'tooManyProfiles' };
      if (!(await this.#goOn())) return { reason: 'stopped' };
      const pair = await this.#pairOf(other);
      if (pair === null) return { reason: 'otherPlan' };
      const one = await proveChain(pair, this.#figured(other), this.#prover);
      if (one.model !== null) {
        return (await confirmed(pair, one.model, this.#both())) ?? { reason: 'notConfirmed' };
      }
      if (one.verdict !== 'proved') return { reason: this.#prover.hasSolver ? 'solverUnsure' : 'noSolver' };
      lemmas.push(...one.lemmas);
    }
    return lemmas.length === 0 ? null : { lemmas };
  }
}
