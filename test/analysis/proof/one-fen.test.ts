import { describe, expect, it } from 'vitest';
import type { Proof } from '../../../server/analysis/proof/proof.ts';
import { prove } from '../../../server/analysis/proof/prove.ts';
import { sharedSolver } from '../../solver.ts';
import { goodChanges } from './good-changes.ts';
import { all, figure, rule, set } from './seeded.ts';
import { asTheyAre, changed } from './seeded-rules.ts';

const solver = sharedSolver();
const options = { milliseconds: 3_000, arithmetic: 'default' } as const;

/** Good changes whose lemmas are looked at one by one. */
const named = [
  'several: everything of the chain',
  'figure: assistance cap 20,000',
  'figure: death 40,000',
  'upstream: basic ratios up',
  'added: drugs at level 2 as well',
];

const proofs = new Map<string, Proof>();

async function proofOf(name: string): Promise<Proof> {
  const change = goodChanges.find((one) => `${one.kind}: ${one.name}` === name);
  if (change === undefined) throw new Error(`no good change ${name}`);
  const known = proofs.get(name) ?? (await prove(asTheyAre, changed(change), { solver, year: false }));
  proofs.set(name, known);
  return known;
}

/** The lemma that the person is left with a fen less, or paid a fen more: the last assertion with a fen added to its left side. */
function weakened(text: string): string {
  const lines = text.split('\n');
  const last = lines.at(-1) ?? '';
  const weaker = last.replaceAll(/\(> (\S+) (\S+?)\)/g, '(> (+ $1 1) $2)');
  expect(weaker).not.toBe(last);
  return [...lines.slice(0, -1), weaker].join('\n');
}

describe('lemmas', () => {
  it.each(named)('of %s hold, and not by a fen more', async (name) => {
    const { result, lemmas } = await proofOf(name);
    expect(result).toBe('proved');
    expect(lemmas.length).toBeGreaterThan(0);
    for (const { text } of lemmas) {
      expect((await solver.check(text, [], options)).answer, text).toBe('unsat');
      expect(await solver.check(weakened(text), [], options), text).toMatchObject({ answer: 'sat' });
    }
  });
});

describe('a loss of one fen', () => {
  it('is found where a limit is a fen lower', async () => {
    const { result, counterexample } = await prove(asTheyAre, changed({ change: set('accident.medical', 4_999.99) }), {
      solver,
      year: false,
    });
    expect(result).toBe('refuted');
    expect(counterexample?.loss).toBe(1);
  });

  it('is found behind raises that hide it from nearly every claim', async () => {
    const planted = all(
      set('medicalAssistance.annualCap', 20_000),
      figure('medicalAssistance.least', 0.01, 'CNY', 'lower'),
      rule('medicalAssistance', (found) => {
        found.event.params = { ...found.event.params, deductible: '$medicalAssistance.least' };
      }),
    );
    const { result, counterexample } = await prove(asTheyAre, changed({ change: planted }), { solver, year: false });
    expect(result).toBe('refuted');
    expect(counterexample?.loss).toBe(1);
    expect(counterexample?.firstLayer).toBe('medicalAssistance');
  });
});

describe('a proof that is told to stop', () => {
  it('leaves undecided what it had not shown', async () => {
    let asked = 0;
    const goOn = () => {
      asked += 1;
      return asked < 3;
    };
    const { result, undecided } = await prove(asTheyAre, changed({ change: set('medicalAssistance.ratio', 0.8) }), {
      solver,
      goOn,
    });
    expect(result).toBe('undecided');
    expect(undecided.map(({ reason }) => reason)).toContain('stopped');
  });
});
