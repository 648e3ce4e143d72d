import type { Proof } from '../analysis/proof/proof.ts';
import { prove as proveRuleSets } from '../analysis/proof/prove.ts';
import type { Remembered } from '../analysis/proof/prover.ts';
import type { Solver } from '../analysis/proof/solver.ts';
import { BoundedCache } from './bounded-cache.ts';
import type { Side } from './compared/side.ts';
import { type ComparedSide, comparedSide } from './edges.ts';

/** What is stated, by name and version: `docs/proof.md` has the words. */
export const STATEMENT = 'perClaim.v1';

/** A side of a proof: what it is called, and the digests of the rules that the proof is about. */
export interface ProvedSide extends ComparedSide {
  readonly effectiveDigest: string;
  readonly effectiveTermsDigest: string;
}

/** As much of a side as a proof needs: plain data, which goes to other threads. */
export type ProvableSide = Pick<Side, 'reference' | 'label' | 'date'> & {
  readonly rules: Pick<Side['rules'], 'name' | 'effective'>;
};

/** What was found out about two sides. */
export interface ComparedProof extends Proof {
  readonly statement: typeof STATEMENT;
  readonly from: ProvedSide;
  readonly to: ProvedSide;
  /** Whether it is what anybody would find at any time, and can be remembered for ever. */
  readonly isFinal: boolean;
}

/** How a proof is looked for, by whoever asks for it. */
export interface ProveSidesOptions {
  /** Null: what the forms do not show stays undecided. */
  readonly solver: Solver | null;
  /** One for each way of looking: with the year or without, to the end or to the first claim that loses. */
  readonly memory?: ProofMemory;
  readonly year?: boolean;
  readonly untilRefuted?: boolean;
  /** Told after every kind of claims: how many of how many are decided, and of what type it was. */
  readonly progress?: (done: number, all: number, claimType: string) => void;
  /** Ends the proof; what is open stays undecided, and nothing of it is remembered. */
  readonly signal?: AbortSignal;
  /** Asked between pieces of work of a few milliseconds, so that a service can let others have their turn; false ends it too. */
  readonly goOn?: () => boolean | Promise<boolean>;
}

const MOST_PROOFS = 64;
const MOST_LEMMAS = 20_000;

/** Proofs by the digests of their rules, and lemmas by the digest of their text: both are for ever. */
export class ProofMemory {
  readonly lemmas: Remembered = new BoundedCache<string, boolean>(MOST_LEMMAS);
  readonly #proofs = new BoundedCache<string, Proof>(MOST_PROOFS);

  of(from: ProvableSide, to: ProvableSide): Proof | undefined {
    return this.#proofs.get(keyOf(from, to));
  }

  keep(from: ProvableSide, to: ProvableSide, proof: Proof): void {
    this.#proofs.set(keyOf(from, to), proof);
  }
}

/** Proves that nobody is worse off under the second side, or finds the claim by which somebody is. Nothing is stored. */
export async function prove(from: ProvableSide, to: ProvableSide, options: ProveSidesOptions): Promise<ComparedProof> {
  const { memory, signal, progress, year, untilRefuted } = options;
  const known = memory?.of(from, to);
  const sides = { from: provedSide(from), to: provedSide(to) };
  if (known !== undefined) return { ...known, statement: STATEMENT, ...sides, isFinal: true };
  let isStopped = false;
  const proof = await proveRuleSets(from.rules.effective, to.rules.effective, {
    solver: options.solver,
    goOn: async () => {
      isStopped ||= (await options.goOn?.()) === false || signal?.aborted === true;
      return !isStopped;
    },
    ...(year === undefined ? {} : { year }),
    ...(untilRefuted === undefined ? {} : { untilRefuted }),
    ...(memory === undefined ? {} : { remembered: memory.lemmas }),
    ...(progress === undefined ? {} : { progress }),
  });
  // What a busy solver could not tell may be told another time; so may the year, where there was no time left for it.
  const isFinal = proof.result !== 'undecided' && !isStopped;
  if (isFinal) memory?.keep(from, to, proof);
  return { ...proof, statement: STATEMENT, ...sides, isFinal };
}

/** A side as proofs name it. */
export function provedSide(side: ProvableSide): ProvedSide {
  const { effectiveDigest, effectiveTermsDigest } = side.rules.effective;
  return { ...comparedSide(side), effectiveDigest, effectiveTermsDigest };
}

function keyOf(from: ProvableSide, to: ProvableSide): string {
  return `${STATEMENT} ${from.rules.effective.effectiveDigest} ${to.rules.effective.effectiveDigest}`;
}
