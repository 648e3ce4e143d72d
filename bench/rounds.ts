/** One way of doing the work that is measured. */
export interface Subject {
  readonly name: string;
  /** Does the work once over its items and answers how many that were. */
  round(): number | Promise<number>;
}

/** What a subject took: nanoseconds for an item, the middle of all rounds and the quickest. */
export interface Measured {
  readonly name: string;
  readonly median: number;
  readonly best: number;
  /** Nanoseconds for an item, round by round. */
  readonly rounds: readonly number[];
}

/**
 * Measures subjects in interleaved rounds, each round in another order, so that whatever else the machine does meets all
 * of them. The first rounds only warm up.
 */
export async function measure(subjects: readonly Subject[], rounds: number, warmUp = 3): Promise<readonly Measured[]> {
  const times = new Map(subjects.map(({ name }) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (let turn = 0; turn < subjects.length; turn += 1) {
      const subject = subjects[(turn + round + warmUp) % subjects.length];
      if (subject === undefined) continue;
      const start = process.hrtime.bigint();
      const items = await subject.round();
      const nanoseconds = Number(process.hrtime.bigint() - start) / items;
      if (round >= 0) times.get(subject.name)?.push(nanoseconds);
    }
  }
  return [...times].map(([name, taken]) => ({ name, median: median(taken), best: Math.min(...taken), rounds: taken }));
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The number below which such a share of them lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** How many times as quick `a` is as `b`: the middle of the ratios of the same rounds. */
export function ratio(a: Measured, b: Measured): number {
  return median(a.rounds.map((time, round) => (b.rounds[round] ?? Number.NaN) / time));
}
