import type { Identity } from '../../access/identify.ts';
import type { DraftState } from '../../workflow/draft.ts';
import { sentBack } from '../../workflow/sent-back.ts';
import { newestOf } from '../office/newest.ts';
import type { Office } from '../office/office.ts';
import { may, performerOf } from '../office/performer.ts';
import type { Page, PageRequest } from '../page.ts';
import type { HeldDraft } from './change-draft.ts';

/** Which drafts are asked for. */
export interface DraftsAsked extends PageRequest {
  readonly jurisdiction?: string;
  readonly state?: DraftState;
  /** Only those that were sent back and not submitted again (true), or only the others; all unless given. */
  readonly sentBack?: boolean;
}

/**
 * Drafts that somebody may read, the last begun first.
 * @throws Refusal `personNeeded`, `pageLimit`, `pageCursor`
 */
export async function listDrafts(office: Office, identity: Identity, asked: DraftsAsked): Promise<Page<HeldDraft>> {
  const performer = await performerOf(office, identity);
  const codes = asked.jurisdiction === undefined ? null : (await office.book.registry()).sameAs(asked.jurisdiction);
  const wanted = (await office.desk.rows('drafts')).filter(
    ({ row }) =>
      (codes === null || codes.includes(row.jurisdiction)) &&
      (asked.state === undefined || row.state === asked.state) &&
      (asked.sentBack === undefined || (sentBack(row) !== null) === asked.sentBack),
  );
  const readable: HeldDraft[] = [];
  for (const held of wanted) if (await may(office, performer, 'draft.read', held.row.jurisdiction)) readable.push(held);
  return newestOf(readable, ({ row }) => row.createdAt, asked);
}
