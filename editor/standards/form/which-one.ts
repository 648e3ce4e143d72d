import type { formWords } from './words.ts';

/** How a Chinese label asks which one in a row something is: `第几次`. */
const WHICH_ONE = '第几';

/** Whether a label asks which one something is, so that a number stands inside it and not behind it. */
export function asksWhich(label: string): boolean {
  return label.includes(WHICH_ONE);
}

/**
 * A label that asks which one, answered in its own words: of `第几次住院` it is `第 1 次住院`, and without an end `第 2 次住院起`.
 * @param last the last number inside; null where there is no end
 */
export function whichOne(
  label: string,
  first: number | string,
  last: number | string | null,
  words: (typeof formWords)['zh'],
): string {
  const answered = (number: string) => label.replace(WHICH_ONE, `第 ${number} `);
  if (last === null) return answered(String(first)) + words.onwards('').trim();
  return answered(first === last ? String(first) : words.between(String(first), String(last)));
}
