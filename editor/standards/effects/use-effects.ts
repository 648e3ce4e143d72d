import { useQuery } from '@tanstack/react-query';
import { useTypicalClaims } from '../../api/claims.ts';
import {
  type ClaimToSettle,
  edgesOfText,
  type RulesAsked,
  type SettledClaims,
  settleClaims,
} from '../../api/effects.ts';
import { useLanguage } from '../../language/language.tsx';
import { isDayWithout } from '../../shell/no-rules.tsx';
import { useRest } from '../../shell/use-rest.ts';
import { type Compared, effectOf } from './compared.ts';

/** What a draft is held against: whose it is, its text, and its period. */
export interface DraftText {
  readonly jurisdiction: string;
  readonly text: string;
  readonly from: string;
  readonly to: string | null;
}

/** The rules before and after, where they are not what is in force and a draft's text. */
export interface SidesAsked {
  readonly before: RulesAsked;
  readonly after: RulesAsked;
}

/**
 * The typical claims of a place on the first day of a draft, by what is in force then and by the draft's text, a moment after it
 * was typed.
 * @param usable false where the page itself has found that the text settles nothing: then it is not asked
 * @param sides other rules than these
 */
export function useTypicalEffects({ jurisdiction, text, from }: DraftText, usable: boolean, sides?: SidesAsked) {
  const { language } = useLanguage();
  const onDay = useTypicalClaims(jurisdiction, from);
  // A city's plan may be the first for its days: claims are those of the rules nearest to today, settled by the draft alone.
  const isFirst = usable && isDayWithout(onDay.error);
  const nearest = useTypicalClaims(isFirst ? jurisdiction : null, null);
  const typical = isFirst ? nearest : onDay;
  const items = typical.data ?? [];
  const claims: ClaimToSettle[] = items.map(({ id, claim }) => ({ id, claim, date: from }));
  const typed = useRest(text, 100);
  const ready = claims.length > 0;
  const before = useQuery({
    queryKey: ['settled', jurisdiction, from, language, sides?.before ?? null],
    enabled: ready,
    staleTime: 60_000,
    queryFn: ({ signal }) => settleClaims(jurisdiction, sides?.before ?? null, claims, language, signal),
  });
  const after = useQuery({
    queryKey: ['settled', jurisdiction, from, language, sides?.after ?? { text: typed }],
    enabled: ready && usable && typed === text,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    // What was said in another language is not kept while it is said again.
    placeholderData: (held: SettledClaims | undefined, asked) => (asked?.queryKey[3] === language ? held : undefined),
    queryFn: ({ signal }) => settleClaims(jurisdiction, sides?.after ?? { text: typed }, claims, language, signal),
  });
  const compared = items.map(({ id, label }, index): Compared => {
    const both = { before: before.data?.settled[index] ?? null, after: after.data?.settled[index] ?? null };
    return { id, label: label as Compared['label'], ...both };
  });
  return {
    compared,
    /** Whether nothing is in force on that day that the draft could be compared with. */
    isFirst,
    hasNone: typical.data?.length === 0,
    refused: after.data?.refused ?? null,
    error: typical.error ?? before.error ?? after.error,
    isPending: before.isPending || after.isPending,
    isBehind: typed !== text || after.isFetching || after.isPlaceholderData,
    again: () => void Promise.all([typical.refetch(), before.refetch(), after.refetch()]),
  };
}

/** The claims at thresholds that a draft settles differently: looked for once nobody has typed for a while. */
export function useEdges({ jurisdiction, text, from }: DraftText, wanted: boolean) {
  const { language } = useLanguage();
  const typed = useRest(text, 900);
  return useQuery({
    queryKey: ['edges', jurisdiction, from, typed, language],
    enabled: wanted && typed === text,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    queryFn: ({ signal }) => edgesOfText(jurisdiction, from, typed, language, signal),
  });
}

/**
 * One claim by what is in force and by a draft's text.
 * @param sides other rules than these
 */
export function useComparedClaim(
  draft: DraftText,
  claim: ClaimToSettle | null,
  label: Compared['label'],
  sides?: SidesAsked,
) {
  const { language } = useLanguage();
  const { jurisdiction, text } = draft;
  return useQuery({
    queryKey: ['compared', jurisdiction, sides ?? text, claim, language],
    enabled: claim !== null,
    gcTime: 30_000,
    // The same claim by the text before is shown until the next is settled; another claim's amounts never are.
    placeholderData: (held: Compared | undefined, asked) =>
      JSON.stringify(asked?.queryKey.slice(3)) === JSON.stringify([claim, language]) ? held : undefined,
    queryFn: async ({ signal }): Promise<Compared> => {
      const one = claim === null ? [] : [claim];
      const [before, after] = await Promise.all([
        settleClaims(jurisdiction, sides?.before ?? null, one, language, signal),
        settleClaims(jurisdiction, sides?.after ?? { text }, one, language, signal),
      ]);
      return { id: 'edge', label, before: before.settled[0] ?? null, after: after.settled[0] ?? null };
    },
  });
}

/** Typical claims that a draft settles differently, those that most is changed for first. */
export function changedFirst(compared: readonly Compared[]): readonly Compared[] {
  const size = (one: Compared) => {
    const effect = effectOf(one);
    return effect === null ? 0 : Math.abs(effect.selfPay) + Math.abs(effect.paid);
  };
  return compared.filter((one) => effectOf(one)?.moves === true).toSorted((a, b) => size(b) - size(a));
}
