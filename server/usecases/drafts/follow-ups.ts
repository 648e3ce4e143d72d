import { sha256 } from '../../domain/sha256.ts';
import { isVersionOf, type VersionOf } from '../../rulesets/moved-ground.ts';
import type { RowChange } from '../../store/desk.ts';
import type { AuditEntry } from '../../workflow/audit-entry.ts';
import type { Draft } from '../../workflow/draft.ts';
import type { Task } from '../../workflow/task.ts';
import type { Office } from '../office/office.ts';
import { ownEntry } from '../office/performer.ts';
import { type Suspensions, taskRows } from '../office/suspensions.ts';
import type { LiftedDraft } from './lifted-drafts.ts';

/** Drafts and tasks that come with a publication. */
export interface FollowUps {
  readonly rows: readonly RowChange[];
  readonly draftTexts: readonly string[];
  readonly audit: readonly AuditEntry[];
}

/**
 * The tasks that a publication gives, each in the same act as the publication: those of versions that are set aside, and those
 * of counties whose figures are overtaken, with a draft from which they can go on.
 */
export function followUps(
  office: Office,
  cause: VersionOf,
  { tasks, versions }: Suspensions,
  lifted: readonly LiftedDraft[],
): FollowUps {
  const at = office.now().toISOString();
  const rows: RowChange[] = [];
  const audit: AuditEntry[] = [];
  for (const one of lifted) {
    const suspended = versions.findIndex((version) => isVersionOf(version, one));
    const task = office.newId();
    const draft = office.newId();
    const row: Task = {
      ...(suspended === -1 ? floorMoved(one, cause, at) : (tasks[suspended] ?? floorMoved(one, cause, at))),
      standards: one.standards,
      draft,
    };
    rows.push({ table: 'tasks', id: task, expects: 0, row });
    rows.push({ table: 'drafts', id: draft, expects: 0, row: draftOf(one, task, at) });
    const on = { kind: 'drafts', id: draft, jurisdiction: one.jurisdiction };
    const after = { textHash: sha256(one.text), task, standards: one.standards };
    audit.push(ownEntry(office, { act: 'draft.created', on, before: null, after, reason: null }));
  }
  const others = tasks.filter((_, index) => !lifted.some((one) => isVersionOf(one, versions[index] ?? cause)));
  return { rows: [...rows, ...taskRows(office, others)], draftTexts: lifted.map(({ text }) => text), audit };
}

function floorMoved({ jurisdiction, version }: LiftedDraft, cause: VersionOf, at: string): Task {
  return {
    ...{ jurisdiction, kind: 'floorMoved', createdAt: at, version },
    cause: { jurisdiction: cause.jurisdiction, version: cause.version },
    ...{ for: [], standards: [], draft: null, doneAt: null, doneBy: null },
  };
}

/** Written by the program: whoever goes on with it becomes its writer, and whoever submits it as it is answers for it. */
function draftOf({ jurisdiction, version, digest, text }: LiftedDraft, task: string, at: string): Draft {
  const textHash = sha256(text);
  return {
    ...{ jurisdiction, kind: 'Override', state: 'draft', createdAt: at, createdBy: 'dixian', textHash },
    origin: { kind: 'overtaken', version, digest, task },
    writers: [],
    edits: [{ by: 'dixian', at, textHash, revision: 1 }],
    ...{ submission: null, approvals: [], gates: [], comments: [], returns: [], looked: [], publication: null },
    last: { by: 'dixian', at, act: 'draft.created' },
  };
}
