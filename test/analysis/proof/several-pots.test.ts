import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prove } from '../../../server/analysis/proof/prove.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { compile } from '../../../server/engine/compile.ts';
import type { Claim, Settlement } from '../../../server/engine/settlement.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { runs } from '../../engine/property-runs.ts';
import { type Draw, drawn } from '../../naive/random-draw.ts';
import { ruleSetOf } from '../../rule-set-of.ts';
import { sharedSolver } from '../../solver.ts';

const DATE = '2019-06-01';
const pots = ['a', 'b', 'c'] as const;
const layers = ['first', 'second', 'third'] as const;

/** What one payment of the random city draws from, and its figures. */
interface Payment {
  readonly of: readonly string[];
  readonly ratio: number;
  readonly deductible: number;
  readonly cap: number;
}

/** A city of payments one after another, some with a limit of the year. */
function city(payments: readonly Payment[], leave: number | null = null): EffectiveRuleSet {
  const standards: Record<string, RuleSet['standards'][string]> = {};
  for (const [at, { ratio, deductible, cap }] of payments.entries()) {
    const layer = layers[at];
    standards[`${layer}.ratio`] = { unit: 'share', better: 'higher', value: ratio };
    standards[`${layer}.deductible`] = { unit: 'CNY', better: 'lower', value: deductible };
    standards[`${layer}.cap`] = { unit: 'CNY', better: 'higher', value: cap };
  }
  if (leave !== null) standards['city.leave'] = { unit: 'CNY', better: 'lower', value: leave };
  return ruleSetOf({
    claims: { stay: { facts: Object.fromEntries(pots.map((pot) => [`cost.${pot}`, { money: {} }])) } },
    layers: payments.map((_, at) => ({ name: layers[at] ?? '' })),
    standards,
    rules: payments.map(({ of }, at) => ({
      name: `pays-${layers[at]}`,
      layer: layers[at] ?? '',
      conditions: { all: [] },
      event: {
        type: 'reimburse',
        params: { of: [...of], deductible: `$${layers[at]}.deductible`, ratio: `$${layers[at]}.ratio` },
      },
    })),
    limits: [
      ...payments.map((_, at) => ({
        name: `cap-${layers[at]}`,
        over: [layers[at] ?? ''],
        per: 'year',
        atMost: `$${layers[at]}.cap`,
      })),
      ...(leave === null ? [] : [{ name: 'leave', leave: '$city.leave', of: ['a'] }]),
    ],
  });
}

const plain = (of: readonly string[], figures: Partial<Payment> = {}): Payment => ({
  of,
  ratio: 0.5,
  deductible: 0,
  cap: 100_000,
  ...figures,
});

describe('a payment from several pots', () => {
  it('is shown by its form, and any solver confirms its lemma', async () => {
    const before = city([plain(['a']), plain(['a', 'b']), plain(['a', 'b', 'c'])]);
    const after = city([plain(['a'], { ratio: 0.6 }), plain(['a', 'b'], { cap: 120_000 }), plain(['a', 'b', 'c'])]);
    const proof = await prove(before, after, { solver: null, year: false });
    expect(proof).toMatchObject({ result: 'proved', undecided: [] });
    expect(proof.lemmas.length).toBeGreaterThanOrEqual(3);
    for (const { text } of proof.lemmas)
      expect(await sharedSolver().check(text, [], { milliseconds: 60_000, arithmetic: 'default' })).toMatchObject({
        answer: 'unsat',
      });
  });

  it('takes nothing for granted where pots are drained in two orders: more from the one may leave more of the other', async () => {
    const before = city([plain(['b']), plain(['a', 'b'])]);
    const after = city([plain(['b'], { ratio: 0.9 }), plain(['a', 'b'])]);
    const proof = await prove(before, after, { solver: null, year: false });
    expect(proof.result).toBe('refuted');
  });

  it('takes nothing for granted where something must stay of a pot', async () => {
    const [before, after] = [0.5, 0.6].map((ratio) => city([plain(['a', 'b'], { ratio }), plain(['a', 'b'])], 100));
    const proof = await prove(before as EffectiveRuleSet, after as EffectiveRuleSet, { solver: null, year: false });
    expect(proof.result).not.toBe('proved');
  });
});

const AMOUNTS = [0, 0.01, 0.03, 1, 99.99, 100, 100.01, 250, 1_000, 5_000];

function randomPayment(draw: Draw): Payment {
  const start = draw.int(0, 4) === 0 ? 1 : 0;
  const order = draw.chance(15) ? pots.toReversed() : pots;
  return {
    of: order.slice(start, start + draw.int(1, 3 - start)),
    ratio: draw.pick([0.3, 0.5, 0.7, 1]),
    deductible: draw.pick([0, 50, 100]),
    cap: draw.pick([60, 1_000, 100_000]),
  };
}

/** One or two figures raised. */
function raised(draw: Draw, payments: readonly Payment[]): readonly Payment[] {
  const better = [...payments];
  for (let n = draw.int(1, 2); n > 0; n -= 1) {
    const at = draw.int(0, payments.length - 1);
    const one = better[at] as Payment;
    const figure = draw.pick(['ratio', 'deductible', 'cap'] as const);
    better[at] = {
      ...one,
      ratio: figure === 'ratio' ? Math.min(1, one.ratio + 0.1) : one.ratio,
      deductible: figure === 'deductible' ? one.deductible / 2 : one.deductible,
      cap: figure === 'cap' ? one.cap + 40 : one.cap,
    };
  }
  return better;
}

function randomClaim(draw: Draw, of: number): Claim {
  const cost = Object.fromEntries(pots.map((pot) => [pot, draw.pick(AMOUNTS)]));
  const settled = Object.fromEntries(
    layers
      .slice(0, of)
      .filter(() => draw.chance(20))
      .map((layer) => [layer, draw.pick(AMOUNTS.slice(0, 7))]),
  );
  return { type: 'stay', cost, ...(Object.keys(settled).length > 0 ? { settled } : {}) } as Claim;
}

async function settlement(ruleSet: EffectiveRuleSet, claim: Claim): Promise<Settlement | null> {
  try {
    return await compile(ruleSet).settle(claim, DATE);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

it('what is proved of random cities with several pots holds of random claims, also of those that others have settled in part', async () => {
  let proved = 0;
  let settledByBoth = 0;
  await fc.assert(
    fc.asyncProperty(
      drawn((draw) => draw, 200),
      async (draw) => {
        const payments = Array.from({ length: draw.int(2, 3) }, () => randomPayment(draw));
        const leave = draw.chance(15) ? 80 : null;
        const [from, to] = [city(payments, leave), city(raised(draw, payments), leave)];
        const { result } = await prove(from, to, { solver: null, year: false });
        if (result !== 'proved') return;
        proved += 1;
        for (let n = 0; n < 60; n += 1) {
          const claim = randomClaim(draw, payments.length);
          const [before, after] = [await settlement(from, claim), await settlement(to, claim)];
          if (before === null || after === null) continue;
          settledByBoth += 1;
          const told = JSON.stringify({ payments, claim });
          expect(after.paid, told).toBeGreaterThanOrEqual(before.paid);
          for (const pot of pots) expect(after.selfPay[pot], told).toBeLessThanOrEqual(before.selfPay[pot] ?? 0);
        }
      },
    ),
    runs(16, 2_000),
  );
  expect(proved).toBeGreaterThan(3);
  expect(settledByBoth).toBeGreaterThan(60);
});
