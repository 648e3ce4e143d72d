import { elsewherePath, sentAt, settledPath } from '../rulesets/claim-paths.ts';
import { counters, countersOf } from '../rulesets/counters.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import { potsOf } from '../rulesets/pots.ts';
import { Candidates } from './candidates.ts';
import { buildPlan, type ChainInput } from './chain.ts';
import { rulesOfClaimType } from './claim-type.ts';
import { type Axis, axesOf, groupsOf, Interned, profileKey } from './classify.ts';
import { counterId, readCounter } from './counter-source.ts';
import { dimensionsOf } from './dimensions.ts';
import { PlanReasons } from './explain.ts';
import { type Facts, factsOf } from './facts.ts';
import { type GeneratedPlan, generatePlan } from './generate.ts';
import { type GeneratedLookup, generateLookup } from './generate-lookup.ts';
import { type GeneratedTally, generateTally } from './generate-tally.ts';
import { type GeneratedValues, generateValues } from './generate-values.ts';
import { inputLimit } from './input-limit.ts';
import { KeptReasons } from './kept-reasons.ts';
import type { Plan } from './plan.ts';
import type { Profile } from './profile.ts';
import { ProfileCache, type ProfileKey } from './profile-cache.ts';
import { type PlanValues, runPlan } from './run-plan.ts';
import { selectRules } from './select-rules.ts';
import type { Claim, ExplainedSettlement, Settlement } from './settlement.ts';
import type { Tallied } from './tally.ts';

/** A profile's plan, made ready. What is made of it is made when it is first asked for: who settles seldom wants all. */
interface Compiled {
  readonly plan: Plan;
  /** The largest input that generated code takes; 0 where there is none, or code may not be generated. */
  readonly limit: bigint;
  readonly fired: ReadonlySet<string>;
  settle: GeneratedPlan | null;
  tally: GeneratedTally | null;
  values: GeneratedValues | null;
  reasons: PlanReasons | null;
}

/** One claim type of a rule set: a claim's profile is looked up, or compiled once, and its plan run. */
export class CompiledClaimType {
  readonly #input: ChainInput;
  readonly #groups: readonly (readonly Axis[])[];
  readonly #candidates: Candidates;
  readonly #interned: Interned;
  readonly #pots: readonly string[];
  readonly #plans: ProfileCache<Compiled>;
  readonly #keptReasons = new KeptReasons();
  /** What is being compiled, by the keys of the present numbers of values; another map once these begin anew. */
  #pending = new Map<string, Promise<Compiled>>();
  readonly #lookUp: GeneratedLookup<Compiled> | null;

  /**
   * @param generate whether code may be generated
   * @param profiles how many are remembered
   * @param exactValues how many values of each exactly read fact are told apart at a time
   */
  constructor(ruleSet: EffectiveRuleSet, type: string, generate: boolean, profiles: number, exactValues?: number) {
    const claimType = rulesOfClaimType(ruleSet, type);
    this.#candidates = new Candidates(claimType.rules);
    const needed = countersOf(ruleSet, type);
    const ids = new Set(needed.map(counterId));
    const carried = counters(ruleSet).filter((counter) => !ids.has(counterId(counter)));
    this.#input = { ruleSet, claimType, counters: needed, carried };
    this.#pots = [...potsOf(ruleSet, type)];
    this.#plans = new ProfileCache(profiles);
    this.#interned = new Interned(exactValues);
    const dimensions = dimensionsOf(ruleSet, claimType);
    this.#groups = groupsOf(axesOf(claimType, dimensions, this.#pots, needed, carried));
    this.#lookUp = generate ? generateLookup(claimType, this.#groups, this.#interned, this.#plans) : null;
  }

  settle(claim: Claim, date: string): Settlement | Promise<Settlement> {
    const compiled = this.#lookUp?.(claim, date);
    if (compiled === undefined || compiled.limit === 0n) return this.#settleExactly(claim, date);
    compiled.settle ??= generatePlan(compiled.plan, compiled.limit);
    return compiled.settle(claim) ?? this.#settleExactly(claim, date);
  }

  tally(claim: Claim, date: string): Tallied | undefined {
    const compiled = this.#lookUp?.(claim, date);
    if (compiled === undefined || compiled.limit === 0n) return undefined;
    compiled.tally ??= generateTally(compiled.plan, compiled.limit);
    const tally = compiled.tally(claim);
    return tally === undefined ? undefined : { plan: compiled.plan, tally };
  }

  explain(claim: Claim, date: string): ExplainedSettlement | Promise<ExplainedSettlement> {
    const compiled = this.#lookUp?.(claim, date);
    const facts = factsOf(this.#input.claimType, claim, date);
    if (compiled !== undefined && compiled.limit > 0n) {
      compiled.values ??= generateValues(compiled.plan, compiled.limit);
      const values = compiled.values(claim);
      if (values !== undefined) return this.#explained(compiled, claim, facts, values);
    }
    const key = this.#keyOf(facts, claim);
    const known = this.#plans.get(key);
    if (known !== undefined) return this.#explained(known, claim, facts, runPlan(known.plan, claim));
    return this.#compiled(key, claim, facts, date).then((made) =>
      this.#explained(made, claim, facts, runPlan(made.plan, claim)),
    );
  }

  #explained(compiled: Compiled, claim: Claim, facts: Facts, values: PlanValues): ExplainedSettlement {
    const { ruleSet, claimType } = this.#input;
    const { plan, fired } = compiled;
    compiled.reasons ??= new PlanReasons(ruleSet, claimType, plan, fired, this.#keptReasons);
    return {
      explanation: compiled.reasons.of(values, facts),
      // Made only for who reads it.
      get settlement() {
        return runPlan(plan, claim).settlement;
      },
    };
  }

  /** Reads the claim with every check, for the first of a profile and for what generated code gives back. */
  #settleExactly(claim: Claim, date: string): Settlement | Promise<Settlement> {
    const facts = factsOf(this.#input.claimType, claim, date);
    const key = this.#keyOf(facts, claim);
    const known = this.#plans.get(key);
    if (known !== undefined) return runPlan(known.plan, claim).settlement;
    return this.#compiled(key, claim, facts, date).then(({ plan }) => runPlan(plan, claim).settlement);
  }

  #keyOf(facts: Facts, claim: Claim): ProfileKey {
    const key = profileKey(this.#groups, this.#interned, facts, claim);
    if (!this.#interned.isFull) return key;
    this.#beginAnew();
    return profileKey(this.#groups, this.#interned, facts, claim);
  }

  /** Values get other numbers: no plan is found, or kept later, by a key that is made of the old ones. */
  #beginAnew(): void {
    this.#interned.clear();
    this.#plans.clear();
    this.#pending = new Map();
  }

  /** The plan of a claim's profile; json-rules-engine runs once, also for claims that arrive meanwhile. */
  #compiled(key: ProfileKey, claim: Claim, facts: Facts, date: string): Promise<Compiled> {
    const known = this.#plans.get(key);
    if (known !== undefined) return Promise.resolve(known);
    const name = key.join();
    const underWay = this.#pending;
    let pending = underWay.get(name);
    if (pending === undefined) {
      pending = this.#compile(claim, facts, date)
        .then((made) => {
          if (underWay === this.#pending) this.#plans.set(key, made);
          return made;
        })
        .finally(() => underWay.delete(name));
      underWay.set(name, pending);
    }
    return pending;
  }

  async #compile(claim: Claim, facts: Facts, date: string): Promise<Compiled> {
    const { ruleSet } = this.#input;
    const fired = await selectRules(ruleSet, this.#candidates, facts);
    const plan = buildPlan(this.#input, this.#profile(claim, facts, date, fired));
    const limit = this.#lookUp === null ? 0n : inputLimit(plan);
    return { plan, limit, fired, settle: null, tally: null, values: null, reasons: null };
  }

  #profile(claim: Claim, facts: Facts, date: string, fired: ReadonlySet<string>): Profile {
    const { claimType, counters, carried } = this.#input;
    const layers = claimType.layers.map(({ name }) => name);
    return {
      facts,
      date,
      fired,
      settled: new Set(layers.filter((name) => sentAt(claim, settledPath(name)) !== undefined)),
      elsewhere: new Set(this.#pots.filter((pot) => sentAt(claim, elsewherePath(pot)) !== undefined)),
      counters: new Set([
        ...[...counters, ...carried].filter((counter) => readCounter(claim, counter).given).map(counterId),
      ]),
    };
  }
}
