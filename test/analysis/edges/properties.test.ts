import { describe, expect, it } from 'vitest';
import type { Edges } from '../../../server/analysis/edges/edge.ts';
import { findEdges } from '../../../server/analysis/edges/find-edges.ts';
import { cityRuleSet } from '../../city.ts';
import { changedCity, effectiveOf } from './changed.ts';

const city = cityRuleSet();
const other = effectiveOf(
  changedCity([
    [['standards', 'accident.medical', 'value'], 4000],
    [['standards', 'accident.disability', 'value'], 31000],
    [
      ['standards', 'eligibility.specialInsurance', 'value'],
      ['registered', 'other'],
    ],
  ]),
);
const types = ['accident', 'property'];

/** What was found, in an order of its own. */
const claims = ({ edges }: Edges, sign: 1 | -1) =>
  edges.map(({ claim, dates, paid }) => JSON.stringify([claim, dates.from, paid.change * sign])).sort();

describe('edges', () => {
  it('between a rule set and itself are none', async () => {
    const found = await findEdges(city, city);
    expect([found.edges, found.different, found.considered, found.truncated]).toEqual([[], 0, 0, false]);
    expect(found.types.map(({ situations }) => situations.alike + situations.refused)).toEqual(
      found.types.map(({ situations }) => situations.considered),
    );
  });

  it('are the same every time', async () => {
    const once = await findEdges(city, other, { types });
    expect(await findEdges(city, other, { types })).toEqual(once);
  });

  it('turn round with the rule sets', async () => {
    const [there, back] = [await findEdges(city, other, { types }), await findEdges(other, city, { types })];
    expect(there.types.every(({ better, worse }) => better + worse > 0)).toBe(true);
    expect(back.types.map(({ worse, better, equal }) => [better, worse, equal])).toEqual(
      there.types.map(({ worse, better, equal }) => [worse, better, equal]),
    );
    const [all, allBack] = [
      await findEdges(city, other, { types, limit: 1000 }),
      await findEdges(other, city, { types, limit: 1000 }),
    ];
    expect(claims(allBack, -1)).toEqual(claims(all, 1));
  });

  it('stand with the largest loss first, then the largest gain', async () => {
    const { edges } = await findEdges(city, other, { types });
    const changes = edges.map(({ paid }) => paid.change);
    const losses = changes.filter((change) => change < 0);
    const gains = changes.filter((change) => change > 0);
    expect(changes).toEqual([
      ...losses.sort((a, b) => a - b),
      ...gains.sort((a, b) => b - a),
      ...changes.filter((one) => one === 0),
    ]);
  });

  it('end at a bound on claims, and say so', async () => {
    const found = await findEdges(city, other, { types, claims: 100 });
    expect([found.considered, found.truncated]).toEqual([100, true]);
    expect(found.settled + found.refused).toBe(100);
  });

  it('end when they may not go on', async () => {
    let asked = 0;
    const found = await findEdges(city, other, { types, goOn: async () => ++asked < 300 });
    expect(found.truncated).toBe(true);
    expect(asked).toBeLessThan(310);
  });
});

describe('what is not compared', () => {
  it('is named: claim types and items of one side', async () => {
    const document = changedCity([
      [['claims', 'theft'], structuredClone(changedCity([]).claims.property)],
      [['claims', 'property', 'facts', 'loss.peril', 'choice', 'meteor'], { zh: '陨石' }],
      [['claims', 'outpatient'], undefined],
    ]);
    const { leftOut } = await findEdges(city, effectiveOf(document), { types: ['property', 'theft', 'outpatient'] });
    expect(leftOut).toEqual({
      types: [
        { type: 'outpatient', reason: 'onlyFrom' },
        { type: 'theft', reason: 'onlyTo' },
      ],
      facts: [{ type: 'property', fact: 'loss.peril=meteor' }],
      days: 0,
    });
  });

  it('are days in the period of one side', async () => {
    const later = effectiveOf(changedCity([[['effective', 'from'], '2019-02-01']]));
    const { leftOut, edges } = await findEdges(city, later, { types: ['property'] });
    expect(leftOut.days).toBeGreaterThan(0);
    expect(edges).toEqual([]);
  });

  it('are years with no day in common: their first days stand beside each other', async () => {
    const next = effectiveOf(
      changedCity([
        [['effective'], { from: '2020-01-01', to: '2020-12-31' }],
        [['products', 'property', 'period'], { from: '2020-01-01', to: '2020-12-31' }],
        [['standards', 'property.theft', 'value'], 5001],
      ]),
    );
    const { edges } = await findEdges(city, next, { types: ['property'] });
    expect(edges[0]).toMatchObject({ dates: { from: '2019-01-01', to: '2020-01-01' }, paid: { change: 100 } });
    expect(edges.every(({ outcome }) => outcome === 'better')).toBe(true);
  });
});
