import { isAhead } from './ahead.ts';
import type { Grant, StaffNumber } from './roles.ts';

/** A password as it is kept: what scrypt made of it, and how. */
export interface PasswordHash {
  /** Cost, block size and parallelism. */
  readonly n: number;
  readonly r: number;
  readonly p: number;
  /** base64url. */
  readonly salt: string;
  /** base64url. */
  readonly hash: string;
}

/** A person who may sign in; the row's id is the staff number. */
export interface Account {
  readonly staffNumber: StaffNumber;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Null until the person has chosen one. */
  readonly password: PasswordHash | null;
  /** sha256 of the one-time link by which a password may be chosen, and until when; null where none is open. */
  readonly invitation: { readonly hash: string; readonly expires: string } | null;
  /**
   * Rises with every password and every lock; a session begun under another is over. So all sessions end with one write, those
   * too that are being begun at that moment.
   */
  readonly epoch: number;
  /** True: may not sign in, and does nothing any more. */
  readonly locked: boolean;
  readonly createdAt: string;
}

/** An invitation lasts so long, in milliseconds. */
export const INVITATION = 7 * 24 * 60 * 60 * 1000;

/** Whether a password may be chosen by an account's invitation; by none that was given in the future, for the clock was set back. */
export function isInvited({ invitation }: Pick<Account, 'invitation'>, now: Date): boolean {
  if (invitation === null) return false;
  const expires = Date.parse(invitation.expires);
  return now.getTime() < expires && !isAhead(expires - INVITATION, now);
}
