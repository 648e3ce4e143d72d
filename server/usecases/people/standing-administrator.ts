import type { Person } from '../../access/identify.ts';
import { refuse } from '../../domain/refusal.ts';
import type { RowLookedAt } from '../../store/desk.ts';
import type { Actor } from '../../workflow/audit-entry.ts';
import type { People } from './people.ts';

/**
 * The account of the administrator who does something, as it is looked at now: an act by rights that are taken away before its
 * turn comes is refused by the store, and decided anew. What the program does by itself looks at nobody.
 * @throws Refusal `personNeeded` where the account is locked, gone, or no administrator's any more
 */
export async function standingAdministrator(
  { desk }: Pick<People, 'desk'>,
  by: Person | Actor,
): Promise<readonly RowLookedAt[]> {
  if (by.kind !== 'person') return [];
  const held = await desk.row('accounts', by.staffNumber);
  if (held === null || held.row.locked || !held.row.grants.some(({ role }) => role === 'administrator'))
    return refuse('personNeeded');
  return [{ table: 'accounts', id: by.staffNumber, expects: held.revision }];
}
