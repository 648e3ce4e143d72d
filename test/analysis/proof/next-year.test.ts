import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prove } from '../../../server/analysis/proof/prove.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { checkDocument } from '../../../server/rulesets/validate.ts';
import { root } from '../../house/sources.ts';
import { settleNaively } from '../../naive/interpreter.ts';
import { effectiveOf } from '../edges/changed.ts';

type Text = string;
type Edit = (text: Text) => Text;

function rulesOf(text: Text) {
  const { document, findings } = checkDocument(text, { maxBytes: 1 << 20 });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return effectiveOf(document as RuleSet);
}

/** What comes of two texts; of a claim that loses it is seen, by the naive interpreter, that it does. */
async function proved(before: Text, after: Text) {
  const [from, to] = [rulesOf(before), rulesOf(after)];
  const proof = await prove(from, to, { solver: null, year: false });
  for (const { dates } of proof.profiles) expect([dates.from, dates.to]).toEqual([dates.from, expect.any(String)]);
  if (proof.counterexample !== null) {
    const { claim, dates } = proof.counterexample;
    const paid = (rules: typeof from, date: string) => settleNaively(rules, claim, date).paid;
    expect(paid(to, dates.to)).toBeLessThan(paid(from, dates.from));
  }
  return proof;
}

describe('this year’s plan beside next year’s, which have no day in common', () => {
  const city = readFileSync(join(root, 'rules/371500/liaocheng-2019.yaml'), 'utf8');
  const next: Edit = (text) => text.replaceAll('from: 2019-01-01, to: 2019-12-31', 'from: 2020-01-01, to: 2020-12-31');
  const edited =
    (was: string, is: string): Edit =>
    (text) => {
      expect(text).toContain(was);
      return text.replace(was, is);
    };

  it.each<[string, Edit, 'proved' | 'refuted']>([
    ['the same figures', (text) => text, 'proved'],
    ['a higher ratio', edited('{1: 0.80, 2: 0.70, 3: 0.60}', '{1: 0.85, 2: 0.70, 3: 0.60}'), 'proved'],
    ['lower ratios', edited('{1: 0.80, 2: 0.70, 3: 0.60}', '{1: 0.01, 2: 0.01, 3: 0.01}'), 'refuted'],
    ['a lower cap', edited('{value: 300000, unit: CNY', '{value: 250000, unit: CNY'), 'refuted'],
  ])('with %s is told as of one year', async (_, edit, result) => {
    const nextYear = await proved(city, next(edit(city)));
    expect(nextYear.result).toBe(result);
    expect(nextYear.profiles.length).toBeGreaterThan(10);
    for (const { dates } of nextYear.profiles) expect([dates.from < '2020', dates.to >= '2020']).toEqual([true, true]);
    expect((await proved(city, edit(city))).result).toBe(result);
  });

  it('loses where a product’s own period ends with the first day of the year', async () => {
    const { result, counterexample } = await proved(
      city,
      city
        .replaceAll('period: {from: 2019-01-01, to: 2019-12-31', 'period: {from: 2019-01-01, to: 2020-01-01')
        .replace('from: 2019-01-01, to: 2019-12-31', 'from: 2020-01-01, to: 2020-12-31'),
    );
    expect(result).toBe('refuted');
    expect(counterexample?.dates).toEqual({ from: '2019-01-02', to: '2020-01-02' });
  });
});

describe('plans of two years with dates in them', () => {
  /** @param when what the second rule pays by: a ratio of 0.2 in the place of 0.8 */
  const plan = (year: number, when: string) => `kind: RuleSet
jurisdiction: "990000"
effective: {from: ${year}-01-01, to: ${year}-12-31}
title: 明川市
claims:
  stay:
    date: discharge
    facts:
      discharge: {label: 出院日期, date: {}}
      admission: {label: 入院日期, date: {}}
      stay.days: {label: 住院天数, daysBetween: [admission, discharge]}
      cost.inScope: {money: {}}
layers: [{name: basic}]
standards:
  basic.ratio: {value: 0.8, unit: share, better: higher}
  basic.less: {value: 0.2, unit: share, better: higher}
rules:
  - name: pay
    layer: basic
    conditions: {all: [{fact: claim.type, operator: equal, value: stay}, {not: {${when}}}]}
    event: {type: reimburse, params: {of: [inScope], ratio: $basic.ratio}}
  - name: less
    layer: basic
    conditions: {all: [{${when}}]}
    event: {type: reimburse, params: {of: [inScope], ratio: $basic.less}}
`;
  const from = (day: string) => `fact: claim.date, operator: greaterThanInclusive, value: ${day}`;

  it('find the day of the second year from which less is paid', async () => {
    const { result, counterexample } = await proved(plan(2019, from('2019-12-31')), plan(2020, from('2020-07-01')));
    expect([result, counterexample?.dates]).toEqual(['refuted', { from: '2019-07-02', to: '2020-07-01' }]);
  });

  it('are proved where the days move with the year', async () => {
    expect((await proved(plan(2019, from('2019-07-02')), plan(2020, from('2020-07-01')))).result).toBe('proved');
    expect((await proved(plan(2019, from('2019-07-01')), plan(2020, from('2020-07-01')))).result).toBe('proved');
    expect((await proved(plan(2019, from('2019-07-03')), plan(2020, from('2020-07-01')))).result).toBe('refuted');
  });

  it('stay undecided where a rule counts days to the day of the claim, which is another in each year', async () => {
    const when = 'fact: stay.days, operator: greaterThan, value: 30';
    const { result, undecided } = await proved(plan(2019, when), plan(2020, when));
    expect([result, undecided]).toEqual(['undecided', [{ claimType: 'stay', reason: 'daysDiffer', count: 1 }]]);
    expect((await proved(plan(2019, when), plan(2019, when))).result).toBe('proved');
  });
});
