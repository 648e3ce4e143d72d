import { describe, expect, it } from 'vitest';
import type { ClaimForm } from '../../editor/api/claims.ts';
import { claimOf } from '../../editor/calculator/claim.ts';

/** A made-up form with one field of two and one of four decimals. */
const form: ClaimForm = {
  dateFact: null,
  facts: [2, 4].map((places) => ({
    id: `of.places${places}`,
    label: { zh: `${places}`, en: `${places}` },
    type: { kind: 'decimal', places, atLeast: null, atMost: null },
    default: { kind: 'required' },
    added: false,
  })),
  pots: [],
  layers: [],
  counters: [],
};

describe('a number with decimals in the calculator', () => {
  it.each([
    ['3.5', 3.5],
    ['３．５', 3.5],
    [' 0.25 ', 0.25],
    ['12', 12],
    ['50%', 0.5],
  ])('%s is read', (typed, value) => {
    const { claim, unread } = claimOf('harvest', form, { 'of.places2': typed });
    expect([claim.of, unread]).toEqual([{ places2: value }, {}]);
  });

  it('a part may be said as per cent', () => {
    const { claim } = claimOf('harvest', form, { 'of.places4': '32.55%' });
    expect(claim.of).toEqual({ places4: 0.3255 });
  });

  it.each(['3.125', '-1', '3,5', '三亩', '1e3', '32.5%', '.5'])('%s is not', (typed) => {
    const { claim, unread } = claimOf('harvest', form, { 'of.places2': typed });
    expect([claim.of, unread]).toEqual([undefined, { 'of.places2': 'decimal' }]);
  });
});
