/** How many zeros a word for a large number stands for. */
const ZEROS: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

/**
 * An amount as people type it, as plain digits: separators, full-width digits, 万, 亿 and 元 are understood (`２８万元` is
 * `280000`). Null where it is not understood; nothing is guessed.
 */
export function amountText(typed: string): string | null {
  const plain = typed.normalize('NFKC').replaceAll(/\s/g, '').replace(/^¥/, '').replace(/元$/, '');
  const parts = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?([万亿]?)$/.exec(plain);
  if (parts === null) return null;
  const [, sign = '', whole = '', fraction = '', large = ''] = parts;
  const zeros = ZEROS[large] ?? 0;
  const moved = fraction.padEnd(zeros, '0');
  const digits = `${whole.replaceAll(',', '')}${moved.slice(0, zeros)}`.replace(/^0+(?=\d)/, '');
  const rest = moved.slice(zeros).replace(/0+$/, '');
  return `${sign}${digits}${rest === '' ? '' : `.${rest}`}`;
}
