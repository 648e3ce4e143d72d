import { describe, expect, it } from 'vitest';
import { say } from '../../server/domain/messages/index.ts';
import { compile } from '../../server/engine/compile.ts';
import type { Claim } from '../../server/engine/settlement.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { ruleSetOf } from '../rule-set-of.ts';
import { byEngine, byMeaning, comparable } from './both-engines.ts';

const ruleSet = ruleSetOf({
  claims: {
    stay: {
      facts: {
        income: { money: {}, default: { by: 'category', value: { resident: 0, minimum: 100 } } },
        category: { firstOf: { list: 'categories', order: ['poor', 'minimum', 'resident'] }, default: 'resident' },
        categories: { list: { choice: ['poor', 'minimum', 'resident'] }, default: [] },
        route: { choice: ['short', 'long'], default: { by: 'days', value: { 0: 'short', 3: 'long' } } },
        days: { daysBetween: ['admitted', 'left'], default: 0 },
        admitted: { date: {}, default: 'none' },
        left: { date: {}, default: 'none' },
        'cost.inScope': { money: {} },
      },
    },
  },
  standards: {
    share: { unit: 'share', value: 1 },
    ratio: { unit: 'share', by: 'route', value: { short: 0.5, long: 0.8 } },
  },
  rules: [
    {
      name: 'pays',
      layer: 'cover',
      conditions: { all: [{ fact: 'claim.type', operator: 'equal', value: 'stay' }] },
      event: {
        type: 'reimburse',
        params: { of: ['inScope'], deductible: { amount: '$share', each: 'income' }, ratio: '$ratio' },
      },
    },
  ],
} as unknown as Partial<RuleSet>);

describe('a default by a fact that is worked out from others', () => {
  const cases: readonly (readonly [what: string, claim: object, paid: number | string])[] = [
    ['nobody in particular', {}, 500_00],
    ['one of a list', { categories: ['resident', 'minimum'] }, 450_00],
    ['one without a default must say', { categories: ['minimum', 'poor'] }, 'refused'],
    ['and is taken as it says', { categories: ['poor'], income: 200 }, 400_00],
    ['days between two dates', { admitted: '2019-06-01', left: '2019-06-04' }, 800_00],
    ['days that no default is for', { admitted: '2019-06-01', left: '2019-06-03' }, 'refused'],
  ];

  it.each(cases)('%s', async (_, facts, paid) => {
    const claim = { type: 'stay', cost: { inScope: 1000 }, ...facts } as Claim;
    const engines = [compile(ruleSet), compile(ruleSet, { generate: false })];
    for (const engine of engines) {
      for (let again = 0; again < 2; again += 1) {
        const found = comparable(await byEngine(engine, claim, '2019-06-04'));
        expect(found).toEqual(comparable(byMeaning(ruleSet, claim, '2019-06-04')));
        expect('refused' in found ? 'refused' : found.paid).toEqual(paid);
      }
    }
  });
});

it('a list that gives nothing is told as the reason why a fact must be sent', async () => {
  const claims = structuredClone(ruleSet.claims);
  const of = claims.get('stay')?.facts;
  Object.assign(of?.get('category') ?? {}, { default: { kind: 'absent' }, label: { zh: '适用身份', en: 'category' } });
  Object.assign(of?.get('categories') ?? {}, { label: { zh: '身份', en: 'categories' } });
  const claim = { type: 'stay', categories: [], cost: { inScope: 1000 } } as unknown as Claim;
  const settled = async () => compile({ ...ruleSet, claims }).settle(claim, '2019-06-04');
  const refused = await settled().catch((error) => error);
  const [{ code, args }] = refused.findings;
  expect(say(code, args, 'en').help).toBe(
    'it must be sent because nothing in categories (categories) gives a category (category)',
  );
  expect(say(code, args, 'zh').help).toContain('「身份」（categories）中没有一项可作「适用身份」（category）');
});
