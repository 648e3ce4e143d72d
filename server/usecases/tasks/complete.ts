import { HIDDEN } from '../../access/allowed.ts';
import type { Identity } from '../../access/identify.ts';
import { Refusal, refuse } from '../../domain/refusal.ts';
import type { Held } from '../../store/desk.ts';
import type { Task } from '../../workflow/task.ts';
import type { Office } from '../office/office.ts';
import { atOneInstant } from '../office/one-instant.ts';
import { entryOf, performerOf, roleFor } from '../office/performer.ts';

/**
 * Says that a task has been seen to.
 * @throws Refusal `personNeeded`, `hidden`, `roleMayNot`; `taskDone`; what the store refuses
 */
export function completeTask(given: Office, identity: Identity, id: string): Promise<Held<Task>> {
  return atOneInstant(given, async (office) => {
    const performer = await performerOf(office, identity);
    const held = await office.desk.row('tasks', id);
    if (held === null) throw new Refusal([HIDDEN]);
    const { row, revision } = held;
    const role = await roleFor(office, performer, 'task.close', row.jurisdiction);
    if (row.doneAt !== null) refuse('taskDone', { by: row.doneBy, at: row.doneAt });
    const done: Task = { ...row, doneAt: office.now().toISOString(), doneBy: performer.staffNumber };
    const on = { kind: 'tasks', id, jurisdiction: row.jurisdiction };
    await office.desk.act({
      audit: [entryOf(office, performer, role, { act: 'task.completed', on, after: { kind: row.kind } })],
      looked: performer.looked,
      rows: [{ table: 'tasks', id, expects: revision, row: done }],
    });
    return { id, revision: revision + 1, row: done };
  });
}
