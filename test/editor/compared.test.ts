import { expect, it } from 'vitest';
import type { Evaluation } from '../../client/index.ts';
import { isWorse } from '../../editor/standards/effects/compared.ts';

const settled = (paid: number, selfPay: number, line: object = {}): Evaluation =>
  ({ paid, selfPay: { total: selfPay }, layers: [{ layer: 'accident', paid, lines: [line] }] }) as never;

const worse = (before: Evaluation | null, after: Evaluation | null) =>
  isWorse({ id: 'one', label: { zh: '', en: '' }, before, after });

it.each([
  ['less is paid, and nobody bears more', settled(36000, 0), settled(30000, 0), true],
  ['more is borne', settled(300, 100), settled(200, 200), true],
  ['more is paid', settled(30000, 0), settled(36000, 0), false],
  ['nothing moves', settled(30000, 0), settled(30000, 0), false],
  ['one of the two is refused', settled(30000, 0), null, false],
  ['a premium falls', settled(170, 0, { funding: {} }), settled(160, 0, { funding: {} }), false],
])('a draft is told as worse or not where %s', (_, before, after, is) => {
  expect(worse(before, after)).toBe(is);
});
