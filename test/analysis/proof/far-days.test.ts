import { describe, expect, it } from 'vitest';
import { findEdges } from '../../../server/analysis/edges/find-edges.ts';
import { prove } from '../../../server/analysis/proof/prove.ts';
import { isDate } from '../../../server/domain/dates.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { checkDocument } from '../../../server/rulesets/validate.ts';
import { settleNaively } from '../../naive/interpreter.ts';
import { effectiveOf } from '../edges/changed.ts';

/** A plan that pays where days between two dates are fewer or more than a number. */
function plan(ratio: number, period: string, days: string, operator: string, value: number) {
  const text = `kind: RuleSet
jurisdiction: "990000"
effective: ${period}
title: 明川市
claims:
  stay:
    date: visit
    facts:
      visit: {label: 就诊日期, date: {}}
      admission: {label: 入院日期, date: {}}
      discharge: {label: 出院日期, date: {}}
      stay.days: {label: 住院天数, daysBetween: ${days}}
      cost.inScope: {money: {}}
layers: [{name: basic}]
standards:
  basic.ratio: {value: ${ratio}, unit: share, better: higher}
rules:
  - name: pay
    layer: basic
    conditions: {all: [{fact: stay.days, operator: ${operator}, value: ${value}}]}
    event: {type: reimburse, params: {of: [inScope], ratio: $basic.ratio}}
`;
  const { document, findings } = checkDocument(text, { maxBytes: 1 << 20 });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return effectiveOf(document as RuleSet);
}

const year = '{from: 2020-01-01, to: 2020-12-31}';
const stay = '[admission, discharge]';

describe('days beyond what the calendar has', () => {
  it.each([
    [stay, year, 'lessThan', 200_000_000, 'refuted'],
    [stay, year, 'lessThan', 4_000_000, 'refuted'],
    [stay, year, 'greaterThan', -200_000_000, 'refuted'],
    [stay, year, 'greaterThan', 4_000_000, 'proved'],
    // Two dates that nothing else is said of can be nearly ten thousand years apart, but not so far from a day of 2020.
    [stay, year, 'greaterThan', 3_000_000, 'refuted'],
    ['[visit, discharge]', year, 'greaterThan', 3_000_000, 'proved'],
    ['[visit, discharge]', year, 'lessThan', 3_000_000, 'refuted'],
    ['[admission, visit]', year, 'greaterThan', 1_000_000, 'proved'],
    // A claim of the year 5000 could be.
    ['[admission, visit]', '{from: 2020-01-01}', 'greaterThan', 1_000_000, 'undecided'],
  ])('between %s in %s, %s %s, a cut is %s', async (days, period, operator, value, result) => {
    const [from, to] = [plan(0.8, period, days, operator, value), plan(0.7, period, days, operator, value)];
    const found = await prove(from, to, { solver: null, year: false });
    expect(found.result).toBe(result);
    const { edges } = await findEdges(from, to);
    if (result === 'refuted') expect(edges.length).toBeGreaterThan(0);
    else expect(edges).toEqual([]);
    const claims = [...edges, ...(found.counterexample === null ? [] : [found.counterexample])];
    for (const { claim, dates } of claims) {
      for (const day of [claim.admission, claim.discharge]) expect(isDate(String(day)), String(day)).toBe(true);
      const [before, after] = [settleNaively(from, claim, dates.from), settleNaively(to, claim, dates.to)];
      expect(after.selfPay.total ?? 0).toBeGreaterThan(before.selfPay.total ?? 0);
    }
  });
});
