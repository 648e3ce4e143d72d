/** Line breaks, tabs and what else a reader takes for the end of a line. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** What no reader sees, and terminals, XML or eyes are led astray by: controls, direction marks, halves of characters. */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * A text on one line that does nothing but show: labels and names of files are people's, and no report hands on what would
 * move a terminal's cursor or turn a line round.
 */
export function plainText(text: string): string {
  return text.replace(breaks, ' ').replace(hidden, '');
}
