const REMEMBERED = 4096;

/**
 * Makers of generated functions, by their text. Functions made by one maker share their machine code: hundreds of profiles of
 * few structures soon run as fast as one.
 */
export class Makers<Make> {
  readonly #given: readonly string[];
  readonly #known = new Map<string, Make>();

  /** @param given names under which the text finds what a maker is called with */
  constructor(...given: readonly string[]) {
    this.#given = given;
  }

  /** @param text code that returns the function; what differs between plans of one structure is not in it */
  of(text: string): Make {
    let maker = this.#known.get(text);
    if (maker === undefined) {
      if (this.#known.size >= REMEMBERED) this.#known.clear();
      maker = new Function(...this.#given, `'use strict';\n${text}`) as Make;
      this.#known.set(text, maker);
    }
    return maker;
  }
}
