import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fenOf } from '../../server/domain/money.ts';
import { compile } from '../../server/engine/compile.ts';
import type { Claim, History, Settlement } from '../../server/engine/settlement.ts';
import { sentAt } from '../../server/rulesets/claim-paths.ts';
import type { EffectiveRuleSet } from '../../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { verdict } from '../../server/rulesets/possible.ts';
import { factsOf, isItem } from '../naive/claim-facts.ts';
import { effective } from '../naive/documents.ts';
import { randomCases } from '../naive/random-rule-sets.ts';
import { byEngine } from './both-engines.ts';
import { runs } from './property-runs.ts';

/** The whole bill of a claim in fen, defaults filled in. */
function bill(ruleSet: EffectiveRuleSet, claim: Claim, date: string): number {
  const type = ruleSet.claims.get(claim.type);
  if (type === undefined) return 0;
  const facts = factsOf(type, claim, date);
  const items = [...type.facts.values()].filter(isItem);
  return items.reduce((sum, { id }) => sum + fenOf((facts.get(id) as number | undefined) ?? 0), 0);
}

/** What lines that pay a bill pay of it; sums and allowances beside the bill are no part of it. */
function paidOfTheBill(
  ruleSet: EffectiveRuleSet,
  { claimType, layers }: Pick<Settlement, 'claimType' | 'layers'>,
): number {
  const declared = { claims: ruleSet.claims, standards: new Map() };
  const ofType = ruleSet.rules.filter(({ conditions }) => verdict(declared, conditions, claimType) !== false);
  const draws = (name: string) => {
    const event = ruleSet.rules.find((rule) => rule.name === name)?.event;
    return event !== undefined && 'of' in event.params && event.params.of !== undefined;
  };
  const lines = layers.flatMap((layer) => {
    // What another system settled is drawn from the pots of all its layer's rules.
    const ofLayer = ofType.filter((rule) => rule.layer === layer.layer).map(({ name }) => name);
    return layer.lines.filter(({ rule }) => (layer.settled ? ofLayer.some(draws) : draws(rule)));
  });
  return lines.reduce((sum, { paid }) => sum + paid, 0);
}

function counters(history: History): ReadonlyMap<string, number> {
  const found = Object.entries(history).flatMap(([period, names]) =>
    Object.entries(names).flatMap(([name, kinds]) =>
      Object.entries(kinds).map(([kind, value]) => [`${period}.${name}.${kind}`, value] as const),
    ),
  );
  return new Map(found);
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);

type Amounts = Omit<Settlement, 'notices'>;

/** Payments out of the bill, what the person pays and what others paid are the bill. */
function addsUp(ruleSet: EffectiveRuleSet, claim: Claim, date: string, settlement: Amounts): void {
  const { total = 0, ...pots } = settlement.selfPay;
  const sent = (pot: string) => (sentAt(claim, `paidElsewhere.${pot}`) as number | undefined) ?? 0;
  const elsewhere = Object.keys(pots).map((pot) => fenOf(sent(pot)));
  expect(sum(Object.values(pots))).toBe(total);
  expect(paidOfTheBill(ruleSet, settlement) + total + sum(elsewhere)).toBe(bill(ruleSet, claim, date));
}

/** Layers are the sums of their lines, and a line that is bound by something is bound by something that says so. */
function linesFit({ layers, paid, selfPay }: Amounts): void {
  expect(sum(layers.map((layer) => layer.paid))).toBe(paid);
  for (const layer of layers) {
    expect(sum(layer.lines.map((line) => line.paid))).toBe(layer.paid);
    expect(layer.reason === undefined).toBe(layer.paid > 0);
    for (const line of layer.lines) {
      expect(line.paid >= 0 && line.paid <= line.owed && Number.isSafeInteger(line.paid)).toBe(true);
      expect(line.boundBy === null).toBe(line.paid === line.owed);
    }
  }
  for (const amount of Object.values(selfPay)) expect(amount).toBeGreaterThanOrEqual(0);
}

/** After is before and what was paid; no counter falls, none appears or is lost. */
function historyGrows({ layers, history }: Amounts): void {
  const [before, after] = [counters(history.before), counters(history.after)];
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const [counter, value] of after) expect(value).toBeGreaterThanOrEqual(before.get(counter) ?? 0);
  const payments = [
    ...layers.map(({ layer, paid }) => [layer, paid] as const),
    ...layers.flatMap(({ lines }) => lines.map(({ rule, paid }) => [rule, paid] as const)),
  ];
  for (const [name, paid] of payments) {
    for (const period of Object.keys(history.after)) {
      const counter = `${period}.${name}.paid`;
      if (after.has(counter)) expect((after.get(counter) ?? 0) - (before.get(counter) ?? 0)).toBe(paid);
    }
  }
}

test('INVARIANT (to the fen): what is paid adds up to the bill, nothing is negative, history grows by what is paid', async () => {
  await fc.assert(
    fc.asyncProperty(randomCases({ claims: 10 }), async ({ document, claims }) => {
      const ruleSet = effective(document);
      const compiled = compile(ruleSet);
      for (const { claim, date } of claims) {
        const settlement = await byEngine(compiled, claim, date);
        if ('refused' in settlement) continue;
        addsUp(ruleSet, claim, date, settlement);
        linesFit(settlement);
        historyGrows(settlement);
      }
    }),
    runs(150),
  );
});

test('two limits that each leave something of their own pot leave both', async () => {
  const cny = (value: number) => ({ unit: 'CNY', value });
  const document = {
    kind: 'RuleSet',
    jurisdiction: '371500',
    effective: { from: '2019-01-01', to: '2019-12-31' },
    title: '两项自付底线',
    claims: { stay: { facts: { 'cost.inScope': { money: {} }, 'cost.outOfScope': { money: {} } } } },
    layers: [{ name: 'plan' }],
    standards: { 'plan.inside': cny(0.01), 'plan.outside': cny(100), 'plan.sum': cny(500) },
    limits: [
      { name: 'inside', leave: '$plan.inside', of: ['inScope'] },
      { name: 'outside', leave: '$plan.outside', of: ['outOfScope'] },
    ],
    rules: [
      {
        name: 'all',
        layer: 'plan',
        conditions: { all: [] },
        event: { type: 'sum', params: { sum: '$plan.sum', of: ['outOfScope', 'inScope'] } },
      },
    ],
  } as unknown as RuleSet;
  const claim = { type: 'stay', cost: { inScope: 0.01, outOfScope: 0.71 } };
  const settlement = await byEngine(compile(effective(document)), claim, '2019-06-01');
  if ('refused' in settlement) throw new Error(settlement.refused);
  expect(settlement.paid).toBe(0);
  expect(settlement.selfPay).toEqual({ inScope: 1, outOfScope: 71, total: 72 });
});

test('the explanation says the same amounts as the settlement', async () => {
  await fc.assert(
    fc.asyncProperty(randomCases({ claims: 4 }), async ({ document, claims }) => {
      const compiled = compile(effective(document));
      for (const { claim, date } of claims) {
        const plain = await byEngine(compiled, claim, date);
        if ('refused' in plain) continue;
        const { settlement, explanation } = await compiled.explain(claim, date);
        const { notices, ...explained } = settlement;
        expect(explained).toEqual(plain);
        const lines = settlement.layers.flatMap(({ layer, lines: own }) =>
          own.map(({ rule, owed, paid, boundBy }) => ({ layer, rule, owed, paid, boundBy })),
        );
        const applied = explanation.flatMap((reason) => {
          if (!('owed' in reason)) return [];
          const { layer, rule, owed, paid, boundBy } = reason;
          return [{ layer, rule, owed, paid, boundBy }];
        });
        const byRule = (a: { rule: string }, b: { rule: string }) => (a.rule < b.rule ? -1 : 1);
        expect(applied.sort(byRule)).toEqual(lines.sort(byRule));
        // Every rule is explained once, as applied or as not.
        expect(new Set(explanation.map(({ rule }) => rule)).size).toBe(explanation.length);
        const reached = notices.filter(({ code }) => code === 'limitReached').map(({ args }) => args.rule);
        const bound = lines.filter(({ boundBy }) => boundBy !== null && boundBy !== 'left').map(({ rule }) => rule);
        expect(reached.sort()).toEqual(bound.sort());
      }
    }),
    runs(120),
  );
});
