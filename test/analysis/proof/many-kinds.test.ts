import { describe, expect, it } from 'vitest';
import { prove } from '../../../server/analysis/proof/prove.ts';
import { ruleSetOf } from '../../rule-set-of.ts';

const places = Array.from({ length: 11 }, (_, at) => `place${at}`);
const groups = Array.from({ length: 11 }, (_, at) => `group${at}`);
const ages = Array.from({ length: 9 }, (_, at) => at * 10);

/** A city whose claims are told apart in over a thousand ways, each with an arithmetic of its own: as places, groups and ages go. */
const richCity = (least: number) =>
  ruleSetOf({
    claims: {
      stay: {
        facts: {
          'hospital.place': { choice: places },
          'person.group': { choice: groups },
          'person.age': { integer: { atLeast: 0 } },
          'cost.inScope': { money: null },
        },
      },
    },
    standards: {
      'cover.ratio': {
        unit: 'share',
        better: 'higher',
        by: 'hospital.place',
        value: Object.fromEntries(places.map((id, at) => [id, 0.5 + at / 100])),
      },
      'cover.deductible': {
        unit: 'CNY',
        better: 'lower',
        by: 'person.group',
        value: Object.fromEntries(groups.map((id, at) => [id, 1000 + at])),
      },
      'cover.cap': {
        unit: 'CNY',
        better: 'higher',
        by: 'person.age',
        value: ages.map((from, at) => ({ from, ...(at < 8 ? { to: from + 10 } : {}), value: least + at })),
      },
    },
    rules: [
      {
        name: 'cover',
        layer: 'cover',
        conditions: { all: [] },
        event: {
          type: 'reimburse',
          params: { of: ['inScope'], deductible: '$cover.deductible', ratio: '$cover.ratio' },
        },
      },
    ],
    limits: [{ name: 'capped', over: ['cover'], atMost: '$cover.cap' }],
  });

describe('a city of over a thousand kinds of claims', () => {
  it('has every raise proved, none given up', async () => {
    const proof = await prove(richCity(50_000), richCity(60_000), { solver: null, year: false });
    expect(proof).toMatchObject({ result: 'proved', undecided: [] });
    expect(proof.profiles).toHaveLength(places.length * groups.length * ages.length);
  });

  it('has a loss of a fen found in the last of them', async () => {
    const from = richCity(50_000);
    const to = richCity(50_000);
    const cap = to.standards.get('cover.cap');
    const rows = cap?.value as { value: number }[];
    const last = rows.map((row, at) => (at < 8 ? row : { ...row, value: row.value - 0.01 }));
    const worse = { ...to, standards: new Map(to.standards).set('cover.cap', { ...cap, value: last } as never) };
    const proof = await prove(from, worse, { solver: null, year: false, untilRefuted: true });
    expect(proof.result).toBe('refuted');
    expect(proof.counterexample?.claim.person).toMatchObject({ age: 80 });
  });
});
