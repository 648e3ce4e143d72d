import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Validation, validateText } from '../../api/drafts.ts';
import { useEffectiveRules } from '../../api/effective.ts';
import { placeOf, usePlaces } from '../../api/places.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { isDayWithout, wordsOfDay } from '../../shell/no-rules.tsx';
import { noRulesWords } from '../../shell/no-rules-words.ts';
import { useRest } from '../../shell/use-rest.ts';
import type { Problem } from '../form/view.ts';

/** The draft that a text is of. */
interface Whose {
  readonly jurisdiction: string;
  readonly kind: string;
}

/**
 * What the service finds in a text, and which text that is: a moment after it was typed; null until it has looked once. With that
 * there are no rules on its first day, which no text shows: a county's stands on its city's, while a city's brings them.
 * @param from its first day
 */
export function useProblems(text: string, { jurisdiction, kind }: Whose, from: string) {
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
  const missing = useFirstDayWithout(jurisdiction, from);
  const without = kind === 'Override' ? missing : null;
  const problems = data?.problems ?? null;
  return {
    problems:
      without === null || problems === null ? problems : [without, ...problems.filter((one) => !says(one, from))],
    checked: data?.text ?? null,
    isOfThisText: typed === text && !isPlaceholderData,
  };
}

/** That the place has no rules on a draft's first day, as a problem of that day; null where it has, or while it is not known. */
function useFirstDayWithout(jurisdiction: string, from: string): Problem | null {
  const { language } = useLanguage();
  const words = useWords(noRulesWords);
  const { error } = useEffectiveRules(jurisdiction, from);
  const { data: places = [] } = usePlaces();
  if (!isDayWithout(error)) return null;
  const place = placeOf(places, jurisdiction);
  return {
    ...{ code: 'firstDayWithoutCity', severity: 'error', args: { date: from }, pointer: '/effective/from' },
    ...{ help: null, line: null, column: null, endLine: null, endColumn: null },
    message: wordsOfDay(words, place?.name[language] ?? jurisdiction, from, place?.periods ?? []),
  };
}

/** Whether the service says of the first day what is said better here: with its place by name, and as something to be mended. */
function says({ code, args }: Problem, from: string): boolean {
  return code === 'noRuleSetInForce' || (code === 'periodWithoutRules' && args.from === from);
}
