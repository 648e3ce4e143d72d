import type { components, Evaluation, EvaluationRequest, Problem } from '../../client/index.ts';
import type { Language } from '../language/language.tsx';
import { isSettled, settleAll } from './claims.ts';
import { answerOf, service } from './client.ts';
import { Refused } from './refused.ts';

/** A claim to settle: what to call it, when, and its facts. */
export interface ClaimToSettle {
  readonly id: string;
  readonly date: string;
  readonly claim: EvaluationRequest['claim'];
}

/** Claims at thresholds that two rule sets settle differently. */
export type Edges = components['schemas']['EdgesAnswer'];

/** What became of a claim; null where it was refused. */
export type Settled = Evaluation | null;

/** What was settled, or why the text settles nothing. */
export interface SettledClaims {
  readonly settled: readonly Settled[];
  readonly refused: Problem | null;
}

/** Rules that claims are settled by: a text that has not been published, or versions by their numbers. */
export type RulesAsked = NonNullable<EvaluationRequest['ruleSet']>;

/**
 * Settles claims, explained, by what is in force or by other rules. Nothing is stored.
 * @param asked null for what is in force
 * @throws Refused as `answerOf`, also where any of the claims was put off
 */
export async function settleClaims(
  jurisdiction: string,
  asked: RulesAsked | null,
  claims: readonly ClaimToSettle[],
  language: Language,
  signal?: AbortSignal,
): Promise<SettledClaims> {
  const rules = asked === null ? {} : { ruleSet: asked };
  const requests = claims.map((one) => ({ ...one, jurisdiction, explain: true, ...rules }));
  const answers = await settleAll(requests as unknown as readonly EvaluationRequest[], language, signal);
  const refusals = answers.flatMap((answer) => (isSettled(answer) ? [] : [answer.problem]));
  // Put off for want of time, a claim is none that cannot be settled: all are asked for again.
  const putOff = refusals.find(({ status }) => status === 503);
  if (putOff !== undefined) throw new Refused(putOff, { status: putOff.status, headers: new Headers() });
  return {
    settled: answers.map((answer) => (isSettled(answer) ? answer : null)),
    refused: refusals.find(({ code }) => code === 'draftInvalid') ?? null,
  };
}

/** The claims that a text settles differently from what is in force on a date. */
export async function edgesOfText(
  jurisdiction: string,
  date: string,
  text: string,
  language: Language,
  signal: AbortSignal,
): Promise<Edges> {
  const body = { from: `${jurisdiction}@${date}`, draft: { jurisdiction, date, text }, limit: 20 };
  return answerOf(await service(language).POST('/api/v1/edges', { body, signal })) as Edges;
}
