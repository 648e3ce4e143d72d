import { describe, expect, it } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import type { Claim } from '../../server/engine/settlement.ts';
import { trialRules } from '../rulesets/trial-rules.ts';
import { byEngine } from './both-engines.ts';

const ALL = 'conditions: {all: [{fact: claim.type, operator: equal, value: stay}]}';

const rule = (name: string, params: string) =>
  `{name: ${name}, layer: serious, ${ALL}, event: {type: reimburse, params: {of: [inScope], ${params}}}}`;

const plan = (...rules: string[]) => `claims:
  stay:
    facts:
      person.kind: {choice: [poor, other], default: none}
      cost.inScope: {money: {}}
layers: [{name: serious, combine: sum}]
standards:
  serious.deductible: {value: 5000, unit: CNY, better: lower}
  serious.ratio: {value: 0.60, unit: share, better: higher}
  serious.points: {value: 0.05, unit: share, better: higher}
  serious.ratioByKind: {value: {poor: 0.8, otherwise: 0.6}, by: person.kind, unit: share, better: higher}
rules: [${rules.join(', ')}]
`;

/** What a text pays for a claim. */
async function paid(text: string, claim: Partial<Claim> = {}): Promise<number | string> {
  const facts = { type: 'stay', cost: { inScope: 25000 }, ...claim } as Claim;
  const settled = await byEngine(compile(trialRules(text)), facts, '2024-06-01');
  return 'refused' in settled ? settled.refused : settled.paid;
}

describe('what the page on the language says of rules of one layer', () => {
  const main = rule('main', 'deductible: $serious.deductible, ratio: $serious.ratio');
  const points = rule('points', 'deductible: $serious.deductible, ratio: $serious.points');

  it('a rule works on what those before it have left, and has its own deductible', async () => {
    expect(await paid(plan(main, points))).toBe(12_400_00);
  });

  it('their order matters', async () => {
    const without = rule('without', 'ratio: $serious.ratio');
    expect([await paid(plan(without, points)), await paid(plan(points, without))]).toEqual([15_250_00, 15_400_00]);
  });

  it('points more are added by plus', async () => {
    const one = rule('one', 'deductible: $serious.deductible, ratio: {amount: $serious.ratio, plus: $serious.points}');
    expect(await paid(plan(one))).toBe(13_000_00);
  });
});

describe('what the page on the language says of keys', () => {
  it('a fact that is absent has the figure of otherwise', async () => {
    const text = plan(rule('byKind', 'ratio: $serious.ratioByKind'));
    expect(await paid(text)).toBe(15_000_00);
    expect(await paid(text, { person: { kind: 'poor' } })).toBe(20_000_00);
  });
});
