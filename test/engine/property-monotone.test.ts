import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inpatientClaims } from '../../bench/claims.ts';
import { compile } from '../../server/engine/compile.ts';
import type { Override, RuleSet, StandardDeclaration, StandardValue } from '../../server/rulesets/language.ts';
import { document, effective } from '../naive/documents.ts';
import { type Draw, drawn } from '../naive/random-draw.ts';
import { type RandomCase, randomCases } from '../naive/random-rule-sets.ts';
import { byEngine, type Outcome } from './both-engines.ts';
import { runs } from './property-runs.ts';

/** A county's value for a standard: any other numbers in the same shape. The join takes the better, point by point. */
function otherValue(draw: Draw, { unit }: StandardDeclaration, value: StandardValue): StandardValue {
  if (typeof value === 'number') {
    const changed = unit === 'share' ? draw.int(0, 1000) / 1000 : Math.round(value * draw.int(0, 300)) / 100;
    return draw.chance(70) ? changed : value;
  }
  if (typeof value !== 'object') return value;
  if (!Array.isArray(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, otherValue(draw, { unit } as StandardDeclaration, one)]),
    );
  return value.map((row) =>
    typeof row === 'object' ? { ...row, value: otherValue(draw, { unit } as StandardDeclaration, row.value) } : row,
  ) as StandardValue;
}

function override(id: string, value: StandardValue): Override {
  const period = { from: '2019-01-01', to: '2019-12-31' };
  return {
    kind: 'Override',
    jurisdiction: '371525',
    extends: '371500',
    effective: period,
    reason: '更好',
    standards: { [id]: value },
  } as Override;
}

/** Standards that a figure of money or a share is read from, and whose direction is known; bands keep rising. */
function improvable({ standards }: RuleSet): readonly string[] {
  const numeric = (value: StandardValue): boolean =>
    typeof value === 'number' ||
    (typeof value === 'object' &&
      Object.values(value).some((one) =>
        numeric(typeof one === 'object' && 'value' in one ? (one.value as StandardValue) : (one as StandardValue)),
      ));
  return Object.entries(standards)
    .filter(
      ([id, { better, value }]) =>
        (better === 'higher' || better === 'lower') && !id.startsWith('bands.') && numeric(value),
    )
    .map(([id]) => id);
}

/** What a person pays in the end: the bill less what others and all layers paid. It falls as payments rise. */
const paidIn = (outcome: Outcome) => ('refused' in outcome ? null : outcome.paid);

async function heldWorse(city: RuleSet, id: string, value: StandardValue, claims: RandomCase['claims']): Promise<void> {
  const [before, after] = [compile(effective(city)), compile(effective(city, override(id, value)))];
  for (const { claim, date } of claims) {
    const [first, second] = [paidIn(await byEngine(before, claim, date)), paidIn(await byEngine(after, claim, date))];
    if (first !== null && second !== null)
      expect(second, `${id} better, claim ${JSON.stringify(claim)}`).toBeGreaterThanOrEqual(first);
  }
}

test('bettering any one standard never raises what the person pays on the same claim and history: random rule sets', async () => {
  const cases = randomCases({ claims: 8, improvable: true });
  const changes = fc.tuple(
    cases,
    fc.nat(),
    drawn((draw) => draw, 200),
  );
  await fc.assert(
    fc.asyncProperty(changes, async ([{ document: city, claims }, which, draw]) => {
      const ids = improvable(city);
      const id = ids[which % Math.max(1, ids.length)];
      const standard = id === undefined ? undefined : city.standards[id];
      if (id === undefined || standard === undefined) return;
      await heldWorse(city, id, otherValue(draw, standard, standard.value), claims);
    }),
    runs(300),
  );
});

test('bettering any one standard never raises what the person pays on the same claim and history: the city', async () => {
  const city = document('rules/371500/liaocheng-2019.yaml') as RuleSet;
  const ids = improvable(city).filter((id) => /^(basic|critical|hospital|medical|supplementary)/.test(id));
  const claims = inpatientClaims(1_000).map((claim) => ({ claim, date: '2019-06-01' }));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ids),
      fc.nat(960),
      drawn((draw) => draw, 60),
      async (id, first, draw) => {
        const standard = city.standards[id];
        if (standard !== undefined)
          await heldWorse(city, id, otherValue(draw, standard, standard.value), claims.slice(first, first + 40));
      },
    ),
    runs(60),
  );
});
