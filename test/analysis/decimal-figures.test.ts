import { describe, expect, it } from 'vitest';
import { diff } from '../../server/analysis/diff/diff.ts';
import { findEdges } from '../../server/analysis/edges/find-edges.ts';
import { prove } from '../../server/analysis/proof/prove.ts';
import { changed, effectiveOf, otherCity } from './edges/changed.ts';

const facts = ['claims', 'harvest', 'facts'] as const;
const city = otherCity('990010');
/** The invented city with so few areas and parts that each can be tried. */
const small = changed(city, [
  [[...facts, 'field.insured', 'decimal'], { places: 1, atLeast: 0.1, atMost: 0.5 }],
  [[...facts, 'field.area', 'decimal'], { places: 1, atMost: 0.5 }],
  [[...facts, 'loss.share', 'decimal'], { places: 1, atMost: 1 }],
]);

/** The invented city with areas without an end, and parts by the tenth. */
const tenthsOf = (document: typeof city) =>
  changed(document, [[[...facts, 'loss.share', 'decimal'], { places: 1, atMost: 1 }]]);
const tenths = tenthsOf(city);

const withFigure = (document: typeof city, id: string, value: number) =>
  effectiveOf(changed(document, [[['standards', id, 'value'], value]]));

/** Each with a value that is better and one that is worse than what it is. */
const figures: readonly (readonly [id: string, better: number, worse: number])[] = [
  ['crops.lossFrom', 0.1, 0.3],
  ['crops.totalFrom', 0.7, 0.9],
];

describe.each(figures)('%s', (id, better, worse) => {
  it('is better one way and worse the other', () => {
    expect(diff(effectiveOf(city), withFigure(city, id, better)).map((change) => change.class)).toEqual(['better']);
    expect(diff(effectiveOf(city), withFigure(city, id, worse)).map((change) => change.class)).toEqual(['worse']);
  });

  it('is proved where every area and part can be tried, without a solver', async () => {
    const proof = await prove(effectiveOf(small), withFigure(small, id, better), { solver: null, year: false });
    expect([proof.result, proof.bounds]).toEqual(['proved', []]);
  });

  it('is proved for areas without an end, which are no constants', async () => {
    const proof = await prove(effectiveOf(tenths), withFigure(tenths, id, better), { solver: null, year: false });
    expect([proof.result, proof.bounds]).toEqual(['proved', []]);
  });

  it('is refuted where it is worse, however many there are', async () => {
    const proof = await prove(effectiveOf(city), withFigure(city, id, worse), { solver: null, year: false });
    expect(proof.result).toBe('refuted');
  });
});

it('parts of which there are too many are tried in part, and nothing is called proved', async () => {
  const better = withFigure(city, 'crops.lossFrom', 0.1);
  const proof = await prove(effectiveOf(city), better, { solver: null, year: false });
  expect(proof.result).toBe('undecided');
  const harvest = proof.bounds.filter(({ claimType }) => claimType === 'harvest');
  expect(harvest.map(({ fact, upTo }) => `${fact} ${upTo}`)).toEqual(['loss.share 1']);
});

it('in whatever order a figure counts its facts it is the same', async () => {
  const turned = changed(city, [
    [
      ['rules', 'partLost', 'event', 'params', 'sum', 'each'],
      ['loss.share', 'field.area'],
    ],
    [['standards', 'crops.lossFrom', 'value'], 0.1],
  ]);
  const proof = await prove(effectiveOf(tenthsOf(city)), effectiveOf(tenthsOf(turned)), { solver: null, year: false });
  expect(proof.result).toBe('proved');
});

it('an edge names the cut that it lies beside', async () => {
  const more = changed(city, [
    [
      ['standards', 'house.perMetre', 'value'],
      [
        { from: 0, to: 60.5, value: 800 },
        { from: 60.5, to: 61, value: 650 },
        { from: 61, value: 600 },
      ],
    ],
  ]);
  const { edges } = await findEdges(effectiveOf(city), effectiveOf(more));
  const met = edges.flatMap(({ meets }) => meets).filter(({ id }) => id === 'house.area');
  expect(met.map(({ at, side }) => `${side} ${at}`)).toContain('at 60.5');
  expect(met.filter(({ at }) => !['60.5', '61'].includes(String(at)))).toEqual([]);
});

it('a kind with fewer decimals takes fewer claims', () => {
  const fewer = effectiveOf(changed(city, [[[...facts, 'field.area', 'decimal'], { places: 1 }]]));
  expect(diff(effectiveOf(city), fewer).map(({ kind, class: found }) => `${kind} ${found}`)).toEqual([
    'fact-kind-changed undetermined',
  ]);
});
