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

/** Fen as briefly as it is exact: `30 万元`, `1,500 元`, in English always with separators: `CNY 300,000`. */
export function shortCny(fen: number, language: 'zh' | 'en'): string {
  const tenThousands = fen / 1_000_000;
  if (language === 'zh' && fen !== 0 && fen % 10_000 === 0 && Math.abs(tenThousands) >= 1)
    return `${tenThousands} 万元`;
  const amount = cnyWords(fen).replace(/\.00$/, '');
  return language === 'zh' ? `${amount} 元` : `CNY ${amount}`;
}
