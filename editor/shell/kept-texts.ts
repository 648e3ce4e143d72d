/** Texts by name, kept in this browser. One that keeps nothing, or is full, is no failure: what stands on a page still works. */
export interface KeptTexts {
  all(): ReadonlyMap<string, string>;
  /** @param text null where nothing is to be kept any more */
  write(name: string, text: string | null): void;
  clear(): void;
}
