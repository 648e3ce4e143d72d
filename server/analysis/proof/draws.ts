/** Numbers that look drawn by chance and are the same each time: what is found by them is found again. */
export class Draws {
  #state = 0x6d2b79f5;
  readonly #drawn = new Map<string, number[]>();

  /** One of those of a name that were drawn least often. @param size how many there are, at least 1 @returns its place, from 0 */
  seldom(name: string, size: number): number {
    const times = this.#drawn.get(name) ?? new Array<number>(size).fill(0);
    this.#drawn.set(name, times);
    const least = Math.min(...times);
    const places = [...times.keys()].filter((place) => times[place] === least);
    const place = places[this.#below(places.length)] ?? 0;
    times[place] = least + 1;
    return place;
  }

  /** A whole number from 0 to below a bound, by Marsaglia's xorshift of 32 bits. */
  #below(bound: number): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return (state >>> 0) % bound;
  }
}
