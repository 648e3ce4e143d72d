import { describe, expect, it } from 'vitest';
import { say } from '../../server/domain/messages/index.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { compile } from '../../server/engine/compile.ts';
import type { Claim } from '../../server/engine/settlement.ts';
import { claimCheck } from '../../server/rulesets/claim-check.ts';
import type { FactDeclaration, RuleSet } from '../../server/rulesets/language.ts';
import { cityRuleSet } from '../city.ts';
import { ruleSetOf } from '../rule-set-of.ts';
import { byEngine, byMeaning, comparable } from './both-engines.ts';

/** A plan that pays all of a stay, whose claims bring dates. */
function plan(facts: Readonly<Record<string, FactDeclaration | object>>, date?: string) {
  return ruleSetOf({
    claims: {
      stay: {
        ...(date === undefined ? {} : { date }),
        facts: {
          admitted: { label: { zh: '入院日期', en: 'admission' }, date: {}, default: 'none' },
          left: { label: { zh: '出院日期', en: 'discharge' }, date: {}, default: 'none' },
          ...facts,
          'cost.inScope': { money: {} },
        },
      },
    },
    standards: { ratio: { unit: 'share', value: 1 } },
    rules: [
      {
        name: 'pays',
        layer: 'cover',
        conditions: { all: [{ fact: 'claim.type', operator: 'equal', value: 'stay' }] },
        event: { type: 'reimburse', params: { of: ['inScope'], ratio: '$ratio' } },
      },
    ],
  } as unknown as Partial<RuleSet>);
}

const days = (from: string, to: string, bounds: object) => ({
  label: { zh: '天数', en: 'days' },
  daysBetween: { from, to, ...bounds },
});
const stay = (facts: object) => ({ type: 'stay', cost: { inScope: 100 }, ...facts }) as unknown as Claim;

/** What is found wrong with a claim, as place and words; nothing where it is settled. */
async function refusals(rules: ReturnType<typeof plan>, claim: Claim, language: 'zh' | 'en' = 'en') {
  try {
    await compile(rules).settle(claim, '2019-06-10');
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.findings.map(({ code, args, at }) => {
      const { message, help } = say(code, args, language);
      return `${code} ${at?.pointer} ${message} | ${help}`;
    });
  }
}

describe('days between two dates', () => {
  const cases: readonly (readonly [bounds: object, left: string | undefined, settled: boolean])[] = [
    [{}, '2019-05-31', true],
    [{ atLeast: 0 }, '2019-05-31', false],
    [{ atLeast: 0 }, '2019-06-01', true],
    [{ atLeast: 0 }, undefined, true],
    [{ atMost: 3 }, '2019-06-04', true],
    [{ atMost: 3 }, '2019-06-05', false],
    [{ atMost: 3 }, '2018-06-05', true],
    [{ atLeast: -2, atMost: 2 }, '2019-05-30', true],
    [{ atLeast: -2, atMost: 2 }, '2019-05-29', false],
    [{ atLeast: -2, atMost: 2 }, '2019-06-03', true],
    [{ atLeast: -2, atMost: 2 }, '2019-06-04', false],
  ];

  it.each(cases)('that are %j let a discharge on %s be settled: %s', async (bounds, left, settled) => {
    const rules = plan({ since: days('admitted', 'left', bounds) });
    const claim = stay({ admitted: '2019-06-01', ...(left === undefined ? {} : { left }) });
    for (const engine of [compile(rules), compile(rules, { generate: false })]) {
      // The first claim of a kind is read exactly, the next by generated code.
      await engine.settle(stay({ admitted: '2019-06-01', left: '2019-06-01' }), '2019-06-10');
      await engine.settle(stay({ admitted: '2019-06-01' }), '2019-06-10');
      for (let again = 0; again < 2; again += 1) {
        const found = comparable(await byEngine(engine, claim, '2019-06-10'));
        expect(found).toEqual(comparable(byMeaning(rules, claim, '2019-06-10')));
        expect('refused' in found).toBe(!settled);
      }
    }
  });

  it('are held to a date that stands in for one that is left out, and to the claim’s', async () => {
    const since = days('admitted', 'claim.date', { atLeast: 0 });
    const admitted = { label: { zh: '入院日期', en: 'admission' }, date: {}, default: '2019-06-11' };
    expect(await refusals(plan({ admitted, since }), stay({}))).toHaveLength(1);
    expect(await refusals(plan({ admitted, since }), stay({ admitted: '2019-06-10' }))).toEqual([]);
  });
});

describe('what is said of dates that are not as far apart as they have to be', () => {
  const claim = stay({ admitted: '2019-06-05', left: '2019-06-01' });

  it('names both, with what would be right, at the second', async () => {
    const at = (bounds: object, language: 'zh' | 'en') =>
      refusals(plan({ since: days('admitted', 'left', bounds) }), claim, language);
    expect(await at({ atLeast: 0 }, 'en')).toEqual([
      'daysOutOfBounds /claim/left discharge is 2019-06-01 and admission 2019-06-05: days would be -4 and must be ≥ 0 | ' +
        'check both dates; where admission is right, discharge is 2019-06-05 or later',
    ]);
    expect(await at({ atLeast: 0 }, 'zh')).toEqual([
      'daysOutOfBounds /claim/left 「出院日期」为 2019-06-01，「入院日期」为 2019-06-05：「天数」为 -4，应 ≥ 0 | ' +
        '请核对这两个日期；如「入院日期」无误，「出院日期」应不早于 2019-06-05',
    ]);
    expect((await at({ atMost: -5 }, 'en')).join()).toContain('discharge is 2019-05-31 or earlier');
    expect((await at({ atMost: -5 }, 'zh')).join()).toContain('「出院日期」应不晚于 2019-05-31');
    expect((await at({ atLeast: 1, atMost: 7 }, 'en')).join()).toContain('from 2019-06-06 to 2019-06-12');
    expect((await at({ atLeast: 1, atMost: 7 }, 'zh')).join()).toContain('应在 2019-06-06 至 2019-06-12 之间');
    expect((await at({ atLeast: 1, atMost: 1 }, 'zh')).join()).toContain('应为 2019-06-06');
  });

  it('stands at the first where the second is the claim’s own date', async () => {
    const told = (bounds: object, to: string, date?: string) =>
      refusals(plan({ since: days('admitted', to, bounds) }, date), stay({ admitted: '2019-06-11' }));
    expect(await told({ atLeast: 0 }, 'claim.date')).toEqual([
      'daysOutOfBounds /claim/admitted admission is 2019-06-11 and the date of the claim 2019-06-10: ' +
        'days would be -1 and must be ≥ 0 | check both dates; where the date of the claim is right, admission is 2019-06-10 or earlier',
    ]);
    expect((await told({ atLeast: 0 }, 'left', 'left')).join()).toContain('and discharge 2019-06-10: days');
    expect((await told({ atLeast: 1, atMost: 3 }, 'left', 'left')).join()).toContain('from 2019-06-07 to 2019-06-09');
  });

  it('ends where the calendar does', async () => {
    const rules = plan({ since: days('admitted', 'left', { atLeast: 3_652_058 }) });
    expect((await refusals(rules, claim)).join()).toContain('discharge is 9999-12-31 or later');
  });

  it('is said of all of them at once', async () => {
    const rules = plan({
      since: days('admitted', 'left', { atLeast: 0 }),
      until: days('left', 'claim.date', { atMost: 7 }),
    });
    const found = await refusals(rules, claim);
    expect(found.map((one) => one.split(' ')[1])).toEqual(['/claim/left', '/claim/left']);
  });

  it('is said with what else is wrong with a claim', () => {
    const referral = { status: 'emergency', admittedOn: '2019-06-02', completedOn: '2019-06-01' };
    const wrong = (more: object) =>
      claimCheck(cityRuleSet())({ type: 'inpatient', hospital: { level: 4 }, referral, cost: { inScope: 1 }, ...more });
    const places = (more: object) => wrong(more).map(({ code, at }) => `${code} ${at?.pointer}`);
    const item = 'claimNotAnItem /claim/hospital/level';
    const completed = 'daysOutOfBounds /claim/referral/completedOn';
    expect(places({})).toEqual([item, completed]);
    expect(places({ discharge: '2019-06-01' })).toEqual([
      item,
      'daysOutOfBounds /claim/referral/admittedOn',
      completed,
    ]);
    expect(places({ referral: { ...referral, completedOn: '2019-02-30' } })).toEqual([
      item,
      'claimNotADate /claim/referral/completedOn',
    ]);
  });
});
