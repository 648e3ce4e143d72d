/** What a proof in work and whoever waits for it tell one another, from any thread: cells of shared memory. */
export type ProofWatch = Int32Array;

/** Cells: 1 to stop; kinds of claims decided; of how many; the last one's type, counted from 1. */
const [STOP, DONE, OF, TYPE] = [0, 1, 2, 3];
const CELLS = 4;

/** How far a proof is: kinds of claims decided, of how many, and of what type the last one was. */
export interface ProofProgress {
  readonly done: number;
  readonly of: number | null;
  readonly claimType: string | null;
}

/** Cells on which nothing has been told yet. */
export function newWatch(): ProofWatch {
  return new Int32Array(new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT));
}

/** Asks the proof to stop; it notices between pieces of work. */
export function stopProof(watch: ProofWatch): void {
  Atomics.store(watch, STOP, 1);
}

/** Whether it was asked to stop. */
export function isStopped(watch: ProofWatch): boolean {
  return Atomics.load(watch, STOP) === 1;
}

/** Tells how far the proof is. @param types all claim types, as {@link progressIn} is given them */
export function tellProgress(
  watch: ProofWatch,
  types: readonly string[],
  { done, of, claimType }: { readonly done: number; readonly of: number; readonly claimType: string },
): void {
  Atomics.store(watch, OF, of);
  Atomics.store(watch, TYPE, types.indexOf(claimType) + 1);
  Atomics.store(watch, DONE, done);
}

/** How far it is. */
export function progressIn(watch: ProofWatch, types: readonly string[]): ProofProgress {
  const [done, of, type] = [DONE, OF, TYPE].map((cell) => Atomics.load(watch, cell as number)) as [
    number,
    number,
    number,
  ];
  return { done, of: of === 0 ? null : of, claimType: types[type - 1] ?? null };
}
