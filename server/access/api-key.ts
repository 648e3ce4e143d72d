import { sha256 } from '../domain/sha256.ts';

/** An API key as its holder sends it: `dixian_` and 32 random bytes in base64url. */
export type ApiKey = string;

/** Random bytes in a key: nobody guesses 256 bits, so that a fast hash is enough. */
export const KEY_BYTES = 32;

const KEY = /^dixian_[A-Za-z0-9_-]{43}$/;

/** Characters of a key. */
export const KEY_LENGTH = 50;

/**
 * The key of random bytes.
 * @param random 32 bytes of a cryptographic generator
 * @throws RangeError for any other number of bytes
 */
export function keyFrom(random: Uint8Array): ApiKey {
  if (random.length !== KEY_BYTES) throw new RangeError(`a key is made of ${KEY_BYTES} random bytes`);
  return `dixian_${Buffer.from(random).toString('base64url')}`;
}

/** Whether a text looks like a key. */
export function isKey(text: string): boolean {
  return text.length === KEY_LENGTH && KEY.test(text);
}

/** What a configuration holds in a key's place: `sha256:` and 64 hex digits over the key's text. */
export function hashOf(key: ApiKey): string {
  return sha256(key);
}

/** A key, or what could be the random part of one, cut short or not. */
const LIKE_A_KEY = /dixian_[A-Za-z0-9_-]{4,}|[A-Za-z0-9_-]{43,}/g;

/** A text without keys, for whatever repeats what someone wrote: a key pasted into the wrong place must not reach a log. */
export function withoutKeys(text: string): string {
  // Variables' names are long and have capitals only; the random part of a key has all kinds.
  return text.replace(LIKE_A_KEY, (found) => (/[a-z]/.test(found) ? '…' : found));
}
