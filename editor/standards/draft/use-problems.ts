import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Validation, validateText } from '../../api/drafts.ts';
import { useLanguage } from '../../language/language.tsx';
import { useRest } from '../../shell/use-rest.ts';

/** What the service finds in a text, and which text that is: a moment after it was typed; null until it has looked once. */
export function useProblems(text: string) {
  const { language } = useLanguage();
  const typed = useRest(text, 300);
  const { data, isPlaceholderData } = useQuery<Validation & { readonly text: string }>({
    queryKey: ['problems', typed, language],
    staleTime: 60_000,
    gcTime: 30_000,
    placeholderData: keepPreviousData,
    // Nobody waits for it, so nobody would ask again: a draft is not left unlooked at because the service was busy for a while.
    refetchInterval: ({ state }) => (state.status === 'error' ? 10_000 : false),
    queryFn: async ({ signal }) => ({ ...(await validateText(typed, language, signal)), text: typed }),
  });
  return {
    problems: data?.problems ?? null,
    checked: data?.text ?? null,
    isOfThisText: typed === text && !isPlaceholderData,
  };
}
