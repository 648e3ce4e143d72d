/** Most decimals that a number of a claim has where it is no money. */
export const MOST_PLACES = 4;

/** Decimals below 10¹⁰ with at most {@link MOST_PLACES} places have 14 digits: each is told from the next as a binary number. */
export const DECIMAL_LIMIT = 10_000_000_000;

/**
 * Whether a number is not negative, below {@link DECIMAL_LIMIT} and written with at most so many decimals.
 * @param places 1 to {@link MOST_PLACES}
 */
export function isDecimal(value: number, places: number): boolean {
  const power = 10 ** places;
  return value >= 0 && value < DECIMAL_LIMIT && Math.round(value * power) / power === value;
}

/** The number of so many decimals nearest to one that arithmetic in binary has brought off it. */
export function toPlaces(value: number, places: number): number {
  return Number(value.toFixed(places));
}
