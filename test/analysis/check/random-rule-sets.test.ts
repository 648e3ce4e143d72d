import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Gap } from '../../../server/analysis/check/answer.ts';
import { check } from '../../../server/analysis/check/check.ts';
import { cliffsOf } from '../../../server/analysis/check/cliffs.ts';
import { TypeKinds } from '../../../server/analysis/check/kinds.ts';
import { Settling } from '../../../server/analysis/check/settling.ts';
import { Prover } from '../../../server/analysis/proof/prover.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { compile } from '../../../server/engine/compile.ts';
import type { Claim, Line, Settlement } from '../../../server/engine/settlement.ts';
import { sentAt } from '../../../server/rulesets/claim-paths.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import { runs } from '../../engine/property-runs.ts';
import { effective } from '../../naive/documents.ts';
import { randomCases } from '../../naive/random-rule-sets.ts';
import { naivelySame } from './planted.ts';

/** Pieces of work of each check: large rule sets stay open, the time goes to many small ones. */
const MOST_PIECES = 200;

/**
 * Claim types that are proved to have no cliffs. They are asked about by themselves: of a check they are the last question, and
 * of sixty-six types of forty rule sets fifty-nine were not come to with that many pieces of work.
 */
async function withoutCliffs(ruleSet: EffectiveRuleSet): Promise<ReadonlySet<string>> {
  const proved = new Set<string>();
  for (const claimType of ruleSet.claims.keys()) {
    let pieces = 0;
    const goOn = () => {
      pieces += 1;
      return pieces < MOST_PIECES;
    };
    const type = await TypeKinds.of(ruleSet, claimType, goOn);
    const means = { settling: new Settling(type.shared), prover: new Prover(null, new Map()) };
    const { cliffs, open } = await cliffsOf(type, ruleSet, means, goOn);
    if (cliffs.length === 0 && open === null) proved.add(claimType);
  }
  return proved;
}

/** A claim as it is sent, without a history: one that may be sent need not be one that can be. */
const withoutHistory = ({ history, ...claim }: Claim): Claim => claim as Claim;

/** The same claim with a fen more of each item that it says, item by item. */
function* dearer(claim: Claim): Generator<Claim> {
  const { cost } = claim as { cost?: Record<string, unknown> };
  for (const [item, amount] of Object.entries(cost ?? {}))
    if (typeof amount === 'number')
      yield { ...claim, cost: { ...cost, [item]: Math.round(amount * 100 + 1) / 100 } } as Claim;
}

async function settled(ruleSet: EffectiveRuleSet, claim: Claim, date: string): Promise<Settlement | null> {
  try {
    return await compile(ruleSet).settle(claim, date);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function linesOf({ layers }: Settlement): readonly Line[] {
  return layers.flatMap(({ settled: given, lines }) => (given === true ? [] : lines));
}

/** Whether a claim says plainly that it is one of a gap; what it leaves out is not looked into. */
function isOf({ claimType, facts }: Gap, claim: Claim): boolean {
  if (claim.type !== claimType) return false;
  return facts.every(({ fact, values }) =>
    values.some((one) => {
      const sent = sentAt(claim, fact);
      if (sent === undefined || one.kind === 'days' || one.kind === 'number') return false;
      if (one.kind === 'money') return Number(sent) * 100 >= one.low && Number(sent) * 100 <= one.high;
      return typeof one.value !== 'object' && typeof sent !== 'object' && String(one.value) === String(sent);
    }),
  );
}

test('what is proved of random rule sets holds on random claims, and what is found the naive interpreter confirms', async () => {
  const seen = { cliffsProved: 0, deadProved: 0, gapClaims: 0, found: 0 };
  await fc.assert(
    fc.asyncProperty(randomCases({ claims: 24 }), async ({ document, claims }) => {
      const ruleSet = effective(document);
      let pieces = 0;
      const goOn = () => {
        pieces += 1;
        return pieces < MOST_PIECES;
      };
      const checked = await check(ruleSet, { solver: null, goOn });
      const steady = await withoutCliffs(ruleSet);
      for (const one of checked.found) {
        seen.found += 1;
        if (one.example !== null) expect(naivelySame(ruleSet, one.example), JSON.stringify(one)).toBe(true);
      }
      const dead = new Set(
        checked.found.flatMap((one) => (one.question === 'deadRules' && one.shown === 'proved' ? one.rules : [])),
      );
      seen.deadProved += dead.size;
      const gaps = checked.found.filter((one) => one.question === 'gaps').filter(({ shown }) => shown === 'proved');
      for (const { claim: sent, date } of claims) {
        const claim = withoutHistory(sent);
        const before = await settled(ruleSet, claim, date);
        if (before === null) continue;
        const paying = linesOf(before).filter(({ paid }) => paid > 0);
        expect(paying.filter(({ rule }) => dead.has(rule))).toEqual([]);
        if (gaps.some((gap) => isOf(gap, claim))) {
          seen.gapClaims += 1;
          expect(paying, JSON.stringify({ claim, gaps })).toEqual([]);
        }
        if (!steady.has(claim.type)) continue;
        for (const more of dearer(claim)) {
          const after = await settled(ruleSet, more, date);
          if (after === null) continue;
          seen.cliffsProved += 1;
          const rise = (after.selfPay.total ?? 0) - (before.selfPay.total ?? 0);
          expect([rise === 0 || rise === 1, after.paid >= before.paid], JSON.stringify({ claim, more })).toEqual([
            true,
            true,
          ]);
        }
      }
    }),
    runs(8, 100),
  );
  console.log(JSON.stringify(seen));
  expect(Math.min(seen.found, seen.deadProved, seen.cliffsProved)).toBeGreaterThan(0);
});
