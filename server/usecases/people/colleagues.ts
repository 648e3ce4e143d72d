import type { Identity } from '../../access/identify.ts';
import type { Office } from '../office/office.ts';
import { may, type Performer, performerOf } from '../office/performer.ts';

/** Somebody by number and name. */
export interface Colleague {
  readonly staffNumber: string;
  readonly name: string;
}

/**
 * Who is behind the staff numbers on the drafts that the one who asks may read: themselves, and everybody who may write,
 * comment on or approve a draft in a place whose drafts they may read; also who has been locked since. Of people of other
 * counties nothing is told.
 * @returns in the order of their staff numbers
 * @throws Refusal `personNeeded`
 */
export async function colleaguesOf(office: Office, identity: Identity): Promise<readonly Colleague[]> {
  const asker = await performerOf(office, identity);
  const found: Colleague[] = [];
  for (const { row } of await office.desk.rows('accounts')) {
    const { staffNumber, name } = row;
    if (staffNumber === asker.staffNumber || (await meet(office, asker, row))) found.push({ staffNumber, name });
  }
  return found;
}

/** Whether there is a place where one may read drafts and the other has a part in them: it is a place that one of them is of. */
async function meet(
  office: Office,
  reader: Performer,
  { staffNumber, grants }: Pick<Performer, 'staffNumber' | 'grants'>,
): Promise<boolean> {
  const other: Performer = { ...reader, staffNumber, grants };
  const places = new Set([...reader.grants, ...grants].flatMap(({ jurisdiction }) => jurisdiction ?? []));
  for (const place of places) {
    if (!(await may(office, other, 'draft.comment', place))) continue;
    if (await may(office, reader, 'draft.read', place)) return true;
  }
  return false;
}
