import { expect, test } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { compile } from '../../server/engine/compile.ts';
import type { Claim, Settlement } from '../../server/engine/settlement.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { document, effective } from '../naive/documents.ts';

const city = effective(document('rules/371500/liaocheng-2019.yaml') as RuleSet);
const date = '2019-06-01';
const plain = '{"type":"inpatient","hospital":{"level":1},"cost":{"inScope":20000,"outOfScope":1500}}';

async function settled(text: string): Promise<Settlement> {
  return compile(city).settle(JSON.parse(text) as Claim, date);
}

/** The in-process API takes claims that the claim schema accepts; what slips past it must still change nothing. */
test.each([
  [
    '__proto__ beside the facts',
    '{"__proto__":{"stay":{"number":9},"history":{"year":{"criticalIllness":{"base":99999}}}},"type":"inpatient","hospital":{"level":1},"cost":{"inScope":20000,"outOfScope":1500}}',
  ],
  [
    '__proto__ among the items of the bill',
    '{"type":"inpatient","hospital":{"level":1},"cost":{"__proto__":{"essentialDrug":20000},"inScope":20000,"outOfScope":1500}}',
  ],
  [
    '__proto__ in the history',
    '{"type":"inpatient","hospital":{"level":1},"cost":{"inScope":20000,"outOfScope":1500},"history":{"__proto__":{"year":{"medicalAssistance":{"paid":15000}}}}}',
  ],
  [
    'constructor and toString',
    '{"type":"inpatient","hospital":{"level":1,"toString":1},"constructor":{"prototype":{}},"cost":{"inScope":20000,"outOfScope":1500}}',
  ],
])('%s count for nothing', async (_, text) => {
  expect(await settled(text)).toEqual(await settled(plain));
});

test('facts inherited from a prototype are not facts', async () => {
  const inherited = Object.assign(
    Object.create({ person: { category: 'other' }, settled: { basicMedical: 1 }, paidElsewhere: { inScope: 1 } }),
    JSON.parse(plain),
  ) as Claim;
  const compiled = compile(city);
  expect(await compiled.settle(inherited, date)).toEqual(await settled(plain));
  expect(await compiled.settle(inherited, date)).toEqual(await settled(plain));
});

test('a polluted Object.prototype changes no answer', async () => {
  const expected = await settled(plain);
  const polluted = Object.prototype as unknown as Record<string, unknown>;
  try {
    polluted.otherwise = { otherwise: 0 };
    polluted.person = { category: 'other' };
    expect(await settled(plain)).toEqual(expected);
  } finally {
    delete polluted.otherwise;
    delete polluted.person;
  }
});

test.each([
  ['a numeric string for an amount', { cost: { inScope: '20000' } }],
  ['NaN', { cost: { inScope: Number.NaN } }],
  ['1e309', JSON.parse('{"cost":{"inScope":1e309}}') as object],
  ['a negative amount', { cost: { inScope: -1 } }],
  ['an amount of three decimals', { cost: { inScope: 0.001 } }],
  ['a list for an amount', { cost: { inScope: [20000] } }],
  ['a word that is no item', { hospital: { level: 'constructor' } }],
  ['an item of the prototype', { hospital: { level: '__proto__' } }],
  ['a list for an item', { hospital: { level: [1] } }],
  ['a claim type of the prototype', { type: 'constructor' }],
  ['a claim type that is no word', { type: { toString: () => 'inpatient' } }],
  ['NaN in the history', { history: { year: { criticalIllness: { base: Number.NaN } } } }],
  ['a string in the history', { history: { year: { criticalIllness: { base: '8540' } } } }],
  ['a negative counter', { history: { year: { medicalAssistance: { paid: -15000 } } } }],
  ['NaN paid elsewhere', { paidElsewhere: { inScope: Number.NaN } }],
  ['a string settled elsewhere', { settled: { basicMedical: '1' } }],
])('%s never makes a settlement that is not whole fen, nor pays more than the bill', async (_, change) => {
  const claim = { ...(JSON.parse(plain) as object), ...change } as Claim;
  // Twice: the second answer comes from the memo.
  const compiled = compile(city);
  await compiled.settle(JSON.parse(plain) as Claim, date);
  for (let turn = 0; turn < 2; turn += 1) {
    try {
      const { paid, selfPay, history } = await compiled.settle(claim, date);
      const amounts = [
        paid,
        ...Object.values(selfPay),
        ...Object.values(history.after.year ?? {}).flatMap((kinds) => Object.values(kinds)),
      ];
      for (const amount of amounts)
        expect(Number.isSafeInteger(amount) && amount >= 0, JSON.stringify({ paid, selfPay, history })).toBe(true);
      expect(paid).toBeLessThanOrEqual(2_150_000);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
});

test('a claim of many keys and a deep one are read where facts are declared, and nowhere else', async () => {
  const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`key${index}`, index]));
  const deep = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`) as object;
  const claim = { ...(JSON.parse(plain) as object), ...wide, deep } as unknown as Claim;
  expect(await compile(city).settle(claim, date)).toEqual(await settled(plain));
});
