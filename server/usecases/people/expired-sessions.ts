import type { RowChange } from '../../store/desk.ts';
import type { AuditEntry } from '../../workflow/audit-entry.ts';
import { accountSubject, entryOf } from './entry.ts';
import type { People } from './people.ts';
import { isExpired, removed } from './sessions.ts';

/** Expired sessions that go with one act: so few that nobody's sign-in waits for them. */
const MOST_AT_ONCE = 20;

/**
 * Sessions of other people that nobody came back to: they go with the act of whoever signs in, each with its line. Those that
 * are still going by the clock that only rises stay, whatever date it is.
 * @param staffNumber who signs in; their own sessions are seen to otherwise
 */
export async function expiredSessions(
  people: People,
  staffNumber: string,
): Promise<{ readonly rows: readonly RowChange[]; readonly audit: readonly AuditEntry[] }> {
  const expired = (await people.desk.rows('sessions'))
    .filter(({ id, row }) => row.staffNumber !== staffNumber && isExpired(people, id, row))
    .slice(0, MOST_AT_ONCE);
  return {
    rows: removed(expired),
    audit: expired.map(({ row }) =>
      entryOf(people, { kind: 'system' }, 'session.expired', accountSubject(row.staffNumber)),
    ),
  };
}
