import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { type Change, changed, otherCity } from '../analysis/edges/changed.ts';

/** What is wrong where a city calls a period something. */
function complaintsOf(document: RuleSet, period: string): readonly string[] {
  const named = changed(document, [[['periods'], { [period]: '期间' }]]);
  const { findings } = checkDocument(JSON.stringify(named), { maxBytes: 8 << 20 });
  return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

describe('a period may be called something', () => {
  const nanpu = otherCity('990008');
  const wangjiang = otherCity('990009');
  const bare: Change = [['limits', 'expenseYear', 'per'], undefined];

  it.each([
    ['where a limit counts by it', wangjiang, 'policyYear', []],
    ['where a rule works on it', wangjiang, 'event', []],
    ['where a rule works on the year, which `year` says for short', wangjiang, 'year', []],
    ['where a limit leaves unsaid that it holds for each claim', changed(wangjiang, [bare]), 'claim', []],
    ['where an allowance has a bound of each claim', nanpu, 'claim', []],
    ['where nothing counts by it', nanpu, 'policyYear', ['labelOfNoPeriod']],
    ['where the only limit by it counts by another', changed(wangjiang, [bare]), 'policyYear', ['labelOfNoPeriod']],
  ] as const)('%s', (_, document, period, complaints) => {
    expect(complaintsOf(document, period)).toEqual(complaints);
  });
});
