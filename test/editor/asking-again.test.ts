import { describe, expect, it } from 'vitest';
import type { Problem } from '../../client/index.ts';
import { asksAgain, waitsBeforeAsking } from '../../editor/api/asking-again.ts';
import { Refused } from '../../editor/api/refused.ts';

/** What a page catches where the service answers so. */
const caught = (status: number, headers: Readonly<Record<string, string>> = {}) =>
  new Refused({ code: 'overloaded' } as Problem, new Response(null, { status, headers }));

describe('a question that the pages ask', () => {
  it.each([429, 503])('is asked again five times of a service that is busy (%i)', (status) => {
    expect([0, 1, 2, 3, 4, 5].map((failures) => asksAgain(failures, caught(status)))).toEqual([
      ...[true, true, true, true, true],
      false,
    ]);
  });

  it.each([400, 401, 403, 404, 409, 412, 422, 500])('is not asked again where it was refused (%i)', (status) => {
    expect(asksAgain(0, caught(status))).toBe(false);
  });

  it('is asked twice more where no answer came', () => {
    const lost = new TypeError('Failed to fetch');
    expect([0, 1, 2].map((failures) => asksAgain(failures, lost))).toEqual([true, true, false]);
  });

  it('waits longer each time, never less than the service asked for, and not for ever', () => {
    const waits = (error: Error) => [0, 1, 2, 3, 4].map((failures) => waitsBeforeAsking(failures, error));
    expect(waits(caught(503))).toEqual([1000, 2000, 4000, 8000, 16_000]);
    expect(waits(caught(429, { 'Retry-After': '5' }))).toEqual([5000, 5000, 5000, 8000, 16_000]);
    expect(waits(caught(503, { 'Retry-After': '3600' }))).toEqual([30_000, 30_000, 30_000, 30_000, 30_000]);
  });
});
