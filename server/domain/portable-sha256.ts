import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** `sha256:` and 64 hex digits, in plain JavaScript: the same as `sha256` in a browser, where hashing otherwise is asynchronous. */
export function portableSha256(content: string | Uint8Array): string {
  return `sha256:${bytesToHex(sha256(typeof content === 'string' ? new TextEncoder().encode(content) : content))}`;
}
