import { describe, expect, it } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import type { Claim, CompiledRuleSet } from '../../server/engine/settlement.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { ruleSetOf } from '../rule-set-of.ts';

const DATE = '2019-06-01';

const pays = (name: string, layer: string, type: string, pot: string): RuleSet['rules'][number] => ({
  name,
  layer,
  conditions: { all: [{ fact: 'claim.type', operator: 'equal', value: type }] },
  event: { type: 'reimburse', params: { of: [pot], ratio: '$ratio' } },
});

/** Stays with a yearly cap over two rules of one layer, and visits that have nothing to do with it. */
const rules = (): CompiledRuleSet =>
  compile(
    ruleSetOf({
      claims: {
        stay: { facts: { 'cost.ward': { money: {} }, 'cost.drugs': { money: {}, default: 0 } } },
        visit: { facts: { 'cost.fee': { money: {} } } },
      },
      layers: [{ name: 'basic' }, { name: 'clinic' }],
      standards: {
        ratio: { value: 0.7, unit: 'share', better: 'higher' },
        cap: { value: 10_000, unit: 'CNY', better: 'higher' },
      },
      limits: [{ name: 'cap', over: ['basic'], per: 'year', atMost: '$cap' }],
      rules: [
        pays('ward', 'basic', 'stay', 'ward'),
        pays('drugs', 'basic', 'stay', 'drugs'),
        pays('clinic', 'clinic', 'visit', 'fee'),
      ],
    }),
  );

const visit = (year?: object): Claim => ({
  type: 'visit',
  cost: { fee: 100 },
  ...(year === undefined ? {} : { history: { year } }),
});
const stay = (year: object): Claim => ({ type: 'stay', cost: { ward: 5_000 }, history: { year } });

describe('a layer’s counter that a history brings as its rules’', () => {
  it('is kept by claims of a type that does not read it, so that the next stay finds the same amounts', async () => {
    const own = rules();
    const brought = { ward: { paid: 8_000 }, drugs: { paid: 1_000 } };
    const { before, after } = (await own.settle(visit(brought), DATE)).history;
    expect(before).toEqual({ year: { basic: { paid: 900_000 } } });
    expect(after).toEqual({ year: { basic: { paid: 900_000 } } });
    const next = await own.settle(stay({ basic: { paid: 9_000 } }), DATE);
    expect(next.paid).toBe(100_000);
    expect(next).toEqual(await own.settle(stay(brought), DATE));
  });

  it('is told from none, and from one under the layer’s name, whichever claim came first', async () => {
    const claims = [
      visit(),
      visit({ ward: { paid: 8_000 } }),
      visit({ drugs: { paid: 1_000 } }),
      visit({ basic: { paid: 9_000 } }),
      visit({ basic: { paid: 9_000 }, ward: { paid: 8_000 } }),
    ];
    const expected = [undefined, 800_000, 100_000, 900_000, 900_000];
    for (const order of [
      [0, 1, 2, 3, 4],
      [4, 3, 2, 1, 0],
      [3, 1, 0, 2, 4],
    ]) {
      const own = rules();
      for (const at of [...order, ...order]) {
        const claim = claims[at] as Claim;
        const { history } = await own.settle(claim, DATE);
        expect(history.after.year?.basic?.paid).toBe(expected[at]);
        expect((await own.explain(claim, DATE)).settlement.history).toEqual(history);
      }
    }
  });
});
