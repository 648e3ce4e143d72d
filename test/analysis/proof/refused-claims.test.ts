import { describe, expect, it } from 'vitest';
import { prove } from '../../../server/analysis/proof/prove.ts';
import { type Change, changedCity, effectiveOf } from '../edges/changed.ts';

const facts = (type: string, ...steps: string[]) => ['claims', type, 'facts', ...steps];

/** Each takes claims away that the city settles, and changes no payment of any other. */
const narrowings: readonly (readonly [string, Change, string])[] = [
  [
    'a smaller bound',
    [facts('accident', 'accident.grades'), { list: { integers: { atLeast: 1, atMost: 9 } }, default: [] }],
    'accident.grades',
  ],
  ['a bound where there was none', [facts('inpatient', 'stay.number', 'integer', 'atMost'), 5], 'stay.number'],
  ['a default taken away', [facts('inpatient', 'cost.outOfScope', 'default'), undefined], 'cost.outOfScope'],
  [
    'a default of a date taken away',
    [facts('inpatient', 'referral.completedOn', 'default'), undefined],
    'referral.completedOn',
  ],
  ['another date', [['claims', 'inpatient', 'date'], 'referral.admittedOn'], 'referral.admittedOn'],
];

describe('claims that the second rules refuse', () => {
  it.each(narrowings)('by %s leave it undecided, and are named', async (_, change, by) => {
    const proof = await prove(effectiveOf(changedCity([])), effectiveOf(changedCity([change])), {
      solver: null,
      year: false,
    });
    expect(proof.result).toBe('undecided');
    const open = proof.undecided.filter(({ reason }) => reason === 'refusedByOne').flatMap((one) => one.by ?? []);
    expect(open).toContain(by);
  });

  it('are those whose history names a rule that has another name now', async () => {
    const named = (name: string) => effectiveOf(changedCity([[['rules', 'medicalAssistance', 'name'], name]]));
    const proof = await prove(named('assistance-2019'), named('assistance'), { solver: null, year: false });
    expect(new Set(proof.undecided.flatMap(({ by }) => by ?? []))).toEqual(new Set(['history.year.assistance-2019']));
  });

  it('are none where the second takes more: the other way round it is proved', async () => {
    const [, change] = narrowings[1] ?? [];
    if (change === undefined) throw new Error('no narrowing');
    const proof = await prove(effectiveOf(changedCity([change])), effectiveOf(changedCity([])), {
      solver: null,
      year: false,
    });
    expect(proof).toMatchObject({ result: 'proved', undecided: [] });
  });
});

describe('rules and themselves', () => {
  it('are proved at once, whatever their size', async () => {
    const [from, to] = [effectiveOf(changedCity([])), effectiveOf(changedCity([]))];
    expect(await prove(from, to, { solver: null, goOn: () => false })).toMatchObject({
      result: 'proved',
      profiles: [],
      year: { result: 'proved' },
    });
  });
});
