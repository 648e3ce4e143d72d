import type { Scrypt } from '../../access/password-hash.ts';
import { SignInBackOff } from '../../access/sign-in-back-off.ts';
import { Turnstile } from '../../access/turnstile.ts';
import type { JurisdictionRegistry } from '../../domain/jurisdictions.ts';
import type { Desk } from '../../store/desk.ts';
import type { StaffNumber } from '../../workflow/roles.ts';
import { SessionLives } from './session-lives.ts';
import { Strangers } from './strangers.ts';

/** Passwords that are hashed at once, each with 32 MB, and how many more may wait; together a second or two. */
const HASHING = { atOnce: 2, waiting: 16 };

/** What the use cases of people work with, from outside. */
export interface PeopleParts {
  readonly desk: Desk;
  /** The instant it is, for what is written down. */
  readonly now: () => Date;
  /** Milliseconds that only ever rise, for what lasts. */
  readonly clock: () => number;
  /** Random bytes that nobody can guess. */
  readonly random: (bytes: number) => Uint8Array;
  readonly scrypt: Scrypt;
  /** Who is who, by the rules in force. */
  readonly places: () => Promise<JurisdictionRegistry>;
}

/** The same, with what the process remembers of those who come. */
export interface People extends PeopleParts {
  readonly hashing: Turnstile;
  readonly backOff: SignInBackOff;
  readonly lives: SessionLives;
  readonly strangers: Strangers;
  /** Lines about refusals that somebody has caused lately, by staff number. */
  readonly refusals: Map<StaffNumber, { since: number; lines: number }>;
  /** The link of the set-up while there is no account: what is kept of it; null once it has been used. */
  readonly setUp: { hash: string | null };
}

/** People as a process begins with them. */
export function newPeople(parts: PeopleParts): People {
  return {
    ...parts,
    hashing: new Turnstile(HASHING.atOnce, HASHING.waiting),
    backOff: new SignInBackOff(parts.clock),
    lives: new SessionLives(parts.clock),
    strangers: new Strangers(parts.desk, parts.now),
    refusals: new Map(),
    setUp: { hash: null },
  };
}
