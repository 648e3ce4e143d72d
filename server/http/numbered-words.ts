import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';

/** How a Chinese label asks which one in a row something is: `第几次`. */
const WHICH_ONE = '第几';

/**
 * A number, or a stretch of numbers, told by what it is of: `会员年数 3 起`. A label that asks which one is answered in its own
 * words: of `第几次住院` it is `第 1 次住院` and `第 2 次住院起`.
 * @param to the last number inside; null where there is no end
 */
export function numberedWords(label: string, from: string, to: string | null, language: Language): string {
  const range = (told: string) =>
    say(to === null ? 'rowFrom' : 'rowBetween', { from: told, to: to ?? '' }, language).message;
  const asks = label.includes(WHICH_ONE);
  if (!asks) return say('rowNumber', { label, number: from === to ? from : range(from) }, language).message;
  const answered = (number: string) => label.replace(WHICH_ONE, `第 ${number} `);
  return to === null ? `${answered(from)}${range('').trim()}` : answered(from === to ? from : range(from));
}
