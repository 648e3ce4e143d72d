import { hashPassword, isWeak, NOBODYS_HASH, SALT_BYTES } from '../../access/password-hash.ts';
import type { Token } from '../../access/token.ts';
import { refuse } from '../../domain/refusal.ts';
import type { RowChange } from '../../store/desk.ts';
import type { Account } from '../../workflow/account.ts';
import type { Session } from '../../workflow/session.ts';
import { untilUnmoved } from '../office/attempts.ts';
import { checkPassword } from './check-password.ts';
import { accountSubject, entryOf, person } from './entry.ts';
import { expiredSessions } from './expired-sessions.ts';
import type { People } from './people.ts';
import { newSession } from './sessions.ts';

/** Somebody who wants to sign in. */
export interface SignInRequest {
  readonly staffNumber: string;
  readonly password: string;
  /** Where they come from, for the back-off. */
  readonly address: string;
  /** The token that they showed, if any; it is never theirs again. */
  readonly shown: Token | null;
}

/** Somebody who has signed in. */
export interface SignedIn {
  readonly token: Token;
  readonly session: Session;
  readonly account: Account;
}

/**
 * Signs somebody in. Whether there is no such number, the password is wrong or the account is locked, text and time are the
 * same.
 * @throws Refusal `signInFailed`; `signInTooSoon` with the seconds to wait, `signInBusy`: then nothing was looked at
 */
export async function signIn(people: People, request: SignInRequest): Promise<SignedIn> {
  const staffNumber = request.staffNumber.toUpperCase();
  const account = await rightAccount(people, staffNumber, request);
  if (account === null) return failed(people, staffNumber);
  const strong = await strongerHash(people, account, request.password);
  return untilUnmoved(async () => {
    // What stands now, and not before the hash was made: a lock or another password in between counts.
    const held = await people.desk.row('accounts', staffNumber);
    if (held === null || held.row.locked || held.row.epoch !== account.epoch) return failed(people, staffNumber);
    const begun = await newSession(people, held.row, request.shown);
    const rehashed: readonly RowChange[] =
      strong === null
        ? []
        : [{ table: 'accounts', id: staffNumber, expects: held.revision, row: { ...held.row, password: strong } }];
    const entry = entryOf(people, person(staffNumber), 'session.begun', accountSubject(staffNumber));
    const expired = await expiredSessions(people, staffNumber);
    const rows = [...begun.rows, ...rehashed, ...expired.rows];
    await people.desk.act({ audit: [entry, ...expired.audit], rows });
    people.lives.begin(begun.id);
    people.backOff.succeeded(staffNumber, request.address);
    return { token: begun.token, session: begun.session, account: held.row };
  });
}

/** The account whose password it is; null where there is none, or it may not sign in. Takes as long either way. */
async function rightAccount(people: People, staffNumber: string, request: SignInRequest): Promise<Account | null> {
  const account = (await people.desk.row('accounts', staffNumber))?.row ?? null;
  const isRight = await checkPassword(people, { ...request, staffNumber }, account?.password ?? NOBODYS_HASH);
  return isRight && account !== null && account.password !== null && !account.locked ? account : null;
}

/** The hash in today's strength of a password that is kept in less; null where there is nothing to do. */
async function strongerHash({ hashing, scrypt, random }: People, { password: kept }: Account, password: string) {
  if (kept === null || !isWeak(kept)) return null;
  return hashing.pass(() => hashPassword(scrypt, password, random(SALT_BYTES)));
}

async function failed(people: People, staffNumber: string): Promise<never> {
  const account = await people.desk.row('accounts', staffNumber);
  people.strangers.refused('signInFailed', account === null ? undefined : staffNumber);
  return refuse('signInFailed');
}
