import { describe, expect, it } from 'vitest';
import type { Compared } from '../../editor/standards/effects/compared.ts';
import { countIn } from '../../editor/standards/effects/counts.ts';
import { yearEstimate } from '../../editor/standards/effects/year-estimate.ts';

/** A made-up claim: what each layer pays before and after, with its payer. */
function compared(id: string, layers: readonly (readonly [string, string | null, number, number])[]): Compared {
  const side = (at: 2 | 3) =>
    ({ layers: layers.map((one) => ({ layer: one[0], payer: one[1], paid: one[at] })) }) as never;
  return { id, label: { zh: id, en: id }, before: side(2), after: side(3) };
}

const stay = compared('stay', [
  ['basic', 'fund', 100.1, 100.1],
  ['assistance', 'civilAffairs', 50.25, 60.35],
  ['supplementary', 'insurer', 10, 7.5],
]);
const visit = compared('visit', [['visits', 'fund', 0, 3.01]]);

describe('what a draft costs in a year', () => {
  it('is what each claim comes to more by payer, as often as it is reckoned to come', () => {
    const counts = new Map([
      ['stay', 1000],
      ['visit', 7],
    ]);
    expect(yearEstimate([stay, visit], counts)).toEqual({
      total: 1_010_000 - 250_000 + 2_107,
      payers: [
        { payer: 'fund', fen: 2_107 },
        { payer: 'civilAffairs', fen: 1_010_000 },
        { payer: 'insurer', fen: -250_000 },
      ],
    });
  });

  it('leaves out claims without a number, and those that one side refuses', () => {
    const nothing = { total: 0, payers: [] };
    expect(yearEstimate([stay, visit], new Map())).toEqual(nothing);
    expect(yearEstimate([{ ...stay, before: null }], new Map([['stay', 5]]))).toEqual(nothing);
  });

  it('counts layers that only one side has', () => {
    const added: Compared = { ...visit, before: { layers: [] } as never };
    expect(yearEstimate([added], new Map([['visit', 10]])).total).toBe(3_010);
    const gone: Compared = { ...stay, after: { layers: [] } as never };
    expect(yearEstimate([gone], new Map([['stay', 1]])).total).toBe(-16_035);
  });
});

it.each([
  ['1200', 1200],
  [' 1,200 ', 1200],
  ['１２００', 1200],
  ['1.2万', 12_000],
  ['３万份', 30_000],
  ['1 200 件', 1200],
  ['1.23456万', null],
  ['不限', null],
  ['0', 0],
  ['10000000', 10_000_000],
  ['10000001', null],
  ['1.5', null],
  ['-3', null],
  ['1e3', null],
  ['几份', null],
  ['', null],
])('%s is the count %s', (typed, count) => {
  expect(countIn(typed)).toBe(count);
});
