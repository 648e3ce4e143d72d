import { expect, test } from 'vitest';
import { Pace } from '../../server/http/limits/pace.ts';

test('a pace is told for a piece alone and with what else was done, and of one group not yet', () => {
  const pace = new Pace();
  pace.took(16, 2, 2);
  expect([pace.own, pace.milliseconds]).toEqual([0, 0]);
  pace.took(16, 2, 2);
  expect([pace.own, pace.milliseconds]).toEqual([0.125, 0.25]);
  pace.forget();
  expect([pace.own, pace.milliseconds]).toEqual([0, 0]);
});

test('what else was done counts three times the work itself at most: something long beside it is no overload', () => {
  const pace = new Pace();
  for (let group = 0; group < 10; group += 1) pace.took(16, 2, 1_000);
  expect([pace.own, pace.milliseconds]).toEqual([0.125, 0.5]);
});

test('the slowest of the last eight groups tells nothing, and what lies before them neither', () => {
  const pace = new Pace();
  pace.took(1, 500, 0);
  for (let group = 0; group < 8; group += 1) pace.took(1, 2, 0);
  pace.took(1, 90, 0);
  expect([pace.own, pace.milliseconds]).toEqual([2, 2]);
  pace.took(1, 90, 0);
  expect(pace.own).toBeGreaterThan(2);
});
