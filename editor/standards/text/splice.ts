/** A piece of a text, from one character to before another, and what stands there instead. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with its pieces replaced; they do not overlap. */
export function spliced(text: string, pieces: readonly Splice[]): string {
  return pieces
    .toSorted((a, b) => b.from - a.from)
    .reduce((sofar, { from, to, text: put }) => sofar.slice(0, from) + put + sofar.slice(to), text);
}

/** Where the line of a character begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line after that of a character begins; the text's length on the last line. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** A line of its own after the one that a character stands on. */
export function lineAfter(text: string, at: number, line: string): Splice {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  // What ends with its own line break, a block of text for example, is already on the next line.
  const from = at > 0 && text[at - 1] === '\n' ? at : nextLine(text, at);
  const broken = from === 0 || text[from - 1] === '\n';
  return { from, to: from, text: broken ? `${line}${eol}` : `${eol}${line}` };
}
