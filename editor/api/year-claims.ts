import { useQuery } from '@tanstack/react-query';
import type { Evaluation, EvaluationRequest } from '../../client/index.ts';
import { type Language, useLanguage } from '../language/language.tsx';
import { type RulesAsked, settleClaims } from './effects.ts';
import type { ProvedGround } from './proofs.ts';

/** Two claims of one person in a year that cost more together. */
export type YearExample = NonNullable<ProvedGround['year']['example']>;

/** One of them as both sides settle it. */
export interface YearClaim {
  readonly before: Evaluation;
  readonly after: Evaluation;
}

/** Where the rules of one side are from. */
interface Side {
  readonly place: string;
  /** Null for what is in force. */
  readonly rules: RulesAsked | null;
  readonly date: string;
}

/**
 * Both claims, settled one after the other by the city's rules and by a text, each side carrying on its own history; null where
 * one of them is not settled any more.
 * @param example null, and nothing is asked, as long as nobody wants to see them
 */
export function useYearClaims(jurisdiction: string, city: string, text: string, example: YearExample | null) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['year claims', jurisdiction, example, text, language],
    enabled: example !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    queryFn: async ({ signal }): Promise<readonly YearClaim[] | null> => {
      if (example === null) return null;
      const of = (side: Side) => settledInTurn(side, example, language, signal);
      const [before, after] = await Promise.all([
        of({ place: city, rules: null, date: example.dates.from }),
        of({ place: jurisdiction, rules: { text }, date: example.dates.to }),
      ]);
      return before === null || after === null
        ? null
        : before.flatMap((one, at) => (after[at] === undefined ? [] : [{ before: one, after: after[at] }]));
    },
  });
}

/** The claims of a year by one side's rules; what the first leaves in the history the second begins with. */
async function settledInTurn(
  { place, rules, date }: Side,
  { claims }: YearExample,
  language: Language,
  signal: AbortSignal,
) {
  const settled: Evaluation[] = [];
  for (const made of claims) {
    const history = settled.at(-1)?.history.after;
    const claim = { ...made, ...(history === undefined ? {} : { history }) } as EvaluationRequest['claim'];
    const [one] = (await settleClaims(place, rules, [{ id: 'claim', date, claim }], language, signal)).settled;
    if (one == null) return null;
    settled.push(one);
  }
  return settled;
}
