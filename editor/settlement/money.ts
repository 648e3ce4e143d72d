/** An amount of the API, CNY with at most two decimals, in whole fen: what amounts are added in. */
export function fenOf(cny: number): number {
  return Math.round(cny * 100);
}

/** Fen as people read CNY: `300,000.00`. */
export function cnyWords(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '−' : ''}${yuan}.${digits.slice(-2)}`;
}

/** Fen that something comes to more or less: `+1,500.00`, `−20.00`, `0.00`. */
export function signedCny(fen: number): string {
  return `${fen > 0 ? '+' : ''}${cnyWords(fen)}`;
}
