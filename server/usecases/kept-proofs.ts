import type { Proof } from '../analysis/proof/proof.ts';
import { sha256 } from '../domain/sha256.ts';
import type { Shelf, ShelfRoom } from '../store/shelf.ts';
import type { ProofProgress } from './proof-watch.ts';
import { type ComparedProof, type ProvableSide, provedSide, STATEMENT } from './prove.ts';

const DAY = 24 * 60 * 60 * 1000;
const MEGABYTE = 1024 * 1024;

/** The room for what came of proofs that were asked for: whoever asked reads it for a week. */
export const JOB_ROOM: ShelfRoom = { texts: 200, bytes: 64 * MEGABYTE, milliseconds: 7 * DAY };

/** The room for proofs by the digests of their sides, which are for ever. */
export const FOUND_ROOM: ShelfRoom = { texts: 500, bytes: 64 * MEGABYTE, milliseconds: null };

/** What of a proof that was asked for outlasts the process. */
export interface KeptJob {
  readonly id: string;
  /** Whoever asked, by their account or key: nobody else reads it. */
  readonly owner: string;
  /** Whose rules its sides are, by their codes. Records of before it was kept have none. */
  readonly places?: readonly string[];
  /** `open`: it waited or was at work when this was written. */
  readonly status: 'open' | 'ended' | 'failed';
  /** Why it failed; null where it has not. Records of before there were several reasons have none. */
  readonly problem?: 'internalError' | 'proofTooLarge' | 'proofCutOff' | null;
  readonly progress: ProofProgress;
  /** What came out, as JSON; null unless it has ended. */
  readonly body: string | null;
}

/** Where proofs are kept. */
export interface KeptProofsParts {
  readonly jobs: Shelf;
  readonly found: Shelf;
  /** Tells the program that proves from every other: what one has proved says nothing of another's. */
  readonly program: string;
}

/** Proofs that outlast the process: what was asked for, by its id, and what was found out, by the digests of both sides. */
export class KeptProofs {
  readonly #parts: KeptProofsParts;

  constructor(parts: KeptProofsParts) {
    this.#parts = parts;
  }

  async job(id: string): Promise<KeptJob | null> {
    const text = await this.#parts.jobs.read(id);
    if (text === null) return null;
    // The body stands behind the first line as it was answered, and is answered so again.
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return { ...JSON.parse(text.slice(0, end)), id, body: body === '' ? null : body };
  }

  /** True once it outlasts the process. */
  keepJob({ id, body, ...said }: KeptJob): Promise<boolean> {
    return this.#parts.jobs.keep(id, `${JSON.stringify(said)}\n${body ?? ''}`);
  }

  forgetJob(id: string): Promise<void> {
    return this.#parts.jobs.forget(id);
  }

  /** What was found out about two sides earlier, under the names that they have now. */
  async found(from: ProvableSide, to: ProvableSide): Promise<ComparedProof | null> {
    const text = await this.#parts.found.read(this.#nameOf(from, to));
    if (text === null) return null;
    const proof = JSON.parse(text) as Proof;
    return { ...proof, statement: STATEMENT, from: provedSide(from), to: provedSide(to), isFinal: true };
  }

  /** Keeps what is final; anything else may be found out another time. */
  async keepFound(from: ProvableSide, to: ProvableSide, found: ComparedProof): Promise<void> {
    const { result, profiles, counterexample, year, bounds, undecided, lemmas, isFinal } = found;
    if (!isFinal) return;
    const proof: Proof = { result, profiles, counterexample, year, bounds, undecided, lemmas };
    await this.#parts.found.keep(this.#nameOf(from, to), JSON.stringify(proof));
  }

  /** Waits until what is under way is kept. */
  async close(): Promise<void> {
    await Promise.all([this.#parts.jobs.close(), this.#parts.found.close()]);
  }

  /** Of claims alone and of the year, to the end: there is no other way in which sides are proved. */
  #nameOf(from: ProvableSide, to: ProvableSide): string {
    const sides = [from, to].map(({ rules }) => rules.effective.effectiveDigest);
    return sha256(['year', STATEMENT, this.#parts.program, ...sides].join('\n')).slice('sha256:'.length);
  }
}
