import { ratioOf, ratioText, times } from '../../domain/ratio.ts';
import type { Scalar } from '../language.ts';

/** How many ones the words make that stand behind a number in a policy. */
const ONES: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 };

/**
 * The number that is meant by one written as policies do, `1.4万`, `30,000`, `200元`, as it is written here; null of anything
 * else.
 */
export function numberMeant(given: Scalar): string | null {
  const [, digits, ones] =
    /^(\d{1,9}(?:\.\d{1,6})?|\d{1,3}(?:[,，]\d{3}){1,3}(?:\.\d{1,6})?) ?([百千万亿]?)元?$/u.exec(String(given)) ?? [];
  if (digits === undefined) return null;
  return ratioText(times(ratioOf(Number(digits.replace(/[,，]/gu, ''))), ratioOf(ONES[ones ?? ''] ?? 1)));
}
