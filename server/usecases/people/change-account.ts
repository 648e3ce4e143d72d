import type { Person } from '../../access/identify.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Held, RowChange } from '../../store/desk.ts';
import type { Account } from '../../workflow/account.ts';
import type { StaffNumber } from '../../workflow/roles.ts';
import { untilUnmoved } from '../office/attempts.ts';
import type { AccountChange } from './account-request.ts';
import { account, administrator, type ChangedAccount, newInvitation } from './accounts.ts';
import { accountSubject, accountValue, entryOf } from './entry.ts';
import type { People } from './people.ts';
import { removed, sessionsOf } from './sessions.ts';
import { standingAdministrator } from './standing-administrator.ts';

/** What nobody changes about themselves, administrator or not. */
const NOT_OWN = ['grants', 'locked', 'invite'] as const;

/**
 * Changes an account: name, grants, lock, a new invitation. What is taken away is gone with the next request of that person; a
 * lock ends their sessions, and comes last: whoever is locked has no invitation, one that was asked for with it neither.
 * @param revision of the account, as it was looked at
 * @throws Refusal `accountUnknown`, `ownAccount`, `revisionMoved`, `lastAdministrator`; `personNeeded` where who changes it may no more
 */
export function changeAccount(
  people: People,
  by: Person,
  staffNumber: StaffNumber,
  change: AccountChange,
  revision: number,
): Promise<ChangedAccount> {
  return untilUnmoved(async () => {
    const looked = await standingAdministrator(people, by);
    const held = await account(people, staffNumber);
    const own = NOT_OWN.filter((field) => change[field] !== undefined);
    if (staffNumber === by.staffNumber && own.length > 0) refuse('ownAccount', { fields: own.join(', ') });
    if (held.revision !== revision) refuse('revisionMoved', { revision: held.revision });
    const isLocked = change.locked ?? held.row.locked;
    const made = change.invite === true && !isLocked ? newInvitation(people) : null;
    const row = changed(held.row, change, made?.kept ?? null);
    const rows: readonly RowChange[] = [
      { table: 'accounts', id: staffNumber, expects: revision, row },
      ...(row.epoch === held.row.epoch ? [] : removed(await sessionsOf(people, staffNumber))),
      ...(isAdministrator(held.row) && !isAdministrator(row) ? [await stillThere(people, by)] : []),
    ];
    const values = { before: accountValue(held.row), after: accountValue(row) };
    const entry = entryOf(people, administrator(by), 'account.changed', accountSubject(staffNumber), values);
    await people.desk.act({ audit: [entry], looked, rows });
    return { held: { id: staffNumber, revision: revision + 1, row }, invitation: made?.invitation ?? null };
  });
}

function changed(before: Account, change: AccountChange, invitation: Account['invitation']): Account {
  const locked = change.locked ?? before.locked;
  return {
    ...before,
    name: change.name ?? before.name,
    grants: change.grants ?? before.grants,
    locked,
    // Whoever is locked out has no open door left; one who is let in again is invited anew if need be.
    invitation: invitation ?? (locked ? null : before.invitation),
    epoch: before.epoch + (locked && !before.locked ? 1 : 0),
  };
}

/** Somebody who can sign in and make accounts. */
function isAdministrator({ grants, locked, password }: Account): boolean {
  return !locked && password !== null && grants.some(({ role }) => role === 'administrator');
}

/**
 * The account of the administrator who takes another away, written as it stands: of two who take away each other only one
 * succeeds, and so one is always left.
 * @throws Refusal `lastAdministrator` where they are none any more
 */
async function stillThere({ desk }: People, { staffNumber }: Person): Promise<RowChange> {
  const own: Held<Account> | null = await desk.row('accounts', staffNumber);
  if (own === null || !isAdministrator(own.row)) return refuse('lastAdministrator');
  return { table: 'accounts', id: staffNumber, expects: own.revision, row: own.row };
}
