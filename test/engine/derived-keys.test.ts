import { describe, expect, it } from 'vitest';
import { say } from '../../server/domain/messages/index.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { compile } from '../../server/engine/compile.ts';
import type { Claim } from '../../server/engine/settlement.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { ruleSetOf } from '../rule-set-of.ts';

const plan = compile(
  ruleSetOf({
    claims: {
      stay: {
        facts: {
          'chronic.diseases': { list: { choice: ['dialysis', 'diabetes', 'cold'] } },
          'chronic.main': { firstOf: { list: 'chronic.diseases', order: ['dialysis', 'diabetes'] } },
          'stay.days': { daysBetween: ['stay.admitted', 'stay.left'] },
          'stay.admitted': { date: {}, default: 'none' },
          'stay.left': { date: {}, default: 'none' },
          'stay.ward': { choice: ['shared', 'single'], default: 'none' },
          'cost.inScope': { money: {} },
        },
      },
    },
    standards: {
      perDisease: { unit: 'CNY', by: 'chronic.main', value: { dialysis: 0, diabetes: 400 } },
      perDays: {
        unit: 'share',
        by: 'stay.days',
        value: [
          { from: 0, to: 3, value: 0.5 },
          { from: 3, value: 0.8 },
        ],
      },
      perWard: { unit: 'factor', by: 'stay.ward', value: { shared: 1, single: 2 } },
    },
    rules: [
      {
        name: 'pays',
        layer: 'cover',
        conditions: { all: [] },
        event: {
          type: 'reimburse',
          params: { of: ['inScope'], deductible: { amount: '$perDisease', times: '$perWard' }, ratio: '$perDays' },
        },
      },
    ],
  } as unknown as Partial<RuleSet>),
);

async function refusalOf(facts: object): Promise<unknown> {
  const claim = { type: 'stay', cost: { inScope: 1000 }, ...facts } as unknown as Claim;
  try {
    await plan.settle(claim, '2019-06-01');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [finding] = error.findings;
    const help = say(finding?.code ?? '', finding?.args ?? {}, 'zh').help;
    return { code: finding?.code, pointer: finding?.at?.pointer, help };
  }
  return null;
}

describe('a key that the claim does not bring', () => {
  const dates = { stay: { admitted: '2019-05-01', left: '2019-05-04', ward: 'shared' } };

  it('is asked for where it is sent itself', async () => {
    const stay = { ...dates.stay, ward: undefined };
    expect(await refusalOf({ stay, chronic: { diseases: ['diabetes'] } })).toEqual({
      ...{ code: 'keyNeeded', pointer: '/claim/stay/ward', help: '请填报 stay.ward' },
    });
  });

  it.each([[[]], [['cold']]])('is asked for in the list that it is the first of, which is %j', async (diseases) => {
    expect(await refusalOf({ ...dates, chronic: { diseases } })).toEqual({
      ...{ code: 'keyNeeded', pointer: '/claim/chronic/diseases', help: '请填报 chronic.diseases' },
    });
  });

  it('is asked for in the dates that it is counted between', async () => {
    expect(await refusalOf({ stay: { ward: 'shared' }, chronic: { diseases: ['dialysis'] } })).toEqual({
      ...{ code: 'keyNeeded', pointer: '/claim/stay/admitted', help: '请填报 stay.admitted, stay.left' },
    });
  });
});
