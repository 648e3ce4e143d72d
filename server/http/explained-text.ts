import type { Language } from '../domain/label.ts';
import type { Plan } from '../engine/plan.ts';
import { choicesOf, limitNotices, type Tally } from '../engine/tally.ts';
import type { Evaluation } from '../usecases/evaluation.ts';
import { headJson, ruleSetJson } from './evaluation-json.ts';
import { explanationJson } from './explanation-json.ts';
import { namedWords } from './named-words.ts';
import { toldNotices } from './notices-json.ts';
import { type PlanText, planText } from './plan-text.ts';

/** What explained answers of a plan say alike in one language. */
interface ToldPlan {
  readonly notices: string;
  /** Where the choices stand in its tallies on which the named words depend: why a layer pays nothing, what bound a line. */
  readonly choices: readonly number[];
  /** The named words as JSON, by those choices. */
  readonly named: Map<string, string>;
}

const toldPlans: Readonly<Record<Language, WeakMap<Plan, ToldPlan>>> = { zh: new WeakMap(), en: new WeakMap() };

/** At most so many of a plan are kept. */
const MOST_NAMED = 64;

let bench = Buffer.allocUnsafeSlow(16 * 1024);

/**
 * An explained evaluation as `evaluationJson` writes it, where it was come to by a tally; null for any other. What it has in
 * common with other claims of its profile is written once.
 */
export function explainedText(evaluation: Evaluation, language: Language): string | null {
  const { tallied, explanation, effective } = evaluation;
  if (tallied === undefined || explanation === null) return null;
  const { plan, tally } = tallied;
  const common = planText(plan);
  if (common === null) return null;
  const told = toldPlan(plan, language);
  const stopped = toldNotices(limitNotices(common.limited, tally), language);
  const comma = told.notices === '' || stopped === '' ? '' : ',';
  return (
    headJson(evaluation, plan.claimType, plan.eligible) +
    ruleSetJson(evaluation.ruleSet) +
    moneyText(common, tally) +
    `${told.notices}${comma}${stopped}],"explanation":${explanationJson(explanation, effective, language)},` +
    `"named":${named(told, tally, evaluation, language)},"settlementDigest":"${evaluation.settlementDigest}"}`
  );
}

function toldPlan(plan: Plan, language: Language): ToldPlan {
  let told = toldPlans[language].get(plan);
  if (told === undefined) {
    told = { notices: toldNotices(plan.notices, language), choices: choicesOf(plan), named: new Map() };
    toldPlans[language].set(plan, told);
  }
  return told;
}

/** Names are those of the rule language, and of ASCII. */
function moneyText({ text }: PlanText, tally: Tally): string {
  if (text.longest > bench.length) bench = Buffer.allocUnsafeSlow(text.longest);
  return bench.toString('latin1', 0, text.write(bench, 0, tally));
}

function named({ choices, named }: ToldPlan, tally: Tally, evaluation: Evaluation, language: Language): string {
  const chosen = choices.map((place) => tally[place]).join();
  let text = named.get(chosen);
  if (text === undefined) {
    text = JSON.stringify(namedWords(evaluation, language));
    if (named.size < MOST_NAMED) named.set(chosen, text);
  }
  return text;
}
