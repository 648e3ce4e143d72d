import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { validateText } from '../../api/drafts.ts';
import { useLanguage } from '../../language/language.tsx';
import { useRest } from '../../shell/use-rest.ts';

/** What the service finds in a text, a moment after it was typed; null until it has looked once. */
export function useProblems(text: string) {
  const { language } = useLanguage();
  const typed = useRest(text, 300);
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['problems', typed, language],
    staleTime: 60_000,
    gcTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => validateText(typed, language, signal),
  });
  return { problems: data?.problems ?? null, isOfThisText: typed === text && !isPlaceholderData };
}
