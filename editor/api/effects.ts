import type { components, Evaluation, EvaluationRequest, Problem } from '../../client/index.ts';
import type { Language } from '../language/language.tsx';
import { isSettled, settleAll } from './claims.ts';
import { answerOf, service } from './client.ts';

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

/**
 * Settles claims, explained, by what is in force or by a text that has not been published. Nothing is stored.
 * @param text null for what is in force
 */
export async function settleClaims(
  jurisdiction: string,
  text: string | null,
  claims: readonly ClaimToSettle[],
  language: Language,
  signal?: AbortSignal,
): Promise<SettledClaims> {
  const rules = text === null ? {} : { ruleSet: { text } };
  const requests = claims.map((one) => ({ ...one, jurisdiction, explain: true, ...rules }));
  const answers = await settleAll(requests as unknown as readonly EvaluationRequest[], language, signal);
  const refusals = answers.flatMap((answer) => (isSettled(answer) ? [] : [answer.problem]));
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
