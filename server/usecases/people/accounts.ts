import type { Person } from '../../access/identify.ts';
import { hashOfToken, TOKEN_BYTES, type Token, tokenFrom } from '../../access/token.ts';
import { refuse } from '../../domain/refusal.ts';
import { inShort } from '../../rulesets/words.ts';
import type { Held } from '../../store/desk.ts';
import { type Account, INVITATION } from '../../workflow/account.ts';
import type { Actor } from '../../workflow/audit-entry.ts';
import type { Grant, StaffNumber } from '../../workflow/roles.ts';
import { untilUnmoved } from '../office/attempts.ts';
import { accountSubject, accountValue, entryOf, person } from './entry.ts';
import type { People } from './people.ts';
import { standingAdministrator } from './standing-administrator.ts';

/** The one-time secret by which somebody chooses their password; shown once to whoever invites. */
export interface Invitation {
  readonly token: Token;
  /** ISO 8601 instant, UTC. */
  readonly expires: string;
}

/** An account as it stands after an act, and the invitation where one was made. */
export interface ChangedAccount {
  readonly held: Held<Account>;
  readonly invitation: Invitation | null;
}

/** All accounts, in the order of their staff numbers. */
export function accounts({ desk }: People): Promise<readonly Held<Account>[]> {
  return desk.rows('accounts');
}

/** An account. @throws Refusal `accountUnknown` */
export async function account({ desk }: Pick<People, 'desk'>, staffNumber: StaffNumber): Promise<Held<Account>> {
  return (await desk.row('accounts', staffNumber)) ?? refuse('accountUnknown', { staffNumber: inShort(staffNumber) });
}

/** Who somebody new is. */
export interface NewAccount {
  readonly staffNumber: StaffNumber;
  readonly name: string;
  readonly grants: readonly Grant[];
}

/**
 * Makes an account, with an invitation for its person.
 * @throws Refusal `accountExists`: a staff number is one person's for good; `personNeeded` where who makes it may no more
 */
export function createAccount(
  people: Pick<People, 'desk' | 'now' | 'random'>,
  by: Actor,
  { staffNumber, name, grants }: NewAccount,
): Promise<ChangedAccount> {
  return untilUnmoved(async () => {
    const looked = await standingAdministrator(people, by);
    if ((await people.desk.row('accounts', staffNumber)) !== null) refuse('accountExists', { staffNumber });
    const { kept, invitation } = newInvitation(people);
    const row: Account = {
      staffNumber,
      name,
      grants,
      password: null,
      invitation: kept,
      epoch: 1,
      locked: false,
      createdAt: people.now().toISOString(),
    };
    const entry = entryOf(people, by, 'account.created', accountSubject(staffNumber), { after: accountValue(row) });
    await people.desk.act({ audit: [entry], looked, rows: [{ table: 'accounts', id: staffNumber, expects: 0, row }] });
    return { held: { id: staffNumber, revision: 1, row }, invitation };
  });
}

/** A new invitation: what is kept of it, and what is shown. */
export function newInvitation({ now, random }: Pick<People, 'now' | 'random'>) {
  const token = tokenFrom(random(TOKEN_BYTES));
  const expires = new Date(now().getTime() + INVITATION).toISOString();
  return { kept: { hash: hashOfToken(token), expires }, invitation: { token, expires } };
}

/** An administrator as an audit line names them. */
export function administrator({ staffNumber }: Person): Actor {
  return person(staffNumber, 'administrator');
}
