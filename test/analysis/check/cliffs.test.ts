import { describe, expect, it } from 'vitest';
import { check } from '../../../server/analysis/check/check.ts';
import { sharedSolver } from '../../solver.ts';
import { asked, half, naivelySame, plan, rule, share, stays } from './planted.ts';

const below = (most: number) => ({ all: [stays, { fact: 'cost.total', operator: 'lessThan', value: most }] });
const from = (least: number) => ({
  all: [stays, { fact: 'cost.total', operator: 'greaterThanInclusive', value: least }],
});

describe('a cliff', () => {
  it('is found where cover ends at a bill, with its size, and not where it does not end', async () => {
    const planted = plan({
      standards: { ratio: share(0.5) },
      rules: [rule('half', half, { conditions: below(5_000) })],
    });
    const { found, rest } = await asked(planted, 'cliffs');
    expect(rest).toEqual(new Set(['searched']));
    expect(found).toHaveLength(1);
    // 4,999.99 is paid by half, 5,000.00 not at all.
    expect(found[0]).toMatchObject({
      kind: 'jump',
      item: 'cost.inScope',
      layer: 'cover',
      rules: ['half'],
      size: 250_000,
    });
    expect(found[0]?.example).toMatchObject({ bill: 499_999, selfPay: { total: 249_999 } });
    expect(found[0]?.next).toMatchObject({ bill: 500_000, selfPay: { total: 500_000 } });
    for (const one of found) expect([one.example, one.next].every((each) => naivelySame(planted, each))).toBe(true);

    const cured = await asked(plan({ standards: { ratio: share(0.5) }, rules: [rule('half', half)] }), 'cliffs');
    expect(cured).toMatchObject({ found: [], rest: new Set(['proved']) });
  });

  it('is found where cover begins at a bill: a dearer stay leaves less', async () => {
    const planted = plan({
      standards: { ratio: share(0.5) },
      rules: [rule('half', half, { conditions: from(5_000) })],
    });
    const { found } = await asked(planted, 'cliffs');
    expect(found).toMatchObject([{ kind: 'fall', size: 249_999, layer: 'cover', rules: ['half'] }]);
  });

  it('is found where a look-up by the cost of an item gives a smaller ratio, and not where it gives the same', async () => {
    const by = (second: number) => ({
      value: [
        { from: 0, to: 1_000, value: 0.8 },
        { from: 1_000, value: second },
      ] as never,
      unit: 'share',
      by: 'cost.inScope',
    });
    const planted = plan({ standards: { ratio: by(0.5) }, rules: [rule('half', half)] });
    const { found } = await asked(planted, 'cliffs');
    expect(found).toMatchObject([{ kind: 'jump', size: 29_999 }]);
    expect(found[0]?.example.bill).toBe(99_999);
    const cured = await asked(plan({ standards: { ratio: by(0.8) }, rules: [rule('half', half)] }), 'cliffs');
    expect(cured.found).toEqual([]);
  });

  it('is found inside one arithmetic: a shortfall that the bill makes smaller, by one fen', async () => {
    const short = { type: 'gap', params: { target: '$target', actual: 'cost.inScope' } };
    const { found } = await asked(plan({ standards: { target: 1_000 }, rules: [rule('short', short)] }), 'cliffs');
    expect(found).toMatchObject([{ kind: 'jump', size: 1, layer: 'cover', rules: ['short'] }]);
    const income = { type: 'gap', params: { target: '$target', actual: 'income' } };
    const cured = plan({
      facts: { income: { money: null } },
      standards: { target: 1_000 },
      rules: [rule('short', income)],
    });
    expect(await asked(cured, 'cliffs')).toMatchObject({ found: [], rest: new Set(['proved']) });
  });
});

describe('where forms alone do not tell', () => {
  // Of two pots in their order the first is drawn from first: for a dearer second pot less may be left of the first.
  const several = plan({
    facts: { 'cost.outOfScope': { money: null, default: 0 } },
    standards: { ratio: share(0.5) },
    rules: [rule('half', { type: 'reimburse', params: { of: ['inScope', 'outOfScope'], ratio: '$ratio' } })],
  });

  it('the solver proves that there is no cliff; without it that stays open', async () => {
    const open = await check(several, { solver: null });
    expect(open.answers[0]).toMatchObject({ question: 'cliffs', found: 0, rest: 'searched', reason: 'noSolver' });
    const shown = await check(several, { solver: sharedSolver() });
    expect(shown.answers[0]).toMatchObject({ question: 'cliffs', found: 0, rest: 'proved', reason: null });
  });

  it('nothing is said to be proved of what was stopped', async () => {
    const { answers } = await check(several, { solver: null, goOn: () => false });
    expect(answers.filter(({ rest }) => rest === 'proved')).toEqual([]);
    expect(answers[0]?.reason).toBe('stopped');
  });
});
