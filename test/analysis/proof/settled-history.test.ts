import { describe, expect, it } from 'vitest';
import { prove } from '../../../server/analysis/proof/prove.ts';
import { compile } from '../../../server/engine/compile.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import type { Condition, RuleSet } from '../../../server/rulesets/language.ts';
import { ruleSetOf } from '../../rule-set-of.ts';
import { sharedSolver } from '../../solver.ts';

const DATE = '2019-06-01';
const everybody: Condition = { all: [] };
const insured: Condition = { all: [{ fact: 'person.kind', operator: 'equal', value: 'insured' }] };

/** The first 1,000 of a year's bills are paid whole, and no more: a yearly cap above that binds nobody whose base has grown. */
function whole(
  cap: number,
  conditions: Condition,
  more: { readonly rules?: RuleSet['rules']; readonly standards?: RuleSet['standards'] } = {},
): EffectiveRuleSet {
  return ruleSetOf({
    claims: {
      stay: {
        facts: {
          'cost.one': { money: {} },
          'cost.other': { money: {}, default: 0 },
          'person.kind': { choice: ['insured', 'abroad'], default: 'insured' },
        },
      },
    },
    standards: {
      bands: {
        value: [
          { from: 0, to: 1_000, value: 1 },
          { from: 1_000, value: 0 },
        ],
        unit: 'share',
        better: 'higher',
      },
      cap: { value: cap, unit: 'CNY', better: 'higher' },
      ...more.standards,
    },
    limits: [{ name: 'cap', over: ['cover'], per: 'year', atMost: '$cap' }],
    rules: [
      {
        name: 'first',
        layer: 'cover',
        conditions,
        event: { type: 'reimburse', params: { of: ['one'], bands: '$bands', year: 'cover' } },
      },
      ...(more.rules ?? []),
    ],
  });
}

const proof = async (of: (cap: number) => EffectiveRuleSet) =>
  (await prove(of(2_000), of(1_000), { solver: sharedSolver(), year: false })).result;

/** What a bill of 1,000 is paid under both caps, after a claim of which another system settled 800. */
async function paidAfter(of: (cap: number) => EffectiveRuleSet, first: object): Promise<readonly number[]> {
  const paid = [];
  for (const cap of [2_000, 1_000]) {
    const rules = compile(of(cap));
    const { after } = (await rules.settle({ type: 'stay', settled: { cover: 800 }, ...first }, DATE)).history;
    const { base = 0, paid: before = 0 } = after.year?.cover ?? {};
    const history = { year: { cover: { base: base / 100, paid: before / 100 } } };
    paid.push((await rules.settle({ type: 'stay', cost: { one: 1_000 }, history }, DATE)).paid);
  }
  return paid;
}

describe('what another system settled', () => {
  it('where no rule of the layer applies counts as paid and adds nothing to the base, so no proof takes the base to be above', async () => {
    const of = (cap: number) => whole(cap, insured);
    expect(await paidAfter(of, { person: { kind: 'abroad' }, cost: { one: 1_000 } })).toEqual([100_000, 20_000]);
    expect(await proof(of)).toBe('refuted');
  });

  it('from a pot of another rule adds nothing to the base either', async () => {
    const other: RuleSet['rules'] = [
      {
        name: 'second',
        layer: 'cover',
        conditions: insured,
        event: { type: 'reimburse', params: { of: ['other'], ratio: '$none', year: 'cover' } },
      },
    ];
    const standards: RuleSet['standards'] = { none: { value: 0, unit: 'share', better: 'higher' } };
    const of = (cap: number) => whole(cap, everybody, { rules: other, standards });
    const abroad = { person: { kind: 'abroad' }, cost: { one: 0, other: 800 } };
    expect(await paidAfter(of, abroad)).toEqual([100_000, 20_000]);
    expect(await proof(of)).not.toBe('proved');
  });

  it('lets the base grow where a rule applies to every claim: the cap is then shown to bind nobody', async () => {
    const of = (cap: number) => whole(cap, everybody);
    expect(await paidAfter(of, { person: { kind: 'abroad' }, cost: { one: 1_000 } })).toEqual([0, 0]);
    expect(await proof(of)).toBe('proved');
  });
});
