import fc from 'fast-check';

/** Draws from one fast-check run, so that a document can be written down as it is drawn; small draws are simple ones. */
export interface Draw {
  /** A whole number, both ends inside. */
  int(least: number, most: number): number;
  pick<T>(items: readonly T[]): T;
  /** True in so many of a hundred draws. */
  chance(percent: number): boolean;
  /** Some of the items in their order, at least `least`. */
  some<T>(items: readonly T[], least?: number): T[];
  /** An amount in CNY: at a threshold, a fen beside it, a sum of two, or anything. */
  money(): number;
}

/** Amounts at which policies change their mind. */
export const thresholds = [0, 0.01, 0.03, 1, 9.99, 100, 200, 500.5, 900, 1000, 6000, 12000.01, 50000, 100000] as const;

/** What is drawn with a {@link Draw}, as an arbitrary. The first `numbers` draws shrink towards simple ones. */
export function drawn<T>(make: (draw: Draw) => T, numbers = 600): fc.Arbitrary<T> {
  const number = fc.nat({ max: 0x3fff_ffff });
  return fc.noBias(fc.array(number, { minLength: numbers, maxLength: numbers })).map((given) => {
    let index = 0;
    let last = given.reduce((mixed, one) => mixed ^ one, 0);
    return make(
      drawFrom(() => {
        index += 1;
        // Beyond the numbers given, ones that follow from them.
        last = (Math.imul(last, 1_103_515_245) + 12_345) & 0x3fff_ffff;
        return given[index - 1] ?? last >> 8;
      }),
    );
  });
}

function drawFrom(next: () => number): Draw {
  const int = (least: number, most: number) => least + (next() % (most - least + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)];
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return item as T;
  };
  const chance = (percent: number) => int(0, 99) >= 100 - percent;
  const some = <T>(items: readonly T[], least = 0): T[] => {
    const kept = items.filter(() => chance(50));
    return kept.length >= least ? kept : items.slice(0, least);
  };
  const money = () => {
    const base = pick(thresholds);
    const kind = int(0, 5);
    const cny =
      kind === 0
        ? base
        : kind === 1
          ? base + 0.01
          : kind === 2
            ? base - 0.01
            : kind === 3
              ? base + pick(thresholds)
              : int(0, 10 ** int(1, 8)) / 100;
    return Math.max(0, Math.round(cny * 100) / 100);
  };
  return { int, pick, chance, some, money };
}
