import type { Identity } from '../../access/identify.ts';
import type { Held } from '../../store/desk.ts';
import type { Task } from '../../workflow/task.ts';
import { newestOf } from '../office/newest.ts';
import type { Office } from '../office/office.ts';
import { may, performerOf } from '../office/performer.ts';
import type { Page, PageRequest } from '../page.ts';

/**
 * Tasks of the places that somebody works for, the newest first.
 * @param open true: only those that are not done
 * @throws Refusal `personNeeded`, `pageLimit`, `pageCursor`
 */
export async function listTasks(
  office: Office,
  identity: Identity,
  { open, ...request }: PageRequest & { readonly open: boolean },
): Promise<Page<Held<Task>>> {
  const performer = await performerOf(office, identity);
  const own: Held<Task>[] = [];
  for (const held of await office.desk.rows('tasks')) {
    if (open && held.row.doneAt !== null) continue;
    if (await may(office, performer, 'task.read', held.row.jurisdiction)) own.push(held);
  }
  return newestOf(own, ({ row }) => row.createdAt, request);
}
