import { distance } from 'fastest-levenshtein';

/** Names up to so long have a swap counted as one edit; of longer ones so many edits are near that it may be two of them. */
const LONGEST = 31;

/**
 * How many edits turn one name into another: a letter added, left out or written for another, or two neighbouring letters
 * swapped (optimal string alignment: nothing is edited twice). Beyond {@link LONGEST} characters a swap is two edits.
 * @param near from so many on it does not matter how many there are
 */
export function edits(one: string, other: string, near = Number.POSITIVE_INFINITY): number {
  const apart = distance(one, other);
  const [least, most] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  // Swaps halve it at best.
  return apart < 2 || apart >= 2 * near || least < 2 || most > LONGEST ? apart : withSwaps(one, other);
}

/**
 * By columns of the usual table held as bits, as Hyyrö (2003) has it: with thousands of names to compare with, a table of
 * numbers takes ten times as long. A bit says whether a cell is one more, or one less, than the cell above it.
 */
function withSwaps(one: string, other: string): number {
  const places = placesIn(one);
  const last = 1 << (one.length - 1);
  let apart = one.length;
  let [more, less, even, before] = [-1, 0, 0, 0];
  for (const letter of other.split('')) {
    const here = places.get(letter) ?? 0;
    const swapped = ((~even & here) << 1) & before;
    even = (((here & more) + more) ^ more) | here | less | swapped;
    const up = less | ~(even | more);
    const down = even & more;
    if ((up & last) !== 0) apart += 1;
    if ((down & last) !== 0) apart -= 1;
    const beside = (up << 1) | 1;
    more = (down << 1) | ~(even | beside);
    less = even & beside;
    before = here;
  }
  return apart;
}

/** Where each letter stands, a bit a place. */
function placesIn(name: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [index, letter] of name.split('').entries()) places.set(letter, (places.get(letter) ?? 0) | (1 << index));
  return places;
}
