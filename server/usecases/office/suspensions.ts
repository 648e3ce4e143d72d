import { shanghaiDate } from '../../domain/dates.ts';
import { movedVersions, type VersionOf } from '../../rulesets/moved-ground.ts';
import type { PublicationRecord } from '../../rulesets/publication.ts';
import type { RowChange, VersionChange } from '../../store/desk.ts';
import type { AuditEntry } from '../../workflow/audit-entry.ts';
import type { Task } from '../../workflow/task.ts';
import type { Office } from './office.ts';
import { ownEntry } from './performer.ts';
import { placesOf } from './places.ts';

/** Versions that are set aside in the same act as what moved their ground, with tasks for those who made them. */
export interface Suspensions {
  readonly versions: readonly PublicationRecord[];
  readonly versionChanges: readonly VersionChange[];
  readonly tasks: readonly Task[];
  readonly audit: readonly AuditEntry[];
}

/**
 * What has to be set aside because of what is about to happen.
 * @param after publications with what is about to happen
 */
export async function suspensionsBy(
  office: Office,
  before: readonly PublicationRecord[],
  after: readonly PublicationRecord[],
  { jurisdiction, version }: VersionOf,
): Promise<Suspensions> {
  const at = office.now().toISOString();
  const cause = { jurisdiction, version };
  const reason = `${jurisdiction} ${version}`;
  const places = placesOf(await office.book.registry());
  const versions = movedVersions(before, after, places, shanghaiDate(office.now()));
  return {
    versions,
    versionChanges: versions.map((one) => ({
      ...{ jurisdiction: one.jurisdiction, version: one.version, kind: 'suspended' },
      ...{ at, by: 'dixian', reason },
    })),
    tasks: versions.map((one) => ({
      ...{ jurisdiction: one.jurisdiction, kind: 'versionSuspended', createdAt: at, version: one.version, cause },
      ...{ for: peopleOf(one), standards: [], draft: null, doneAt: null, doneBy: null },
    })),
    audit: versions.map((one) =>
      ownEntry(office, {
        act: 'version.suspended',
        on: { kind: 'ruleSet', id: `${one.jurisdiction}@${one.version}`, jurisdiction: one.jurisdiction },
        before: { standing: 'standing', digest: one.digest },
        after: { standing: 'suspended' },
        reason,
      }),
    ),
  };
}

/** Tasks as new rows. */
export function taskRows(office: Office, tasks: readonly Task[]): readonly RowChange[] {
  return tasks.map((row) => ({ table: 'tasks', id: office.newId(), expects: 0, row }));
}

/** Who wrote, approved and published a version. */
function peopleOf({ review, publishedBy }: PublicationRecord): readonly string[] {
  if (review === undefined) return [];
  return [...new Set([...review.writers, ...review.approvals.map(({ by }) => by), publishedBy])];
}
