import { expect, it } from 'vitest';
import { figuresOf } from '../../server/engine/figure-compared.ts';
import type { StandardReading } from '../../server/engine/figures.ts';

const figures = (unit: string, value: unknown) =>
  figuresOf({ standard: { unit }, value } as unknown as StandardReading);

it('figures are whole fen by their decimals, however large, and no others', () => {
  expect(figures('CNY', 5051351634.6)).toEqual([505135163460n]);
  expect(figures('CNY', 1234567890123.45)).toEqual([123456789012345n]);
  expect(figures('CNY', 0.29)).toEqual([29n]);
  expect(figures('CNY', 0.00000000001)).toEqual([]);
  expect(figures('days', 30)).toEqual([30n]);
  expect(figures('share', 0.5)).toEqual([]);
  expect(figures('CNY', [{ from: 0 }, { from: 5051351634.6 }])).toEqual([0n, 505135163460n]);
});
