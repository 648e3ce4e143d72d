import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { prove } from '../../../server/analysis/proof/prove.ts';
import { claimCheck } from '../../../server/rulesets/claim-check.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { root } from '../../house/sources.ts';
import { settleNaively } from '../../naive/interpreter.ts';
import { type Change, changed, effectiveOf } from '../edges/changed.ts';

const plan = parse(readFileSync(join(root, 'test/analysis/diff/plan.yaml'), 'utf8')) as RuleSet;
const outside = ['claims', 'inpatient', 'facts', 'cost.outOfScope'];
const standingFor = (amount: number): Change => [outside, { label: { zh: '目录外费用' }, money: {}, default: amount }];

async function proved(before: readonly Change[], after: readonly Change[]) {
  const sides = { from: effectiveOf(changed(plan, before)), to: effectiveOf(changed(plan, after)) };
  return { ...sides, proof: await prove(sides.from, sides.to, { solver: null, year: false }) };
}

it.each([
  ['less that is paid of', 3_000, 1_000],
  ['more that is left of', 1_000, 3_000],
  ['nothing instead of some of', 1_000, 0],
])('a claim that leaves out an amount loses where it stands for %s it', async (_, before, after) => {
  const { from, to, proof } = await proved([standingFor(before)], [standingFor(after)]);
  expect(proof.result).toBe('refuted');
  const example = proof.counterexample;
  if (example === null) throw new Error('no claim');
  expect(example.claim.cost).not.toHaveProperty('outOfScope');
  for (const side of [from, to]) expect(claimCheck(side, false)(example.claim)).toEqual([]);
  const [one, other] = [
    settleNaively(from, example.claim, example.dates.from),
    settleNaively(to, example.claim, example.dates.to),
  ];
  const isLess = other.paid < one.paid;
  const isMore = (other.selfPay.total ?? 0) > (one.selfPay.total ?? 0);
  expect(isLess || isMore).toBe(true);
});

it('where no loss is found it stays undecided, whatever else is better', async () => {
  // Of what is outside the catalogue all is paid: more of it leaves nobody with more, and pays more.
  const whole: Change[] = [
    [['standards', 'basic.otherRatio', 'value'], 1],
    [['standards', 'medical.cap', 'value'], 'unlimited'],
  ];
  const { proof } = await proved([standingFor(1_000), ...whole], [standingFor(3_000), ...whole]);
  expect(proof.result).toBe('undecided');
  expect(proof.profiles.map(({ reason }) => reason)).toContain('defaultsDiffer');
});
