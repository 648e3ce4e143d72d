import type { components, Evaluation, EvaluationRequest, Problem } from '../../client/index.ts';
import type { Language } from '../language/language.tsx';
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

/** Bytes of one request, well below what the service takes. */
const MOST = 700_000;

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
  const atOnce = Math.max(1, Math.floor(MOST / ((text?.length ?? 0) * 3 + 2000)));
  const settled: Settled[] = [];
  let refused: Problem | null = null;
  // The first claim alone: a text that is wrong is refused once and not for every claim.
  let count = text === null ? atOnce : 1;
  for (let at = 0; at < requests.length && refused === null; at += count, count = atOnce) {
    const body = requests.slice(at, at + count) as unknown as EvaluationRequest[];
    const call = { body, ...(signal === undefined ? {} : { signal }) };
    const answers = answerOf(await service(language).POST('/api/v1/evaluations', call)) as unknown as readonly (
      | Evaluation
      | { readonly problem: Problem }
    )[];
    for (const answer of answers) {
      if ('problem' in answer && answer.problem.code === 'draftInvalid') refused ??= answer.problem;
      settled.push('problem' in answer ? null : answer);
    }
  }
  return { settled, refused };
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
