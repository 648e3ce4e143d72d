import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { diff } from '../../../server/analysis/diff/diff.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { root } from '../../house/sources.ts';
import { effective } from '../../naive/documents.ts';

const plan = parse(readFileSync(join(root, 'test/analysis/diff/plan.yaml'), 'utf8')) as RuleSet;
const premium = {
  ...{ unit: 'CNY', better: 'higher', clause: '2' },
  label: { zh: '保费', en: 'premium' },
};
const funds = {
  ...{ name: 'fundBasic', layer: 'basic', conditions: { all: [] } },
  event: { type: 'fund', params: { count: 'stay.number', premium: '$basic.premium', shares: {}, rest: 'county' } },
};
const pays = {
  ...{ name: 'refunds', layer: 'basic', conditions: { all: [] } },
  event: { type: 'sum', params: { sum: '$basic.premium' } },
};

/** The plan with a premium, and rules beside its own. */
function insured(value: number, rules: readonly object[]) {
  const with_: RuleSet = structuredClone(plan);
  Object.assign(with_.standards, { 'basic.premium': { ...premium, value } });
  (with_.rules as object[]).push(...rules);
  return effective(with_);
}

const classes = (rules: readonly object[]) =>
  [150, 180].map((value) => diff(insured(160, rules), insured(value, rules)).map((change) => change.class));

it('a premium that nothing but its funding hangs on is neither better nor worse to claimants', () => {
  expect(classes([funds])).toEqual([['neutral'], ['neutral']]);
});

it('one that something is paid by as well is what its direction says', () => {
  expect(classes([funds, pays])).toEqual([['worse'], ['better']]);
});
