import { describe, expect, it } from 'vitest';
import { findEdges } from '../../../server/analysis/edges/find-edges.ts';
import { edgeWords, thresholdWords } from '../../../server/http/edge-words.ts';
import { rulesIn } from './changed.ts';
import { expectConfirmed } from './confirmed.ts';
import { smallville } from './smallville.ts';

/** Members are paid a sum beside all else: whether somebody is one changes no difference. */
const smallPlan = (deductible: number, sum: number) =>
  smallville(`claims:
  stay:
    label: stay
    date: date
    facts: {person.member: {label: member, boolean: {}, default: false}, cost.inScope: {label: in scope, money: {}}}
  accident:
    label: accident
    date: date
    facts: {person.member: {label: member, boolean: {}, default: false}}
layers:
  - {name: basic, label: basic insurance}
  - {name: members, label: members}
standards:
  basic.deductible: {value: ${deductible}, unit: CNY, better: lower, label: deductible}
  basic.ratio: {value: 0.5, unit: share, better: higher, label: ratio}
  accident.sum: {value: ${sum}, unit: CNY, better: higher, label: sum}
  members.sum: {value: 7, unit: CNY, better: higher, label: sum of members}
rules:
  - {name: stay, layer: basic, conditions: {all: [{fact: claim.type, operator: equal, value: stay}]}, event: {type: reimburse, params: {of: [inScope], deductible: $basic.deductible, ratio: $basic.ratio}}}
  - {name: accident, layer: basic, conditions: {all: [{fact: claim.type, operator: equal, value: accident}]}, event: {type: sum, params: {sum: $accident.sum}}}
  - {name: members, layer: members, conditions: {all: [{fact: person.member, operator: equal, value: true}]}, event: {type: sum, params: {sum: $members.sum}}}
`);

/** Of the only item so much is in scope. */
const sharedPlan = (share: number) =>
  smallville(`claims:
  stay:
    label: stay
    date: date
    facts: {cost.classB: {label: class B, money: {}}}
pots: {inScope: in scope, outOfScope: out of scope}
costs: [{item: classB, to: inScope, share: $counting.share, rest: outOfScope}]
layers: [{name: basic, label: basic insurance}]
standards:
  counting.share: {value: ${share}, unit: share, better: higher, label: share}
  basic.deductible: {value: 100, unit: CNY, better: lower, label: deductible}
  basic.ratio: {value: 0.5, unit: share, better: higher, label: ratio}
rules:
  - {name: stay, layer: basic, conditions: {all: [{fact: claim.type, operator: equal, value: stay}]}, event: {type: reimburse, params: {of: [inScope], deductible: $basic.deductible, ratio: $basic.ratio}}}
`);

/** So many days of a year are paid; who says nothing is a member, or is not, and members alone are paid. */
const cashPlan = (days: number, member: boolean) =>
  smallville(`claims:
  stay:
    label: stay
    date: date
    facts: {person.member: {label: member, boolean: {}, default: ${member}}, stay.days: {label: days, integer: {atLeast: 0}, default: 0}}
layers: [{name: cash, label: cash}]
standards:
  cash.perDay: {value: 100, unit: CNY, better: higher, label: cash a day}
  cash.days: {value: ${days}, unit: days, better: higher, label: days of the year}
rules:
  - {name: cash, layer: cash, conditions: {all: [{fact: person.member, operator: equal, value: true}]}, event: {type: allowance, params: {rate: $cash.perDay, count: stay.days, atMost: $cash.days, per: year}}}
`);

describe('edges that are shown', () => {
  it('count each refused claim under who refuses it and why, what the second alone refuses first', async () => {
    const [more, less] = [rulesIn(sharedPlan(0.9)), rulesIn(sharedPlan(0.5))];
    const refusals = async (from: typeof more, to: typeof more) => {
      const [type] = (await findEdges(from.effective, to.effective, { limit: 1 })).types;
      expect(type?.refusals.reduce((sum, { claims }) => sum + claims, 0)).toBe(type?.refused);
      return type?.refusals.map(({ by, finding, claim }) => [by, finding.code, claim.paidElsewhere]);
    };
    // Of 10,000 CNY others paid a fen more than the half that is in scope, and all.
    const [half, all] = [{ inScope: 5000.01 }, { inScope: 10000 }];
    expect(await refusals(more, less)).toEqual([
      ['to', 'elsewhereAboveCost', half],
      ['both', 'elsewhereAboveCost', all],
    ]);
    expect(await refusals(less, more)).toEqual([
      ['from', 'elsewhereAboveCost', half],
      ['both', 'elsewhereAboveCost', all],
    ]);
  });

  it('are one for each claim type before any more, without facts that change nothing of the difference', async () => {
    const [from, to] = [rulesIn(smallPlan(100, 1000)), rulesIn(smallPlan(200, 999))];
    const { edges, different } = await findEdges(from.effective, to.effective, { limit: 2 });
    expect(different).toBeGreaterThan(10);
    expect(edges.map(({ claim, outcome }) => [claim.type, outcome])).toEqual([
      ['stay', 'worse'],
      ['accident', 'worse'],
    ]);
    for (const { claim, meets } of edges) {
      expect(claim).not.toHaveProperty('person');
      expect(meets.map(({ id }) => id)).not.toContain('person.member');
    }
    await expectConfirmed(edges.slice(0, 1), from, to);
  });

  it('name the figure of which something was used before, and a fact that is left out', async () => {
    const [from, to] = [rulesIn(cashPlan(90, false)), rulesIn(cashPlan(80, true))];
    const { edges } = await findEdges(from.effective, to.effective);
    const ruleSets = [from.effective, to.effective];
    const words = edges.map((edge) => edge.meets.map((one) => thresholdWords(one, edge, ruleSets, 'en')));
    for (const side of ['exactly', 'below', 'above']) expect(words.flat()).toContain(`${side} days of the year 80`);
    expect(words.flat()).toContain('member: left out');
    expect(words.flat().filter((one) => one.startsWith('exactly member'))).toEqual([]);
    const untold = edges.find((_, at) => words[at]?.includes('member: left out'));
    expect(untold && edgeWords(untold, ruleSets, 'zh')).toContain('member未填写：');
    await expectConfirmed(edges.slice(0, 5), from, to);
  });

  it('name a rule by what it compares and a limit by its amount', () => {
    const one = { id: 'large', label: { zh: '大额医疗', en: 'large bills' }, at: null, side: 'at' } as const;
    const edge = { claim: { type: 'stay' } } as unknown as Parameters<typeof thresholdWords>[1];
    expect(thresholdWords({ ...one, kind: 'rule' }, edge, [], 'zh')).toBe('大额医疗：相比较的两笔金额相等处');
    expect(thresholdWords({ ...one, kind: 'rule' }, edge, [], 'en')).toBe(
      'large bills: where the two amounts that it compares are equal',
    );
    expect(thresholdWords({ ...one, kind: 'left', side: 'below' }, edge, [], 'en')).toBe(
      'large bills: where it owes less than is left of the bill',
    );
    expect(thresholdWords({ ...one, kind: 'limit', at: '80000.00' }, edge, [], 'en')).toBe(
      'exactly large bills 80,000.00',
    );
  });
});
