import type { PasswordHash } from '../workflow/account.ts';
import { preparedPassword } from './password.ts';

/** What a hash costs: cost, block size and parallelism of scrypt (RFC 7914). */
export type HashCost = Pick<PasswordHash, 'n' | 'r' | 'p'>;

/** scrypt, as whoever runs the program hands it in. @param length bytes of the answer */
export type Scrypt = (password: string, salt: Uint8Array, cost: HashCost, length: number) => Promise<Uint8Array>;

/** What hashes cost that are made now: 32 MB and some 80 ms. May only be raised; older hashes are made anew at sign-in. */
export const HASH_COST: HashCost = { n: 32_768, r: 8, p: 1 };

/** Random bytes in a salt. */
export const SALT_BYTES = 16;

const HASH_BYTES = 32;

/**
 * The hash of nobody's password: what a sign-in is held to whose staff number there is not, so that it takes as long as any
 * other.
 */
export const NOBODYS_HASH: PasswordHash = { ...HASH_COST, salt: 'A'.repeat(22), hash: 'A'.repeat(43) };

/** Hashes a password. @param salt {@link SALT_BYTES} of a cryptographic generator */
export async function hashPassword(scrypt: Scrypt, password: string, salt: Uint8Array): Promise<PasswordHash> {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt is made of ${SALT_BYTES} random bytes`);
  const hash = await scrypt(preparedPassword(password), salt, HASH_COST, HASH_BYTES);
  return { ...HASH_COST, salt: base64url(salt), hash: base64url(hash) };
}

/** Whether a password is the one of a hash, by the cost that the hash itself names. */
export async function isPassword(scrypt: Scrypt, password: string, kept: PasswordHash): Promise<boolean> {
  const { n, r, p, salt } = kept;
  const made = await scrypt(preparedPassword(password), Buffer.from(salt, 'base64url'), { n, r, p }, HASH_BYTES);
  return areEqual(made, Buffer.from(kept.hash, 'base64url'));
}

/** Whether a hash costs less than those that are made now. */
export function isWeak({ n, r, p }: PasswordHash): boolean {
  return n * r * p < HASH_COST.n * HASH_COST.r * HASH_COST.p;
}

/** Compares all bytes, wherever they first differ. */
function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  let differing = a.length ^ b.length;
  for (const [index, byte] of a.entries()) differing |= byte ^ (b[index] ?? 0);
  return differing === 0;
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
