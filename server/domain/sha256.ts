import { portableSha256 } from './portable-sha256.ts';

// Asked for, not imported: the same file then runs where there is no Node. A settlement is digested for every claim, and
// Node's own is a tenth of the portable one's time.
const node = typeof process === 'undefined' ? undefined : process.getBuiltinModule?.('node:crypto');

/** `sha256:` and 64 hex digits over the UTF-8 bytes of a text, or over bytes. By Node where there is one. */
export const sha256: (content: string | Uint8Array) => string =
  node?.hash === undefined ? portableSha256 : (content) => `sha256:${node.hash('sha256', content, 'hex')}`;

/** Whether something is a hash as it is written here: what was stripped of one is not taken for something that needs none. */
export function isSha256(said: unknown): said is string {
  return typeof said === 'string' && /^sha256:[0-9a-f]{64}$/.test(said);
}
