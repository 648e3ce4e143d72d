/** The pace is known from so many groups. */
const GROUPS = 8;

/**
 * How long a piece of work takes of late, in milliseconds: the mean of the last groups without the slowest of them. One slow group
 * is no overload – rules are compiled, memory is collected, the machine gives the processor to others –, only several are.
 */
export class Pace {
  #recent: number[] = [];
  #milliseconds = 0;

  /** Milliseconds for one piece; 0 while it is unknown: of one group nothing can be said, for it may be the slow one. */
  get milliseconds(): number {
    return this.#milliseconds;
  }

  /**
   * A group is done. What else was done counts as much as the group itself at most: were all of it counted, whoever is refused
   * and comes again at once would keep everybody out.
   * @param pieces how many the group were
   * @param own milliseconds that it took
   * @param others milliseconds that everything else took since the group before
   */
  took(pieces: number, own: number, others: number): void {
    this.#recent.push((own + Math.min(own, others)) / pieces);
    if (this.#recent.length > GROUPS) this.#recent.shift();
    let [sum, slowest] = [0, 0];
    for (const one of this.#recent) {
      sum += one;
      slowest = Math.max(slowest, one);
    }
    this.#milliseconds = this.#recent.length === 1 ? 0 : (sum - slowest) / (this.#recent.length - 1);
  }

  /** After a rest the pace before tells nothing. */
  forget(): void {
    [this.#recent, this.#milliseconds] = [[], 0];
  }
}
