import { beginsFormula } from '../../schemas/spreadsheet-formula.ts';

/** Cells as CSV for Excel: UTF-8 with its mark; what a spreadsheet would take for a formula is put behind a quote. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const safe = (text: string) => (beginsFormula(text) ? `'${text}` : text);
  const quoted = (text: string) => `"${safe(text).replaceAll('"', '""')}"`;
  return `\u{feff}${rows.map((row) => row.map(quoted).join()).join('\r\n')}\r\n`;
}
