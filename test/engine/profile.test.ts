import { describe, expect, it } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import type { Claim } from '../../server/engine/settlement.ts';
import { ruleSetOf } from '../rule-set-of.ts';

const DATE = '2019-06-01';

/** 2,000 hospitals, each with its own lump sum: far more items than are written out as comparisons. */
const hospitals = Array.from({ length: 2000 }, (_, index) => `hospital${index}`);

const manyItems = ruleSetOf({
  claims: { stay: { facts: { 'hospital.id': { choice: hospitals }, 'cost.inScope': { money: null } } } },
  standards: {
    'cover.sum': {
      unit: 'CNY',
      by: 'hospital.id',
      value: Object.fromEntries(hospitals.map((id, index) => [id, index + 1])),
    },
  },
  rules: [
    {
      name: 'cover',
      layer: 'cover',
      conditions: { all: [] },
      event: { type: 'sum', params: { sum: '$cover.sum', of: ['inScope'] } },
    },
  ],
});

/** 500 age rows. */
const manyRows = ruleSetOf({
  claims: { stay: { facts: { 'person.age': { integer: null }, 'cost.inScope': { money: null } } } },
  standards: {
    'cover.sum': {
      unit: 'CNY',
      by: 'person.age',
      value: Array.from({ length: 500 }, (_, age) =>
        age === 499 ? { from: age, value: age + 1 } : { from: age, to: age + 1, value: age + 1 },
      ),
    },
  },
  rules: [
    { name: 'cover', layer: 'cover', conditions: { all: [] }, event: { type: 'sum', params: { sum: '$cover.sum' } } },
  ],
});

describe('profiles', () => {
  it('tell thousands of items apart', async () => {
    const engine = compile(manyItems);
    for (const [index, id] of hospitals.entries()) {
      const claim: Claim = { type: 'stay', hospital: { id }, cost: { inScope: 100000 } };
      expect((await engine.settle(claim, DATE)).paid).toBe((index + 1) * 100);
      expect((await engine.settle(claim, DATE)).paid).toBe((index + 1) * 100);
    }
  });

  it('tell the rows of a look-up apart at their bounds', async () => {
    const engine = compile(manyRows);
    for (const age of [0, 1, 12, 13, 250, 498, 499, 500, 5000]) {
      const claim: Claim = { type: 'stay', person: { age }, cost: { inScope: 100000 } };
      const expected = (Math.min(age, 499) + 1) * 100;
      expect((await engine.settle(claim, DATE)).paid).toBe(expected);
      expect((await engine.settle(claim, DATE)).paid).toBe(expected);
    }
  });

  it('are forgotten one by one beyond the number asked for, and found again', async () => {
    const engine = compile(manyItems, { profiles: 3 });
    for (const round of [1, 2]) {
      for (const [index, id] of hospitals.slice(0, 10).entries()) {
        const claim: Claim = { type: 'stay', hospital: { id }, cost: { inScope: 100000 } };
        expect((await engine.settle(claim, DATE)).paid, `round ${round}`).toBe((index + 1) * 100);
      }
    }
  });

  it('are compiled once for claims that arrive together', async () => {
    const engine = compile(manyItems);
    const claim = (inScope: number): Claim => ({ type: 'stay', hospital: { id: 'hospital7' }, cost: { inScope } });
    const settled = await Promise.all([1, 2, 3, 4, 100000].map((inScope) => engine.settle(claim(inScope), DATE)));
    expect(settled.map(({ paid }) => paid)).toEqual([100, 200, 300, 400, 800]);
  });

  it('refuse an item that the choice does not have, also once others are known', async () => {
    const engine = compile(manyItems);
    await engine.settle({ type: 'stay', hospital: { id: 'hospital1' }, cost: { inScope: 1 } }, DATE);
    const unknown = async () =>
      engine.settle({ type: 'stay', hospital: { id: 'toString' }, cost: { inScope: 1 } }, DATE);
    await expect(unknown()).rejects.toMatchObject({ code: 'unknownItem' });
  });
});
