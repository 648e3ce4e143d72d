import type { Language } from '../domain/label.ts';
import { FORMAT } from '../rulesets/digest.ts';
import type { Evaluation, RuleSetName } from '../usecases/evaluation.ts';
import { explanationJson } from './explanation-json.ts';
import { moneyJson, quote } from './money-json.ts';
import { namedWords } from './named-words.ts';
import { plainNotices, toldNotices } from './notices-json.ts';

/**
 * An evaluation as the JSON that HTTP and the command line answer with: amounts in CNY with exactly two decimals, which
 * `JSON.stringify` cannot write. Text is put together by hand, the parts that repeat are kept.
 */
export function evaluationJson(evaluation: Evaluation, language: Language): string {
  const { settlement, explanation } = evaluation;
  const { claimType, eligible, notices } = settlement;
  return (
    headJson(evaluation, claimType, eligible) +
    ruleSetJson(evaluation.ruleSet) +
    moneyJson(settlement) +
    `${explanation === null ? plainNotices(notices) : toldNotices(notices, language)}],` +
    (explanation === null ? '' : `"explanation":${explanationJson(explanation, evaluation.effective, language)},`) +
    (explanation === null ? '' : `"named":${JSON.stringify(namedWords(evaluation, language))},`) +
    `"settlementDigest":"${evaluation.settlementDigest}"}`
  );
}

/** An answer's beginning, up to the rule set that it names. */
export function headJson({ id, jurisdiction, date, draft }: Evaluation, claimType: string, eligible: boolean): string {
  return (
    `{"id":${JSON.stringify(id)},"claimType":${quote(claimType)},"jurisdiction":"${jurisdiction}",` +
    `"date":"${date}","format":${FORMAT},${draft ? '"status":"draft",' : ''}"eligible":${eligible},"ruleSet":`
  );
}

const ruleSets = new WeakMap<RuleSetName, string>();

/** The rule set that an answer names, as JSON. */
export function ruleSetJson(ruleSet: RuleSetName): string {
  let text = ruleSets.get(ruleSet);
  if (text === undefined) {
    text = JSON.stringify(ruleSet);
    ruleSets.set(ruleSet, text);
  }
  return text;
}
