import type { Identity } from '../access/identify.ts';
import type { ApprovingRole } from '../workflow/draft.ts';
import type { HeldDraft } from './drafts/change-draft.ts';
import { needsOf } from './drafts/read.ts';
import { newestOf } from './office/newest.ts';
import type { Office } from './office/office.ts';
import { may, type Performer, performerOf } from './office/performer.ts';
import type { Page, PageRequest } from './page.ts';

/** A draft that waits for somebody. */
export interface Review {
  readonly held: HeldDraft;
  readonly waitsFor: 'approval' | 'publication';
  /** The role in which they can give the approval; null for a publication. */
  readonly as: ApprovingRole | null;
}

/**
 * What waits for the one who asks: submissions that they may approve and have not, and approved ones that they may publish.
 * Nothing that they wrote any part of is among them.
 * @throws Refusal `personNeeded`, `pageLimit`, `pageCursor`
 */
export async function reviewsFor(office: Office, identity: Identity, request: PageRequest): Promise<Page<Review>> {
  const performer = await performerOf(office, identity);
  const waiting = new Map<HeldDraft, Review>();
  for (const held of await office.desk.rows('drafts')) {
    const review = await reviewOf(office, performer, held);
    if (review !== null) waiting.set(held, review);
  }
  const page = newestOf([...waiting.keys()], ({ row }) => row.submission?.at ?? row.createdAt, request);
  return { ...page, items: page.items.flatMap((held) => waiting.get(held) ?? []) };
}

async function reviewOf(office: Office, performer: Performer, held: HeldDraft): Promise<Review | null> {
  const { state, writers, approvals, jurisdiction } = held.row;
  const { staffNumber } = performer;
  if ((state !== 'submitted' && state !== 'approved') || writers.includes(staffNumber)) return null;
  const { missing } = needsOf(held, office.now());
  if (!approvals.some(({ by }) => by === staffNumber)) {
    for (const { as } of missing) {
      if (await may(office, performer, 'draft.approve', jurisdiction, [as])) return { held, waitsFor: 'approval', as };
    }
  }
  if (missing.length > 0 || !(await may(office, performer, 'draft.publish', jurisdiction))) return null;
  return { held, waitsFor: 'publication', as: null };
}
