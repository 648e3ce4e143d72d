import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CalendarDate } from '../domain/dates.ts';
import type { Jurisdiction } from '../domain/jurisdictions.ts';
import type { TypicalClaims } from '../rulesets/language.ts';
import { evaluator } from '../usecases/evaluate.ts';
import type { RuleBook } from '../usecases/rule-book.ts';
import { parseStrictJson } from '../usecases/strict-json.ts';
import { evaluationBody } from './evaluation-bytes.ts';

/** So much work is it worth, in milliseconds. */
const MOST_MILLISECONDS = 500;

/** How a service is made ready. */
export interface WarmUp {
  readonly today: CalendarDate;
  /** Whether it may end, as the service does. */
  readonly isOver: () => boolean;
  /** Milliseconds of a clock that is never set. */
  readonly clock?: () => number;
}

/**
 * Settles the cities' typical claims for the city and each county, before anybody asks: who asks first would wait for the rules to be
 * read and compiled, and for the program itself, which Node translates while it runs. One claim a turn of the event loop, so that
 * requests go on, until half a second of work is done. Nothing is kept or counted, and what cannot be settled is passed
 * over: whoever asks for it is told why.
 * @returns how many were settled
 */
export async function warmUp(
  book: RuleBook,
  { today, isOver, clock = () => performance.now() }: WarmUp,
): Promise<number> {
  const requests = await typicalRequests(book, today);
  const evaluate = evaluator(book);
  let [settled, spent] = [0, 0];
  // Once more and once more: what runs often is translated well.
  for (let failures = 0; failures < requests.length; ) {
    failures = 0;
    for (const request of requests) {
      if (isOver() || spent >= MOST_MILLISECONDS) return settled;
      const began = clock();
      try {
        evaluationBody(await evaluate(parseStrictJson(request)), 'zh');
        settled += 1;
      } catch {
        failures += 1;
      }
      spent += clock() - began;
      await nextTurn();
    }
  }
  return settled;
}

/** The requests, as text; the first claim of every place before the second of any, for it is the first that has its rules compiled. */
async function typicalRequests(book: RuleBook, today: CalendarDate): Promise<readonly string[]> {
  try {
    const { all } = await book.registry();
    const texts = await book.typicalClaims();
    const places = all.map((place) => requestsFor(book, place, texts, today));
    const requests = await Promise.all(places);
    const most = Math.max(0, ...requests.map(({ length }) => length));
    return Array.from({ length: most }, (_, at) => requests.flatMap((own) => own.slice(at, at + 1))).flat();
  } catch {
    return [];
  }
}

/** Each claim of a place on its own date, and by the rules of today where there are any, for texts of claims outlast rules. */
async function requestsFor(
  book: RuleBook,
  { code, city }: Jurisdiction,
  texts: readonly TypicalClaims[],
  today: CalendarDate,
): Promise<readonly string[]> {
  const nearest = await book.nearestDate(code, today);
  return texts
    .filter((text) => text.jurisdiction === (city ?? code))
    .flatMap(({ claims }) => claims)
    .filter((one) => one.jurisdiction === undefined || one.jurisdiction === code)
    .flatMap(({ date, claim }) =>
      [...new Set([nearest ?? date, date])].map((on) =>
        JSON.stringify({ id: 'warm-up', jurisdiction: code, date: on, claim }),
      ),
    );
}
