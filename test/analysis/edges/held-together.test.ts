import { describe, expect, it } from 'vitest';
import { findEdges } from '../../../server/analysis/edges/find-edges.ts';
import { rulesIn } from './changed.ts';
import { expectConfirmed } from './confirmed.ts';
import { smallville } from './smallville.ts';

const ITEMS = ['poor', 'old', 'ill', 'alone', 'remote', 'resident'];

/**
 * A stay is paid by the category that counts: of those held the first in the order.
 * @param conditions of the rule, beside the claim type
 */
const plan = ({ order = ['poor'], conditions = '' }: { order?: readonly string[]; conditions?: string }) =>
  rulesIn(
    smallville(`claims:
  stay:
    label: stay
    date: date
    facts:
      person.categories: {label: categories, list: {choice: {${ITEMS.map((item) => `${item}: ${item}`)}}}}
      person.category: {label: category, firstOf: {list: person.categories, order: [${order}]}, default: ${order.at(-1)}}
      cost.inScope: {label: in scope, money: {}}
layers: [{name: basic, label: basic insurance}]
standards:
  basic.ratio: {value: {${order.map((item) => `${item}: 0.${9 - ITEMS.indexOf(item)}`)}}, by: person.category, unit: share, better: higher, label: ratio}
rules:
  - name: stay
    layer: basic
    conditions: {all: [{fact: claim.type, operator: equal, value: stay}${conditions}]}
    event: {type: reimburse, params: {of: [inScope], ratio: $basic.ratio}}
`),
  );

const holds = (...items: readonly string[]) =>
  items.map((item) => `, {fact: person.categories, operator: contains, value: ${item}}`).join('');

/** Without those who hold all of these. */
const butNot = (...items: readonly string[]) => ({ conditions: `, {not: {all: [${holds(...items).slice(2)}]}}` });

/** The categories of the claim that loses most, and whether all was tried. */
async function loser(from: ReturnType<typeof plan>, to: ReturnType<typeof plan>) {
  const { edges, truncated, types } = await findEdges(from.effective, to.effective);
  await expectConfirmed(edges.slice(0, 3), from, to);
  const { person } = (edges[0]?.claim ?? {}) as { person?: { categories: readonly string[] } };
  return { held: person?.categories, isWhole: !truncated, situations: types[0]?.situations };
}

describe('edges of people who hold several items of a list', () => {
  it('are found where the first of them is another', async () => {
    const [from, to] = [plan({ order: ['poor', 'old', 'resident'] }), plan({ order: ['old', 'poor', 'resident'] })];
    expect(await loser(from, to)).toMatchObject({ held: ['poor', 'old'], isWhole: true });
  });

  it.each([[2], [3], [4]])('are found where a rule asks for %s together', async (count) => {
    const items = ITEMS.slice(0, count);
    expect(await loser(plan({}), plan(butNot(...items)))).toMatchObject({ held: items, isWhole: true });
  });

  it('are found for two of many, and it is told that not all were tried', async () => {
    const many = { conditions: `, {any: [${holds(...ITEMS).slice(2)}]}` };
    const two = { conditions: many.conditions + butNot('ill', 'remote').conditions };
    expect(await loser(plan(many), plan(two))).toMatchObject({ held: ['ill', 'remote'], isWhole: false });
    const three = { conditions: many.conditions + butNot('poor', 'ill', 'remote').conditions };
    const { held, isWhole, situations } = await loser(plan(many), plan(three));
    expect([held, isWhole, situations?.alike]).toEqual([undefined, false, situations?.considered]);
  });
});
