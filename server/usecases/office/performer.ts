import type { Act } from '../../access/acts.ts';
import { allowed, isAllowed } from '../../access/allowed.ts';
import type { Identity } from '../../access/identify.ts';
import { Refusal, refuse } from '../../domain/refusal.ts';
import type { RowLookedAt } from '../../store/desk.ts';
import type { Actor, AuditEntry, AuditValue, Subject } from '../../workflow/audit-entry.ts';
import type { Grant, Role, StaffNumber } from '../../workflow/roles.ts';
import type { Office } from './office.ts';

/** Somebody who does something, with the rights that their account has at this moment. */
export interface Performer {
  readonly staffNumber: StaffNumber;
  readonly grants: readonly Grant[];
  /** Their account as it was looked at: an act by rights that have been taken away meanwhile is not done. */
  readonly looked: readonly [RowLookedAt];
}

/**
 * The person who asks, read anew.
 * @throws Refusal `personNeeded` where nobody is signed in, or the account is locked or gone
 */
export async function performerOf({ desk }: Office, identity: Identity): Promise<Performer> {
  if (identity.kind !== 'person') return refuse('personNeeded');
  const account = await desk.row('accounts', identity.staffNumber);
  if (account === null || account.row.locked) return refuse('personNeeded');
  return {
    staffNumber: identity.staffNumber,
    grants: account.row.grants,
    looked: [{ table: 'accounts', id: identity.staffNumber, expects: account.revision }],
  };
}

/**
 * The role in which somebody may do something in a jurisdiction.
 * @param roles the only roles that count; all unless given
 * @throws Refusal `hidden`, `roleMayNot`
 */
export async function roleFor(
  office: Office,
  performer: Performer,
  act: Act,
  jurisdiction: string,
  roles?: readonly Role[],
): Promise<Role> {
  const answer = await mayAs(office, performer, act, jurisdiction, roles);
  return typeof answer === 'string' ? answer : refuseWith(answer);
}

/** Whether somebody may do something in a jurisdiction, see {@link roleFor}. */
export async function may(
  office: Office,
  performer: Performer,
  act: Act,
  jurisdiction: string,
  roles?: readonly Role[],
): Promise<boolean> {
  return typeof (await mayAs(office, performer, act, jurisdiction, roles)) === 'string';
}

async function mayAs(
  { book }: Office,
  { staffNumber, grants }: Performer,
  act: Act,
  code: string,
  roles?: readonly Role[],
) {
  const own = roles === undefined ? grants : grants.filter(({ role }) => roles.includes(role));
  const identity: Identity = { kind: 'person', staffNumber, grants: own, session: '' };
  const answer = allowed(identity, act, code, await book.registry());
  return isAllowed(answer) ? answer.as : answer;
}

function refuseWith(finding: Exclude<Awaited<ReturnType<typeof mayAs>>, Role>): never {
  throw new Refusal([finding]);
}

/** An audit line of a person's act. */
export function entryOf(
  office: Office,
  { staffNumber }: Performer,
  role: Role | null,
  what: {
    readonly act: string;
    readonly on: Subject;
    readonly before?: AuditValue;
    readonly after?: AuditValue;
    readonly reason?: string;
  },
): AuditEntry {
  const by: Actor = { kind: 'person', staffNumber, role };
  const { act, on, before = null, after = null, reason = null } = what;
  return { at: office.now().toISOString(), by, act, on, before, after, reason };
}

/** An audit line of what the program does by itself, in consequence of somebody's act. */
export function ownEntry(office: Office, what: Omit<AuditEntry, 'at' | 'by'>): AuditEntry {
  return { at: office.now().toISOString(), by: { kind: 'system' }, ...what };
}
