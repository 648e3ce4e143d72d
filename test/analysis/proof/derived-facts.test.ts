import { describe, expect, it } from 'vitest';
import { prove } from '../../../server/analysis/proof/prove.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { settleNaively } from '../../naive/interpreter.ts';
import { type Change, changed, changedCity, effectiveOf, otherCity } from '../edges/changed.ts';

async function proved(from: RuleSet, to: RuleSet) {
  const sides = { from: effectiveOf(from), to: effectiveOf(to) };
  const proof = await prove(sides.from, sides.to, { solver: null, year: false });
  const { counterexample: example } = proof;
  if (example !== null) {
    const [before, after] = [
      settleNaively(sides.from, example.claim, example.dates.from),
      settleNaively(sides.to, example.claim, example.dates.to),
    ];
    expect(after.selfPay.total ?? 0, JSON.stringify(example.claim)).toBeGreaterThan(before.selfPay.total ?? 0);
  }
  return proof;
}

const days = ['claims', 'inpatient', 'facts', 'referral.days', 'daysBetween'];

describe('days that are counted between other dates', () => {
  it.each([
    ['admission', ['referral.admittedOn', 'discharge']],
    ['completion', ['referral.completedOn', 'discharge']],
  ])('until the discharge from %s are no longer the same days: somebody loses', async (_, between) => {
    const found = await proved(changedCity([]), changedCity([[days, between]]));
    expect(found.result).toBe('refuted');
    expect(found.counterexample?.claim.referral).toMatchObject({ status: 'emergency' });
  });

  it('backwards are never called proved', async () => {
    const { result } = await proved(
      changedCity([]),
      changedCity([[days, ['referral.completedOn', 'referral.admittedOn']]]),
    );
    expect(result).not.toBe('proved');
  });

  it('by a fact that only the second has are not taken as absent', async () => {
    const late: readonly Change[] = [
      [['claims', 'inpatient', 'facts', 'stay.daysAgo'], { daysBetween: ['referral.admittedOn', 'discharge'] }],
      [
        ['rules', 'medicalAssistance', 'conditions', 'all', 0],
        {
          all: [
            { fact: 'claim.type', operator: 'equal', value: 'inpatient' },
            { not: { fact: 'stay.daysAgo', operator: 'greaterThan', value: 30 } },
          ],
        },
      ],
    ];
    expect((await proved(changedCity([]), changedCity(late))).result).toBe('refuted');
  });
});

describe('the first of a list', () => {
  const city = otherCity('990006');
  const order = ['claims', 'stay', 'facts', 'person.category', 'firstOf', 'order'];

  it('counts alike under a raise of its own figure: proved', async () => {
    const raised = changed(city, [[['standards', 'assistance.ratio', 'value', 'minimum'], 0.8]]);
    expect((await proved(city, raised)).result).toBe('proved');
  });

  it('in another order: who is in both categories loses', async () => {
    const swapped = changed(city, [[order, ['minimum', 'destitute', '3', 'lowIncome', 'resident']]]);
    const { result, counterexample } = await proved(city, swapped);
    expect(result).toBe('refuted');
    expect(counterexample?.claim.person).toEqual({ categories: ['minimum', 'destitute'].toSorted() });
  });

  it('with a category less in the order: who is in it loses', async () => {
    const fewer = changed(city, [[order, ['destitute', 'minimum', 'lowIncome', 'resident']]]);
    expect((await proved(city, fewer)).result).toBe('refuted');
  });
});
