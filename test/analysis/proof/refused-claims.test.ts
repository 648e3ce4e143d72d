import { describe, expect, it } from 'vitest';
import { prove } from '../../../server/analysis/proof/prove.ts';
import { compile } from '../../../server/engine/compile.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { document, effective } from '../../naive/documents.ts';
import { sharedSolver } from '../../solver.ts';
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

describe('claims that only the second rules ask an amount of that another system settled', () => {
  it('are compared with that amount: without it, those who are taken in are refused, and proved is not said of them', async () => {
    const city = document('rules/371500/liaocheng-2019.yaml') as RuleSet;
    const [from, to] = [
      effective(city),
      effective(city, document('rules/samples/371522-shenxian-sample.yaml') as never),
    ];
    expect((await prove(from, to, { solver: sharedSolver(), year: false })).result).toBe('proved');
    const claim = {
      type: 'inpatient',
      person: { category: 'temporarilyPoor' },
      hospital: { level: 1 },
      cost: { inScope: 20_000, outOfScope: 1_500 },
    };
    const settled = { basicMedical: 15_840, criticalIllness: 0 };
    const settle = (rules: typeof from, brought: object) =>
      compile(rules, { generate: false }).settle({ ...claim, ...brought }, '2019-06-01');
    expect(await settle(from, {})).toMatchObject({ eligible: false, paid: 0 });
    await expect(settle(to, {})).rejects.toMatchObject({ findings: [{ code: 'settledMissing' }, {}] });
    const [before, after] = [await settle(from, { settled }), await settle(to, { settled })];
    expect(Number(after.selfPay.total)).toBeLessThanOrEqual(Number(before.selfPay.total));
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
