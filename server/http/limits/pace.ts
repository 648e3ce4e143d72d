/** The pace is known from so many groups. */
const GROUPS = 8;

/**
 * A group of settlements may always take a third of the time that everything else takes. Were it given more, an overload in which to refuse
 * takes most of the time would make each turn of the event loop longer than the one before it; were it given none, whoever is refused and comes
 * again at once would keep everybody out.
 */
export const OTHERS_TO_OWN = 3;

/**
 * How long a piece of work takes of late, in milliseconds: the mean of the last groups without the slowest of them. One slow group
 * is no overload – rules are compiled, memory is collected, the machine gives the processor to others –, only several are.
 */
export class Pace {
  readonly #recentOwn: number[] = [];
  readonly #recent: number[] = [];
  #own = 0;
  #milliseconds = 0;

  /** Milliseconds that one piece takes, whatever else is done; 0 while it is unknown. */
  get own(): number {
    return this.#own;
  }

  /**
   * Milliseconds from one piece to the next, with what else is done between; 0 while it is unknown: of one group nothing can be
   * said, for it may be the slow one.
   */
  get milliseconds(): number {
    return this.#milliseconds;
  }

  /**
   * A group is done. What else was done counts as {@link OTHERS_TO_OWN} times the group itself at most: where settling always has its
   * share of the time, it can be no more for long.
   * @param pieces how many the group were
   * @param own milliseconds that it took
   * @param others milliseconds that everything else took since the group before
   */
  took(pieces: number, own: number, others: number): void {
    this.#own = withoutSlowest(this.#recentOwn, own / pieces);
    this.#milliseconds = withoutSlowest(this.#recent, (own + Math.min(OTHERS_TO_OWN * own, others)) / pieces);
  }

  /** After a rest the pace before tells nothing. */
  forget(): void {
    this.#recentOwn.length = 0;
    this.#recent.length = 0;
    [this.#own, this.#milliseconds] = [0, 0];
  }
}

/** Takes one more into the last ones. @returns their mean without the slowest; 0 of one alone */
function withoutSlowest(recent: number[], one: number): number {
  recent.push(one);
  if (recent.length > GROUPS) recent.shift();
  let [sum, slowest] = [0, 0];
  for (const each of recent) {
    sum += each;
    slowest = Math.max(slowest, each);
  }
  return recent.length === 1 ? 0 : (sum - slowest) / (recent.length - 1);
}
