import type { formWords } from './words.ts';

/** The city's figure, beyond which there may be nowhere to go. */
export interface CityFigure {
  readonly value: unknown;
  readonly unit: string;
}

/** Where a county may move a standard, by what the city leaves it and which way is better. @param city undefined where it is not known */
export function directionText(words: typeof formWords.zh, county: string, better: string, city?: CityFigure): string {
  const told: Readonly<Record<string, string>> = {
    higher: words.higher,
    lower: words.lower,
    wider: words.wider,
    narrower: words.narrower,
    true: words.toTrue,
    false: words.toFalse,
  };
  if (county === 'fixed') return words.fixed;
  if (county === 'advise') return words.advise;
  return isAtEnd(better, city) ? words.atEnd : (told[better] ?? '');
}

/** Whether a county can change nothing of a standard at a figure of the city's, as nothing is better: then it is no field. */
export function isAtBest(
  { county, better }: { readonly county: string; readonly better: unknown },
  city: CityFigure,
): boolean {
  return county !== 'advise' && isAtEnd(String(better), city);
}

/** Whether nothing is better than the city's figure: yes or no as it is best, and the whole of a share. */
export function isAtEnd(better: string, city: CityFigure | undefined): boolean {
  if (city === undefined) return false;
  const { value, unit } = city;
  if (typeof value === 'boolean') return String(value) === better;
  return unit === 'share' && typeof value === 'number' && value === (better === 'higher' ? 1 : 0);
}
