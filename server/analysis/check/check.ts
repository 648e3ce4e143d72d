import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import { type GoOn, untilStopped } from '../edges/go-on.ts';
import type { Undecided } from '../proof/proof.ts';
import { Prover, type Remembered } from '../proof/prover.ts';
import type { Solver } from '../proof/solver.ts';
import { paidAboveCost } from './above-cost.ts';
import { type Answer, type Check, type Crowded, type Found, QUESTIONS, type Question } from './answer.ts';
import { capsOf } from './caps.ts';
import type { Means } from './claim-where.ts';
import { cliffsOf } from './cliffs.ts';
import { deadRules } from './dead-rules.ts';
import { doublePayments } from './double-payments.ts';
import { gapsOf } from './gaps.ts';
import { TypeKinds } from './kinds.ts';
import { Settling } from './settling.ts';

/** How a rule set is looked through. */
export interface CheckOptions {
  /** Null: what forms and searches do not tell stays open. */
  readonly solver: Solver | null;
  readonly remembered?: Remembered;
  /** Asked between pieces of work; false ends it, and what is open is not proved. */
  readonly goOn?: GoOn;
}

/** A claim type with more kinds of claims may need all the time there is. */
const MANY_KINDS = 1_000;

/**
 * Asks a rule set what its authors may not have meant: cliffs, rules that change nothing, claims that nobody pays, payments
 * made twice or above the bill; and where each cap begins to cut. `docs/proof.md` says what each question means.
 */
export async function check(ruleSet: EffectiveRuleSet, options: CheckOptions): Promise<Check> {
  const { solver, remembered = new Map<string, boolean>(), goOn: ask = () => true } = options;
  const { goOn, isStopped } = untilStopped(ask);
  // Chains that it could not tell are no reason not to ask it about rules and caps.
  const [prover, chains] = [0, 1].map(() => new Prover(solver, remembered, () => !isStopped())) as [Prover, Prover];
  const types: TypeKinds[] = [];
  for (const type of ruleSet.claims.keys()) types.push(await TypeKinds.of(ruleSet, type, goOn));
  const settling = new Map(types.map((type) => [type, new Settling(type.shared)]));
  const meansOf = (type: TypeKinds): Means => ({ settling: settling.get(type) as Settling, prover });
  const answers: Answer[] = [];
  const found: Found[] = [];
  const add = (question: Question, claimType: string | null, all: readonly Found[], open: Undecided | null) => {
    found.push(...all);
    answers.push({ question, claimType, found: all.length, rest: open === null ? 'proved' : 'searched', reason: open });
  };
  const askType = async (type: TypeKinds) => {
    const claimType = type.shared.type;
    const means = meansOf(type);
    const gaps = await gapsOf(type, means, goOn);
    add('gaps', claimType, gaps.gaps, gaps.open);
    const doubles = await doublePayments(type, means, goOn);
    add('doublePayments', claimType, doubles.doubles, doubles.open);
    const above = await paidAboveCost(type, means, goOn);
    if (above !== null) add('aboveCost', claimType, above.above, above.open);
    const { cliffs, open } = await cliffsOf(type, ruleSet, { ...means, prover: chains }, goOn);
    add('cliffs', claimType, cliffs, open);
  };
  // Types with few kinds first, then what is asked of all types together: where time is up, they have been answered.
  const fewestFirst = types.toSorted((one, other) => one.kinds.length - other.kinds.length);
  const isLarge = ({ kinds, gap }: TypeKinds) => kinds.length > MANY_KINDS || gap === 'tooManyProfiles';
  for (const type of fewestFirst) if (!isLarge(type)) await askType(type);
  const dead = await deadRules(ruleSet, types, meansOf, goOn);
  add('deadRules', null, dead.dead, dead.open);
  const caps = await capsOf(ruleSet, types, meansOf, goOn);
  for (const type of fewestFirst) if (isLarge(type)) await askType(type);
  const asDeclared = [null, ...ruleSet.claims.keys()];
  const inOrder = <One extends Pick<Answer, 'question' | 'claimType'>>(all: readonly One[]) =>
    QUESTIONS.flatMap((question) =>
      asDeclared.flatMap((type) => all.filter((one) => one.question === question && one.claimType === type)),
    );
  return {
    answers: inOrder(answers),
    found: inOrder(found),
    caps,
    bounds: types.flatMap(({ profiles }) => profiles.triedInPart),
    crowded: types.filter(({ gap }) => gap === 'tooManyProfiles').map(crowdedType),
  };
}

function crowdedType({ shared, profiles }: TypeKinds): Crowded {
  const facts = [...profiles.classes.classes].map(([fact, classes]) => ({ fact, values: classes.length }));
  return {
    claimType: shared.type,
    facts: facts.filter(({ values }) => values > 1).sort((one, other) => other.values - one.values),
  };
}
