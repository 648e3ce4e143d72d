import { Alert, Button } from 'antd';
import { placeOf, usePlaces } from '../api/places.ts';
import { Refused } from '../api/refused.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Failure } from './failure.tsx';
import { joinedStretches } from './joined-stretches.ts';
import { noRulesWords } from './no-rules-words.ts';

interface NoRulesOf {
  readonly error: unknown;
  /** The code of the place that was asked for; null for the first city. */
  readonly code: string | null;
  readonly date: string | null;
  readonly choose: (date: string) => void;
  readonly again: () => void;
}

/** That a place has no rules on a date, with the way to the nearest date that has some; any other failure as it is. */
export function NoRules({ error, code, date, choose, again }: NoRulesOf) {
  const { language } = useLanguage();
  const words = useWords(noRulesWords);
  const { data: places = [] } = usePlaces();
  const place = code === null ? places[0] : placeOf(places, code);
  if (!isDayWithout(error) || place === undefined || date === null) return <Failure error={error} again={again} />;
  const nearest = nearestDay(place.periods, date);
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={wordsOfDay(words, place.name[language], date, place.periods)}
      action={
        nearest === null ? null : (
          <Button type="primary" onClick={() => choose(nearest)}>
            {words.lookAt(nearest)}
          </Button>
        )
      }
    />
  );
}

/** That a place has no rules on a day, and on which days it has. */
export function wordsOfDay(
  words: (typeof noRulesWords)['zh'],
  place: string,
  date: string,
  periods: Parameters<typeof joinedStretches>[0],
): string {
  const stretches = joinedStretches(periods).map(({ from, to }) => words.stretch(from, to));
  const without = words.noRules(place, date);
  return stretches.length === 0 ? without : `${without} ${words.daysWith(stretches.join(words.listed))}`;
}

/** Whether something failed because there are no rules on the day that was asked for. */
export function isDayWithout(error: unknown): boolean {
  return error instanceof Refused && error.problem.code === 'noRuleSetInForce';
}

/** The day of some periods that is nearest to another day; null where there is no period. */
export function nearestDay(
  periods: readonly { readonly from: string; readonly to: string | null }[],
  date: string,
): string | null {
  const away = (day: string) => Math.abs(Date.parse(day) - Date.parse(date));
  const days = periods.map(({ from, to }) => (date < from || to === null ? from : to));
  return days.toSorted((one, other) => away(one) - away(other))[0] ?? null;
}
