import { Lexer, Parser } from 'yaml';

/** What reading came to while something was done. */
export interface Work {
  /** Texts that were read. */
  readonly texts: number;
  /** Pieces that the library's parser was given. */
  readonly pieces: number;
}

/** Counts what the library does while something is done: the work, which no other load of the machine changes. */
export async function workOf(done: () => unknown): Promise<Work> {
  const { lex } = Lexer.prototype;
  const { next } = Parser.prototype;
  let [texts, pieces] = [0, 0];
  Lexer.prototype.lex = function (...given) {
    texts += 1;
    return lex.apply(this, given);
  };
  Parser.prototype.next = function (source) {
    pieces += 1;
    return next.call(this, source);
  };
  try {
    await done();
  } finally {
    Object.assign(Lexer.prototype, { lex });
    Object.assign(Parser.prototype, { next });
  }
  return { texts, pieces };
}
