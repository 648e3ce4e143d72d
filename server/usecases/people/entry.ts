import type { Account } from '../../workflow/account.ts';
import type { Actor, AuditEntry, AuditValue, Subject } from '../../workflow/audit-entry.ts';
import type { Role, StaffNumber } from '../../workflow/roles.ts';
import type { People } from './people.ts';

/** A person as an audit line names them. */
export function person(staffNumber: StaffNumber, role: Role | null = null): Actor {
  return { kind: 'person', staffNumber, role };
}

/** An audit line about accounts, sessions or keys. */
export function entryOf(
  { now }: Pick<People, 'now'>,
  by: Actor,
  act: string,
  on: Subject | null,
  { before = null, after = null }: { readonly before?: AuditValue; readonly after?: AuditValue } = {},
): AuditEntry {
  return { at: now().toISOString(), by, act, on, before, after, reason: null };
}

/** An account as what was done to. */
export function accountSubject(staffNumber: StaffNumber): Subject {
  return { kind: 'accounts', id: staffNumber };
}

/** What an audit line holds of an account: never the password nor the invitation, only that there is one. */
export function accountValue({ name, grants, locked, password, invitation }: Account): AuditValue {
  return {
    name,
    grants: grants.map(({ role, jurisdiction }) => ({ role, jurisdiction })),
    locked,
    passwordSet: password !== null,
    invitedUntil: invitation?.expires ?? null,
  };
}
