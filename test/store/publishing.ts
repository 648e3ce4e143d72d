import type { PublicationRecord } from '../../server/rulesets/publication.ts';
import type { Publication, Store } from '../../server/store/store.ts';
import type { AuditEntry } from '../../server/workflow/audit-entry.ts';

/** An audit entry of somebody made up. */
export function entry(act: string, more: Partial<AuditEntry> = {}): AuditEntry {
  const by = { kind: 'person', staffNumber: 'T-001', role: 'cityReviewer' } as const;
  return { at: '2019-01-01T00:00:00Z', by, act, on: null, before: null, after: null, reason: null, ...more };
}

/** Publishes a text without a review, as a store is begun. */
export async function publish(store: Store, publication: Publication): Promise<PublicationRecord> {
  const [record] = await publishAll(store, [publication]);
  if (record === undefined) throw new RangeError('one publication has one record');
  return record;
}

/** Publishes texts, and takes in texts that stand beside them, in one act. */
export async function publishAll(
  store: Store,
  publications: readonly Publication[],
  jurisdictions: readonly string[] = [],
  typicalClaims: readonly string[] = [],
): Promise<readonly PublicationRecord[]> {
  const act = { audit: [entry('store.seeded')] as const, publications, jurisdictions, typicalClaims };
  return (await store.act(act)).publications;
}

/** Takes in a text that says who is who. */
export async function putJurisdictions(store: Store, text: string): Promise<void> {
  await publishAll(store, [], [text]);
}

/** Takes in a text of typical claims. */
export async function putTypicalClaims(store: Store, text: string): Promise<void> {
  await publishAll(store, [], [], [text]);
}
