import { describe, expect, it } from 'vitest';
import { prove } from '../../../server/analysis/proof/prove.ts';
import type { FormName } from '../../../server/engine/forms/index.ts';
import type { RuleSet, StandardValue } from '../../../server/rulesets/language.ts';
import { ruleSetOf } from '../../rule-set-of.ts';

/** One rule of a form, with a figure that may be better or worse. */
interface Tried {
  readonly params: Record<string, unknown>;
  readonly unit: string;
  readonly as: StandardValue;
  readonly better: StandardValue;
  readonly worse: StandardValue;
  readonly facts?: Record<string, unknown>;
  readonly further?: Record<string, { value: StandardValue; unit: string; by?: string }>;
}

const bands = (first: number, second: number): StandardValue => [
  { from: 0, to: 1000, value: first },
  { from: 1000, value: second },
];

/** Of every form that pays, each figure that it has. A form without a row does not compile. */
const tried = {
  reimburse: [
    { params: { of: ['inScope'], ratio: '$f' }, unit: 'share', as: 0.5, better: 0.51, worse: 0.499 },
    { params: { of: ['inScope'], deductible: '$f' }, unit: 'CNY', as: 100, better: 99.99, worse: 100.01 },
    {
      params: { of: ['inScope'], bands: '$f' },
      unit: 'share',
      as: bands(0.4, 0.6),
      better: bands(0.4, 0.7),
      worse: bands(0.5, 0.59),
    },
    {
      params: { of: ['inScope'], bands: '$f', bandsFrom: 'deductible', deductible: '$d', year: true },
      unit: 'share',
      as: bands(0.4, 0.6),
      better: bands(0.41, 0.6),
      worse: bands(0.39, 0.8),
      further: { d: { value: 200, unit: 'CNY' } },
    },
    {
      params: { of: ['inScope'], bands: { amount: '$b', plus: '$f' }, year: true },
      unit: 'points',
      as: 0.05,
      better: 0.051,
      worse: 0.049,
      further: { b: { value: bands(0.4, 0.6), unit: 'share' } },
    },
    {
      params: { of: ['inScope'], bands: { amount: '$b', times: '$f' } },
      unit: 'factor',
      as: 0.9,
      better: 0.91,
      worse: 0.89,
      further: { b: { value: bands(0.4, 0.6), unit: 'share' } },
    },
    {
      params: { of: ['inScope'], ratio: '$r', parts: { drug: '$f' } },
      unit: 'share',
      as: 0.9,
      better: 0.95,
      worse: 0.89,
      facts: { 'cost.drug': { money: { partOf: 'cost.inScope' }, default: 0 } },
      further: { r: { value: 0.5, unit: 'share' } },
    },
    {
      params: { of: ['inScope'], ratio: { amount: '$r', more: '$f', each: 'insured.years' } },
      unit: 'points',
      as: 0.02,
      better: 0.021,
      worse: 0.019,
      facts: { 'insured.years': { integer: { atLeast: 0, atMost: 5 } } },
      further: { r: { value: 0.5, unit: 'share' } },
    },
    {
      params: { of: ['inScope'], deductible: { amount: '$f', each: 'stay.number' } },
      unit: 'CNY',
      as: 100,
      better: 99.99,
      worse: 100.01,
      facts: { 'stay.number': { integer: { atLeast: 1, atMost: 3 } } },
    },
    {
      params: { of: ['inScope'], deductible: { amount: '$f', each: 'income' }, bands: '$b', year: true },
      unit: 'share',
      as: 0.25,
      better: 0.24,
      worse: 0.26,
      facts: { income: { money: {} } },
      further: { b: { value: bands(0.4, 0.6), unit: 'share' } },
    },
    {
      params: {
        of: ['inScope'],
        deductible: { amount: '$s', each: 'income', atMost: '$f' },
        deductiblePer: 'claim',
        year: true,
      },
      unit: 'CNY',
      as: 900,
      better: 899.99,
      worse: 901,
      facts: { income: { money: {} } },
      further: { s: { value: 0.25, unit: 'share' } },
    },
    {
      params: { of: ['inScope'], deductible: { amount: '$s', each: 'income' }, bands: '$f', bandsFrom: 'deductible' },
      unit: 'share',
      as: bands(0.4, 0.6),
      better: bands(0.41, 0.6),
      worse: bands(0.39, 0.8),
      facts: { income: { money: {} } },
      further: { s: { value: 0.25, unit: 'share' } },
    },
  ],
  topUp: [
    { params: { of: ['inScope'], below: '$f' }, unit: 'share', as: 0.1, better: 0.09, worse: 0.101 },
    { params: { of: ['inScope'], atMost: '$f' }, unit: 'share', as: 0.1, better: 0.09, worse: 0.101 },
  ],
  sum: [
    { params: { sum: '$f' }, unit: 'CNY', as: 100, better: 100.01, worse: 99.99 },
    { params: { sum: '$f', of: ['inScope'] }, unit: 'CNY', as: 100, better: 200, worse: 99.99 },
    {
      params: { sum: { amount: '$f', each: 'stay.days' }, of: ['inScope'] },
      unit: 'CNY',
      as: 80,
      better: 80.01,
      worse: 79.99,
      facts: { 'stay.days': { integer: { atLeast: 0, atMost: 9 } } },
    },
    {
      params: { sum: { amount: '$one', dividedBy: '$f', each: ['wage', 'stay.days'], atLeast: '$least' } },
      unit: 'days',
      as: 30,
      better: 29,
      worse: 31,
      facts: { wage: { money: {} }, 'stay.days': { integer: { atLeast: 1, atMost: 3 } } },
      further: { one: { value: 1, unit: 'factor' }, least: { value: 100, unit: 'CNY' } },
    },
  ],
  scale: [
    {
      params: { sum: '$f', shares: '$shares', grades: 'injury.grades' },
      unit: 'CNY',
      as: 1000,
      better: 1001,
      worse: 999,
      facts: { 'injury.grades': { list: { integers: { atLeast: 1, atMost: 2 } }, default: [] } },
      further: { shares: { value: { 1: 1, 2: 0.5 }, unit: 'share', by: 'injury.grade' } },
    },
  ],
  allowance: [
    {
      params: { rate: '$f', count: 'stay.days', atMost: '$days', per: 'year' },
      unit: 'CNY',
      as: 50,
      better: 51,
      worse: 49.99,
      facts: { 'stay.days': { integer: { atLeast: 0 } } },
      further: { days: { value: 30, unit: 'days' } },
    },
    {
      params: { rate: '$rate', count: 'stay.days', atMost: '$f', per: 'year' },
      unit: 'days',
      as: 30,
      better: 31,
      worse: 29,
      facts: { 'stay.days': { integer: { atLeast: 0 } } },
      further: { rate: { value: 50, unit: 'CNY' } },
    },
    {
      params: { rate: '$rate', count: 'stay.days', deductible: '$f', perClaim: '$most' },
      unit: 'days',
      as: 3,
      better: 2,
      worse: 4,
      facts: { 'stay.days': { integer: { atLeast: 0 } } },
      further: { rate: { value: 50, unit: 'CNY' }, most: { value: 30, unit: 'days' } },
    },
    {
      params: { rate: '$rate', count: 'stay.days', perClaim: '$f', atMost: '$days', per: 'year' },
      unit: 'days',
      as: 30,
      better: 31,
      worse: 29,
      facts: { 'stay.days': { integer: { atLeast: 0 } } },
      further: { rate: { value: 50, unit: 'CNY' }, days: { value: 90, unit: 'days' } },
    },
  ],
  gap: [
    {
      params: { target: '$f', actual: 'income.actual' },
      unit: 'CNY',
      as: 1000,
      better: 1000.01,
      worse: 999.99,
      facts: { 'income.actual': { money: {} } },
    },
  ],
} as const satisfies Record<Exclude<FormName, 'fund' | 'terms'>, readonly Tried[]>;

function ruleSet(type: string, { params, unit, facts = {}, further = {} }: Tried, value: StandardValue) {
  const standard = (of: { value: StandardValue; unit: string; by?: string }, id: string) => ({
    better: 'none',
    label: id,
    ...of,
  });
  return ruleSetOf({
    claims: { stay: { facts: { 'cost.inScope': { money: {} }, ...facts } } },
    standards: Object.fromEntries([
      ['f', standard({ value, unit }, 'f')],
      ...Object.entries(further).map(([id, of]) => [id, standard(of, id)]),
    ]),
    rules: [
      {
        name: 'pays',
        layer: 'cover',
        conditions: { all: [{ fact: 'claim.type', operator: 'equal', value: 'stay' }] },
        event: { type, params },
      },
    ],
  } as unknown as Partial<RuleSet>);
}

const cases = Object.entries(tried).flatMap(([type, rows]) =>
  (rows as readonly Tried[]).map((row) => ({ type, figure: JSON.stringify(row.params), row })),
);

describe('every form that pays says for each of its figures', () => {
  it.each(cases)('$type $figure: better is no loss, without a solver', async ({ type, row }) => {
    const proof = await prove(ruleSet(type, row, row.as), ruleSet(type, row, row.better), { solver: null });
    const means = proof.profiles.flatMap(({ lines }) => lines.map((line) => line.means));
    expect(proof.result, JSON.stringify(proof.profiles)).toBe('proved');
    expect(means).toContain('form');
  });

  it.each(cases)('$type $figure: worse is a claim that loses', async ({ type, row }) => {
    const proof = await prove(ruleSet(type, row, row.as), ruleSet(type, row, row.worse), { solver: null });
    expect(proof.result).toBe('refuted');
    expect(proof.counterexample?.firstLayer).toBe('cover');
  });
});
