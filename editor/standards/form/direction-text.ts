import type { formWords } from './words.ts';

/** Where a county may move a standard, by what the city leaves it and which way is better. */
export function directionText(words: typeof formWords.zh, county: string, better: string): string {
  const told: Readonly<Record<string, string>> = {
    higher: words.higher,
    lower: words.lower,
    wider: words.wider,
    narrower: words.narrower,
    true: words.toTrue,
    false: words.toFalse,
  };
  if (county === 'fixed') return words.fixed;
  return county === 'advise' ? words.advise : (told[better] ?? '');
}
