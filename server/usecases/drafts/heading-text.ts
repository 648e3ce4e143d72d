import type { Period } from '../../domain/dates.ts';

/**
 * The text that a county without standards of its own begins with: everything but the reason, which somebody has to write
 * before it can be submitted, and the figures.
 */
export function headingText(code: string, city: string, { from, to }: Period): string {
  return `kind: Override
jurisdiction: "${code}"
extends: "${city}"
effective: {from: ${from}${to === undefined ? '' : `, to: ${to}`}}
reason:                     # 为什么要改 · why
standards: {}               # 只写改动的数字 · only the figures that change
`;
}
