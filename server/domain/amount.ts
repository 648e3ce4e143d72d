import type { Fen } from './money.ts';

/**
 * An amount on its way out of the program: whole fen, to be written as a JSON number of CNY with exactly two decimals, which
 * `JSON.stringify` cannot do. `http/json.ts` writes it.
 */
export class Amount {
  readonly fen: Fen;

  constructor(fen: Fen) {
    this.fen = fen;
  }

  /** @throws TypeError always: `JSON.stringify` would write 0.1 for ten fen, or fen for CNY */
  toJSON(): never {
    throw new TypeError('an amount is written by http/json.ts');
  }
}

/** Amounts under the same names. */
export function amountsOf(fen: Readonly<Record<string, Fen>>): Readonly<Record<string, Amount>> {
  return Object.fromEntries(Object.entries(fen).map(([name, one]) => [name, new Amount(one)]));
}
