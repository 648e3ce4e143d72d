import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { components, Evaluation, EvaluationRequest, Problem } from '../../client/index.ts';
import { type Language, useLanguage } from '../language/language.tsx';
import { allPages } from './all-pages.ts';
import { answerOf, service } from './client.ts';

/** The schema of claims of a type with what a form shows beside it. */
export type ClaimSchema = components['schemas']['ClaimSchemaAnswer'];

/** What a form shows: facts in order with their items, pots, layers, counters. */
export type ClaimForm = ClaimSchema['form'];

/** One fact that a claim may bring. */
export type Fact = ClaimForm['facts'][number];

/** A made-up claim that shows what the rules do. */
export type TypicalClaim = components['schemas']['TypicalClaimsAnswer']['items'][number];

/** The form for claims of a type; null lets the service choose: the nearest date with rules, the first type. */
export function useClaimSchema(place: string | null, date: string | null, type: string | null) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['claim schema', language, place, date, type],
    enabled: place !== null,
    queryFn: async () => {
      const query = { ...(date === null ? {} : { date }), ...(type === null ? {} : { type }) };
      const params = { path: { code: place ?? '' }, query };
      return answerOf(
        await service(language).GET('/api/v1/jurisdictions/{code}/claim-schema', { params }),
      ) as ClaimSchema;
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** The made-up claims of a place, all pages of them. */
export function useTypicalClaims(place: string | null, date: string | null) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['typical claims', place, date],
    enabled: place !== null,
    queryFn: () =>
      allPages<TypicalClaim>(async (page) => {
        const query = { jurisdiction: place ?? '', ...(date === null ? {} : { date }), ...page };
        return answerOf(await service(language).GET('/api/v1/typical-claims', { params: { query } }));
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** One claim settled, with reasons in the language of the page; what was answered last stays until the next answer. */
export function useSettlement(request: EvaluationRequest | null) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['settlement', language, request],
    enabled: request !== null,
    queryFn: async () =>
      answerOf(
        await service(language).POST('/api/v1/evaluations', { body: request as EvaluationRequest }),
      ) as Evaluation,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What came of one of several claims. */
export type Answered = Evaluation | { readonly id: string; readonly problem: Problem };

/** Whether a claim was settled. */
export function isSettled(answer: Answered): answer is Evaluation {
  return !('problem' in answer);
}

/** Bytes of one request, well below what the service takes. */
const MOST = 700_000;

/**
 * Settles several claims, in their order, in as many calls as their size asks for. Of claims by a text that has not been
 * published the first goes alone: a text that settles nothing is refused once and not for every claim.
 */
export async function settleAll(
  requests: readonly EvaluationRequest[],
  language: Language,
  signal?: AbortSignal,
): Promise<readonly Answered[]> {
  const answers: Answered[] = [];
  while (answers.length < requests.length) {
    const body = nextCall(requests.slice(answers.length), answers.length === 0);
    const call = { body, ...(signal === undefined ? {} : { signal }) };
    const came = answerOf(await service(language).POST('/api/v1/evaluations', call)) as unknown as readonly Answered[];
    answers.push(...came);
    const [first] = came;
    if (first !== undefined && !isSettled(first) && first.problem.code === 'draftInvalid')
      return requests.map(({ id }) => ({ id, problem: first.problem }));
  }
  return answers;
}

/** The claims of the next call: at least one, and no more than it may hold. */
function nextCall(left: readonly EvaluationRequest[], isFirst: boolean): EvaluationRequest[] {
  const text = (request: EvaluationRequest) =>
    'text' in (request.ruleSet ?? {}) ? JSON.stringify(request.ruleSet) : '';
  const [first] = left;
  if (isFirst && first !== undefined && text(first) !== '') return [first];
  let bytes = 0;
  const fits = left.findIndex((request) => {
    // A character is at most three bytes.
    bytes += text(request).length * 3 + 2000;
    return bytes > MOST;
  });
  return left.slice(0, fits < 0 ? left.length : Math.max(1, fits));
}

/** Several claims settled, in their order; what was answered last stays until the next answer. */
export function useSettlements(requests: readonly EvaluationRequest[]) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['settlements', language, requests],
    enabled: requests.length > 0,
    queryFn: ({ signal }) => settleAll(requests, language, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
