/** What one gate said of one document on one ground: data, so that a gate can be added without touching the flow. */
export interface GateResult {
  /** The gate's name. */
  readonly gate: string;
  readonly documentDigest: string;
  /** Of the city's text that the document stands on; of a city's own document null. */
  readonly baseDigest: string | null;
  /** Whether it opens. */
  readonly passed: boolean;
  /** What it found, in a word of its own: `valid`, a class of changes, … */
  readonly result: string;
  /** What it rests on, where it does not open: of a refuted proof the digest of the claim that loses, of an undecided one why. */
  readonly evidence?: string;
  /** A staff number, or `dixian`. */
  readonly by: string;
}

/** The gate that a county's document passes where it was proved that nobody is worse off than under its city's floor. */
export const PROOF = 'proof';

/**
 * Gates that do not open for a document on one of its grounds: they failed, or were never asked about it.
 * @param names every gate there is
 * @param grounds digests of the city's texts that the document will stand on; of a city's own document `[null]`
 */
export function closedGates(
  results: readonly GateResult[],
  names: readonly string[],
  documentDigest: string,
  grounds: readonly (string | null)[],
): readonly { readonly gate: string; readonly baseDigest: string | null }[] {
  const opens = (gate: string, baseDigest: string | null) =>
    results.some(
      (one) =>
        one.gate === gate && one.passed && one.documentDigest === documentDigest && one.baseDigest === baseDigest,
    );
  return names.flatMap((gate) =>
    grounds.filter((baseDigest) => !opens(gate, baseDigest)).map((baseDigest) => ({ gate, baseDigest })),
  );
}
