import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SidePlans } from '../../../server/analysis/edges/side-plans.ts';
import { type LaidPlan, layPlan } from '../../../server/analysis/proof/laid-plan.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { rulesOfClaimType } from '../../../server/engine/claim-type.ts';
import { type FormName, forms } from '../../../server/engine/forms/index.ts';
import { inputOf, type PlanRun, runPlan } from '../../../server/engine/run-plan.ts';
import type { Claim } from '../../../server/engine/settlement.ts';
import { pathOf } from '../../../server/engine/source.ts';
import { SharedTree } from '../../../server/engine/tree/shared-tree.ts';
import { type Compared, queryText } from '../../../server/engine/tree/solver.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import { runs } from '../../engine/property-runs.ts';
import { effective } from '../../naive/documents.ts';
import { randomCases } from '../../naive/random-rule-sets.ts';
import { sharedSolver } from '../../solver.ts';
import { evaluated } from './smt-text.ts';

/** Claims for each of 40 rule sets: 3,200; the long run has 12,500 rule sets. */
const claims = 80;

/** A claim's plan laid into a tree, its amounts, and what the engine says of it. */
interface Encoded {
  readonly tree: SharedTree;
  readonly laid: LaidPlan;
  readonly amounts: ReadonlyMap<string, bigint>;
  readonly done: PlanRun;
}

/** Makes plans of a rule set; null where the claim is refused. */
function encoder(ruleSet: EffectiveRuleSet) {
  const sides = new Map<string, SidePlans>();
  return async (claim: Claim, date: string): Promise<Encoded | null> => {
    const side = sides.get(claim.type) ?? new SidePlans(ruleSet, rulesOfClaimType(ruleSet, claim.type));
    sides.set(claim.type, side);
    try {
      const plan = await side.planOf(claim, date);
      const done = runPlan(plan, claim);
      const tree = new SharedTree();
      const laid = layPlan(plan, tree, () => true);
      const amounts = new Map(plan.variables.map(({ source }) => [pathOf(source), BigInt(inputOf(source, claim))]));
      return { tree, laid, amounts, done };
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  };
}

/** What the engine says of a claim, as equations: what every line owes and pays, and what is left of every pot. */
function equationsOf({ tree, laid, done }: Encoded): readonly Compared[] {
  const equal = (left: number, fen: number): Compared => ({ left, is: '=', right: tree.constant(BigInt(fen)) });
  const { settlement } = done;
  const told = settlement.layers.flatMap(({ lines }) => lines);
  return [
    ...laid.lines.flatMap(({ owed, paid }, at) => [
      equal(owed, told[at]?.owed ?? Number.NaN),
      equal(paid, told[at]?.paid ?? Number.NaN),
    ]),
    ...[...laid.left].map(([pot, place]) => equal(place, settlement.selfPay[pot] ?? Number.NaN)),
    equal(laid.paid, settlement.paid),
  ];
}

/** The same with one of the amounts a fen off. */
function oneFenOff({ tree }: Encoded, equations: readonly Compared[], at: number): readonly Compared[] {
  return equations.map((one, index) =>
    index === at % equations.length ? { ...one, right: tree.add(one.right, tree.constant(1n)) } : one,
  );
}

const anything = (tree: SharedTree): readonly Compared[] => [
  { left: tree.constant(0n), is: '=', right: tree.constant(0n) },
];

describe('the text that the solver is given', () => {
  it('means what the engine computes, to the fen, on random claims of random rule sets', async () => {
    let told = 0;
    let quotients = 0;
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(randomCases({ claims }), async (random) => {
        const encode = encoder(effective(random.document));
        for (const { claim, date } of random.claims) {
          const encoded = await encode(claim, date);
          told += 1;
          if (encoded === null) continue;
          const equations = equationsOf(encoded);
          const { text } = queryText(encoded.tree, { facts: equations, goals: anything(encoded.tree) });
          const { holds, quotients: found } = evaluated(text, encoded.amounts);
          quotients += found;
          expect(holds, text).toEqual(holds.map(() => true));
          for (const { line, owed } of encoded.laid.lines) {
            met.add(line.rule.event.type);
            const value = equations.find(({ left }) => left === owed)?.right ?? 0;
            // INVARIANT (owed): no form owes less than nothing.
            expect(encoded.tree.constantAt(value) ?? -1n).toBeGreaterThanOrEqual(0n);
          }
        }
      }),
      runs(40, 12_500),
    );
    console.log(`${told} random claims, ${quotients} rounded quotients`);
    expect(quotients).toBeGreaterThan(told / 10);
    const paying = Object.values(forms).filter(({ role }) => role === 'pays');
    expect([...met]).toEqual(expect.arrayContaining(paying.map(({ type }) => type)));
  });

  it('is told by z3 as by our own reading: the engine’s amounts can be, one fen off they cannot', async () => {
    let asked = 0;
    for (const [random, at] of fc.sample(fc.tuple(randomCases({ claims: 12 }), fc.nat()), { seed: 5, numRuns: 10 })) {
      const encode = encoder(effective(random.document));
      for (const { claim, date } of random.claims) {
        const encoded = await encode(claim, date);
        if (encoded === null) continue;
        const { tree, amounts } = encoded;
        const given = [...amounts].map(
          ([path, value]): Compared => ({ left: tree.input(path), is: '=', right: tree.constant(value) }),
        );
        const equations = equationsOf(encoded);
        for (const [wanted, facts] of [
          ['sat', equations],
          ['unsat', oneFenOff(encoded, equations, at)],
        ] as const) {
          const { text } = queryText(tree, { facts: [...given, ...facts], goals: anything(tree) });
          // Each takes milliseconds; a machine that stands still for a while must not fail a right text.
          const options = { milliseconds: 60_000, arithmetic: 'default' } as const;
          const told = await sharedSolver().check(text, [], options);
          expect(told.answer, `${JSON.stringify({ ...told, model: null })}\n${text}`).toBe(wanted);
          asked += 1;
        }
      }
    }
    console.log(`${asked} texts told by z3`);
    expect(asked).toBeGreaterThan(100);
  });

  it('has every payment form, and every form says whether it dominates', () => {
    for (const [name, form] of Object.entries(forms) as [FormName, (typeof forms)[FormName]][]) {
      expect(typeof form.dominates, name).toBe('function');
      expect(typeof form.tree, name).toBe('function');
    }
  });
});
