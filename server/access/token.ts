import { sha256 } from '../domain/sha256.ts';

/** What somebody shows who was given it in secret: a session's cookie, an invitation, the link of the set-up. */
export type Token = string;

/** Random bytes in a token. */
export const TOKEN_BYTES = 32;

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The token of random bytes. @param random {@link TOKEN_BYTES} of a cryptographic generator */
export function tokenFrom(random: Uint8Array): Token {
  if (random.length !== TOKEN_BYTES) throw new RangeError(`a token is made of ${TOKEN_BYTES} random bytes`);
  return Buffer.from(random).toString('base64url');
}

/** Whether a text looks like a token. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/** What is kept of a token and looked up by: nobody who reads it can make the token of it. */
export function hashOfToken(token: Token): string {
  return sha256(token);
}
