import type { Person } from '../../access/identify.ts';
import { passwordFault } from '../../access/password.ts';
import { hashPassword, SALT_BYTES } from '../../access/password-hash.ts';
import { hashOfToken, isToken, type Token } from '../../access/token.ts';
import { Refusal, refuse } from '../../domain/refusal.ts';
import type { Held } from '../../store/desk.ts';
import { type Account, isInvited, type PasswordHash } from '../../workflow/account.ts';
import { checkPassword } from './check-password.ts';
import { accountSubject, entryOf, person } from './entry.ts';
import type { People } from './people.ts';
import { newSession, removed, sessionsOf } from './sessions.ts';
import type { SignedIn } from './sign-in.ts';

/**
 * Gives somebody who has signed in another password. All their sessions end, here and elsewhere; a new one begins.
 * @param address where they come from: whoever took over a session may not try passwords at leisure
 * @throws Refusal `passwordWrong` for the present one; what {@link newHash} refuses; `signInTooSoon`, `signInBusy`
 */
export async function changePassword(
  people: People,
  { staffNumber }: Person,
  { current, next }: { readonly current: string; readonly next: string },
  address: string,
): Promise<SignedIn> {
  const held = (await people.desk.row('accounts', staffNumber)) ?? refuse('sessionEnded');
  const kept = held.row.password ?? refuse('passwordWrong');
  if (!(await checkPassword(people, { staffNumber, address, password: current }, kept))) refuse('passwordWrong');
  people.backOff.succeeded(staffNumber, address);
  if (current === next) throw new Refusal([fault('passwordSame', '/next')]);
  const password = await newHash(people, next, held.row, '/next');
  const account: Account = { ...held.row, password, invitation: null, epoch: held.row.epoch + 1 };
  const begun = await newSession(people, account, null);
  const entry = entryOf(people, person(staffNumber), 'password.changed', accountSubject(staffNumber));
  await people.desk.act({ audit: [entry], rows: [accountRow(held, account), ...begun.rows] });
  people.lives.begin(begun.id);
  return { token: begun.token, session: begun.session, account };
}

/**
 * Lets somebody who was invited choose their password. It works once; all sessions there may have been end.
 * @throws Refusal `invitationUnknown`; what {@link newHash} refuses, and then the invitation is still good
 */
export async function acceptInvitation(
  people: People,
  { token, password }: { readonly token: Token; readonly password: string },
): Promise<Account> {
  const held = await invited(people, token);
  const kept = await newHash(people, password, held.row, '/password');
  const account: Account = { ...held.row, password: kept, invitation: null, epoch: held.row.epoch + 1 };
  const { staffNumber } = account;
  const sessions = await sessionsOf(people, staffNumber);
  const entry = entryOf(people, person(staffNumber), 'invitation.accepted', accountSubject(staffNumber));
  // Of two who have the link only the first gets through: the second finds the account moved on.
  await people.desk.act({ audit: [entry], rows: [accountRow(held, account), ...removed(sessions)] });
  return account;
}

/**
 * The hash of a password that may be chosen.
 * @param pointer where the password stood in the request
 * @throws Refusal `passwordTooShort`, `passwordTooLong`, `passwordTellsWho`, `passwordCommon`; `signInBusy`
 */
export async function newHash(
  { hashing, scrypt, random }: People,
  password: string,
  whose: Pick<Account, 'staffNumber' | 'name'>,
  pointer: string,
): Promise<PasswordHash> {
  const found = passwordFault(password, whose);
  if (found !== null) throw new Refusal([{ ...found, severity: 'error', at: { pointer } }]);
  return hashing.pass(() => hashPassword(scrypt, password, random(SALT_BYTES)));
}

async function invited(people: People, token: Token): Promise<Held<Account>> {
  const hash = isToken(token) ? hashOfToken(token) : null;
  const held = (await people.desk.rows('accounts')).find(({ row }) => row.invitation?.hash === hash);
  const isGood = hash !== null && held !== undefined && !held.row.locked && isInvited(held.row, people.now());
  if (isGood) return held;
  people.strangers.refused('invitationUnknown');
  return refuse('invitationUnknown');
}

function accountRow({ id, revision }: Held<Account>, row: Account) {
  return { table: 'accounts', id, expects: revision, row } as const;
}

function fault(code: string, pointer: string) {
  return { code, severity: 'error', args: {}, at: { pointer } } as const;
}
