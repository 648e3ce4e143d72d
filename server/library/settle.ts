import type { Evaluation } from '../../schemas/generated/documents.ts';
import type { Language } from '../domain/label.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import { evaluationJson } from '../http/evaluation-json.ts';
import { inShort } from '../rulesets/words.ts';
import { checkEvaluationRequest } from '../usecases/evaluation-request.ts';
import { settle as settleBy } from '../usecases/settle.ts';
import { parseStrictJson } from '../usecases/strict-json.ts';
import type { CompiledRules } from './compiled-rules.ts';
import { thrown } from './dixian-error.ts';
import { jsonOf } from './document-text.ts';
import { rulesOn } from './inside.ts';

/** A claim to settle, as `POST /api/v1/evaluations` takes it; whose it is is known from the rules. */
export interface SettleRequest {
  /** The caller's own name for the claim, 1 to 200 characters; it comes back with the answer. */
  readonly id: string;
  /** May be given where the rules are of it. */
  readonly jurisdiction?: string | undefined;
  /** Discharge, visit, accident or loss, as YYYY-MM-DD. */
  readonly date: string;
  /** The facts that the rule set declares for the type of claim; amounts in CNY. */
  readonly claim: { readonly type: string; readonly [fact: string]: unknown };
  /** True: with the reasons of every rule, in words. */
  readonly explain?: boolean | undefined;
}

/** How an answer is worded. */
export interface SettleOptions {
  /** Chinese unless given. */
  readonly language?: Language | undefined;
}

/**
 * Settles a claim: the answer of the service for the same documents. Always a promise, because json-rules-engine answers
 * with one the first time that a claim of a profile is met.
 * @throws DixianError with everything wrong with the request
 */
export async function settle(
  rules: CompiledRules,
  request: SettleRequest,
  options: SettleOptions = {},
): Promise<Evaluation> {
  return JSON.parse(await settleText(rules, request, options)) as Evaluation;
}

/**
 * As {@link settle}, to the text that the service answers with, byte for byte: amounts have two decimals, which a number
 * in JavaScript forgets.
 */
export async function settleText(
  rules: CompiledRules,
  request: SettleRequest,
  { language = 'zh' }: SettleOptions = {},
): Promise<string> {
  try {
    const checked = checkEvaluationRequest(asSent(rules, request));
    return evaluationJson(await settleBy(checked, rulesOn(rules, checked.date)), language);
  } catch (error) {
    throw thrown(error, language);
  }
}

/** The request as it would come over HTTP, so that nothing JSON cannot carry gets further than here. */
function asSent(rules: CompiledRules, request: SettleRequest): unknown {
  const sent = parseStrictJson(jsonOf(request));
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent;
  const { jurisdiction } = rules;
  if (Object.hasOwn(sent, 'asOf')) {
    const args = { field: 'asOf', known: 'id, jurisdiction, date, explain, claim' };
    throw new Refusal([{ code: 'requestFieldUnknown', severity: 'error', args, at: { pointer: '/asOf' } }]);
  }
  const given: unknown = Reflect.get(sent, 'jurisdiction');
  if (typeof given === 'string' && given !== jurisdiction) {
    refuse('libraryOtherJurisdiction', { given: inShort(given), jurisdiction }, { pointer: '/jurisdiction' });
  }
  return { jurisdiction, ...sent };
}
