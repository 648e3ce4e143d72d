/** Signs that a spreadsheet takes for the beginning of a formula, full-width ones as well, also behind what it or a reader passes over. */
const FORMULA =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are passed over as spaces are
  /^[\s\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** Whether a spreadsheet could take a cell's text for a formula; a tab or line break at its head is a trick as well. */
export function beginsFormula(text: string): boolean {
  return FORMULA.test(text) || /^[\t\r\n]/.test(text);
}
