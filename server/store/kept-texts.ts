/** Characters that are kept at most: some hundred drafts as long as a draft may be, thousands of the usual ones. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

/**
 * Texts by their sha256, those asked for last: an act that needs the text that was saved a moment ago does not wait for the disk
 * again. What stands under a hash never changes, so that nothing here can be out of date.
 */
export class KeptTexts {
  readonly #texts = new Map<string, string>();
  readonly #most: number;
  #characters = 0;

  /** @param most characters of all texts together */
  constructor(most = MOST_CHARACTERS) {
    this.#most = most;
  }

  get(hash: string): string | undefined {
    const text = this.#texts.get(hash);
    if (text !== undefined) this.keep(hash, text);
    return text;
  }

  /** The text counts as asked for last; those that were not for the longest make room. */
  keep(hash: string, text: string): void {
    this.forget(hash);
    this.#texts.set(hash, text);
    this.#characters += text.length;
    for (const oldest of this.#texts.keys()) {
      if (this.#characters <= this.#most) return;
      this.forget(oldest);
    }
  }

  forget(hash: string): void {
    this.#characters -= this.#texts.get(hash)?.length ?? 0;
    this.#texts.delete(hash);
  }
}
