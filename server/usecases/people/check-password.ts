import { isPassword } from '../../access/password-hash.ts';
import { refuse } from '../../domain/refusal.ts';
import type { PasswordHash } from '../../workflow/account.ts';
import type { People } from './people.ts';

/** Whose password is tried, and from where. */
export interface Attempt {
  readonly staffNumber: string;
  readonly address: string;
  readonly password: string;
}

/**
 * Whether a password is right, looked at only where the back-off allows it. The attempt counts as a failure until
 * `backOff.succeeded` says otherwise.
 * @throws Refusal `signInTooSoon` with the seconds to wait, `signInBusy`: then nothing was looked at
 */
export async function checkPassword(
  { backOff, hashing, scrypt }: People,
  { staffNumber, address, password }: Attempt,
  kept: PasswordHash,
): Promise<boolean> {
  const wait = backOff.attempt(staffNumber, address);
  if (wait > 0) refuse('signInTooSoon', { seconds: Math.ceil(wait / 1000) });
  try {
    return await hashing.pass(() => isPassword(scrypt, password, kept));
  } catch (error) {
    backOff.notMade(staffNumber, address);
    throw error;
  }
}
