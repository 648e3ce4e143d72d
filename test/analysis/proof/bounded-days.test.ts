import { describe, expect, it } from 'vitest';
import { findEdges } from '../../../server/analysis/edges/find-edges.ts';
import { prove } from '../../../server/analysis/proof/prove.ts';
import type { Claim } from '../../../server/engine/settlement.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { checkDocument } from '../../../server/rulesets/validate.ts';
import { settleNaively } from '../../naive/interpreter.ts';
import { effectiveOf } from '../edges/changed.ts';

/** A plan that pays where a condition holds, of claims whose dates are so far apart. */
function plan({ ratio = 0.8, facts = '', when = '' }: { ratio?: number; facts?: string; when?: string }) {
  const text = `kind: RuleSet
jurisdiction: "990000"
effective: {from: 2020-01-01, to: 2020-12-31}
title: 明川市
claims:
  stay:
    date: visit
    facts:
      visit: {label: 就诊日期, date: {}}
      admission: {label: 入院日期, date: {}}
      discharge: {label: 出院日期, date: {}}
${facts}
      cost.inScope: {money: {}}
layers: [{name: basic, combine: sum}]
standards:
  basic.ratio: {value: 0.5, unit: share, better: higher}
  basic.more: {value: ${ratio}, unit: share, better: higher}
rules:
  - name: pay
    layer: basic
    conditions: {all: [{fact: claim.type, operator: equal, value: stay}, {not: {${when}}}]}
    event: {type: reimburse, params: {of: [inScope], ratio: $basic.ratio}}
  - name: more
    layer: basic
    conditions: {all: [{${when}}]}
    event: {type: reimburse, params: {of: [inScope], ratio: $basic.more}}
`;
  const { document, findings } = checkDocument(text, { maxBytes: 1 << 20 });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return effectiveOf(document as RuleSet);
}

const days = (bounds: string) =>
  `      stay.days: {label: 住院天数, daysBetween: {from: admission, to: discharge${bounds}}}`;
const daysAre = (operator: string, value: number) => `fact: stay.days, operator: ${operator}, value: ${value}`;

/** What a person pays. @throws Refused where the plan refuses the claim */
function selfPay(rules: ReturnType<typeof plan>, claim: Claim, date: string): number {
  return settleNaively(rules, claim, date).selfPay.total ?? 0;
}

/** The proof and the edges; of each claim that is shown it is seen that both plans take it, and settle it differently. */
async function compared(from: ReturnType<typeof plan>, to: ReturnType<typeof plan>) {
  const proof = await prove(from, to, { solver: null, year: false });
  const found = await findEdges(from, to);
  for (const { claim, dates } of found.edges)
    expect(selfPay(from, claim, dates.from), JSON.stringify(claim)).not.toBe(selfPay(to, claim, dates.to));
  const { counterexample: lost } = proof;
  if (lost !== null)
    expect(selfPay(to, lost.claim, lost.dates.to)).toBeGreaterThan(selfPay(from, lost.claim, lost.dates.from));
  const refused = found.types.flatMap(({ refusals }) => refusals);
  return { proof, edges: found.edges, byDays: refused.filter(({ finding }) => finding.code === 'daysOutOfBounds') };
}

describe('a cut for days between dates', () => {
  it.each([
    ['', 'lessThan', 0, 'refuted'],
    [', atLeast: 0', 'lessThan', 0, 'proved'],
    [', atLeast: 0', 'lessThanInclusive', 0, 'refuted'],
    [', atMost: 365', 'greaterThan', 365, 'proved'],
    [', atMost: 365', 'greaterThan', 364, 'refuted'],
    // All days that there are lie beyond the number that they are compared with.
    [', atLeast: 10, atMost: 20', 'greaterThan', 3, 'refuted'],
    [', atLeast: 10, atMost: 20', 'lessThan', 30, 'refuted'],
    [', atLeast: 10, atMost: 20', 'lessThan', 3, 'proved'],
  ])('that are%s, where they are %s %s, is %s', async (bounds, operator, value, result) => {
    const when = daysAre(operator, value);
    const [from, to] = [plan({ facts: days(bounds), when }), plan({ facts: days(bounds), when, ratio: 0.7 })];
    const { proof, edges, byDays } = await compared(from, to);
    expect(proof.result).toBe(result);
    expect(edges.length > 0).toBe(result === 'refuted');
    expect(byDays).toEqual([]);
  });
});

describe('days that nothing reads', () => {
  const bounded = [
    `      stay.days: {label: 住院天数, daysBetween: {from: admission, to: discharge, atLeast: 2, atMost: 5}}`,
    `      stay.since: {label: 出院至就诊天数, daysBetween: {from: discharge, to: visit, atLeast: 1, atMost: 30}}`,
    `      person.age: {label: 年龄, integer: {atLeast: 0}}`,
  ].join('\n');

  it('are within their bounds in every claim that is shown', async () => {
    const when = 'fact: person.age, operator: lessThan, value: 18';
    const { proof, edges } = await compared(plan({ facts: bounded, when }), plan({ facts: bounded, when, ratio: 0.7 }));
    expect(proof.result).toBe('refuted');
    expect(edges.length).toBeGreaterThan(0);
  });

  it('are so where rules tell their dates apart', async () => {
    const when = 'fact: admission, operator: lessThan, value: 2020-06-01';
    const [from, to] = [plan({ facts: bounded, when }), plan({ facts: bounded, when, ratio: 0.7 })];
    const { proof, edges } = await compared(from, to);
    expect(proof.result).toBe('refuted');
    expect(edges.length).toBeGreaterThan(0);
  });

  it('leave nothing undecided', async () => {
    const when = 'fact: person.age, operator: lessThan, value: 18';
    const { proof } = await compared(plan({ facts: bounded, when }), plan({ facts: bounded, when, ratio: 0.9 }));
    expect(proof.result).toBe('proved');
  });
});

describe('bounds that only one of two plans has', () => {
  const when = daysAre('lessThan', 3);
  const sides = (one: string, other: string) => [plan({ facts: one, when }), plan({ facts: other, when })] as const;
  const renamed = (bounds: string) =>
    [days(''), `      stay.length: {label: 住院日数, daysBetween: {from: admission, to: discharge${bounds}}}`].join(
      '\n',
    );

  it.each([
    ['there were none', days(''), days(', atLeast: 0'), 'stay.days', -1],
    ['they were wider', days(', atLeast: 0, atMost: 400'), days(', atLeast: 0, atMost: 365'), 'stay.days', 366],
    ['a fact beside has them', days(''), renamed(', atLeast: 0'), 'stay.length', -1],
  ])('refuse claims where %s: the proof and the edges name them', async (_, one, other, fact, given) => {
    const { proof, byDays } = await compared(...sides(one, other));
    expect(proof.result).toBe('undecided');
    expect(proof.undecided.map(({ reason, by }) => [reason, by])).toEqual([['refusedByOne', [fact]]]);
    expect(byDays.map(({ by, finding }) => [by, finding.args.given])).toEqual([['to', given]]);
    const back = await compared(...sides(other, one));
    expect(back.proof.result).toBe('proved');
    expect(back.byDays.map(({ by }) => by)).toEqual(['from']);
  });

  it('refuse nothing where others say the same under another name', async () => {
    const { proof, byDays } = await compared(...sides(days(', atLeast: 0'), renamed(', atLeast: 0')));
    expect(proof.result).toBe('proved');
    expect(byDays).toEqual([]);
  });
});
