/** Standards that the city only advises on and that go the other way, by their ids. */
export interface AdviceLeft {
  /** Those whose figures the draft changes. */
  readonly changed: readonly string[];
  /** Those that it leaves as they are in force. */
  readonly kept: readonly string[];
}

/**
 * Which standards of a submission go against the city's advice, and whether it is this submission that makes them.
 * @param warnings what was worth knowing at submission
 * @param changes what it changes; undefined where that is not known: then none is said to be kept
 */
export function adviceLeftIn(
  warnings: readonly { readonly code: string; readonly pointer: string | null }[],
  changes: readonly { readonly id: string }[] | undefined,
): AdviceLeft {
  const left = warnings
    .filter(({ code }) => code === 'adviceLeft')
    .flatMap(({ pointer }) => /\/(?:standards|keyedStandards)\/([^/]+)/.exec(pointer ?? '')?.[1] ?? []);
  const ids = [...new Set(left)];
  const isKept = (id: string) => changes !== undefined && !changes.some((change) => change.id === id);
  return { changed: ids.filter((id) => !isKept(id)), kept: ids.filter(isKept) };
}
