import type { RuleSource } from '../rulesets/publication.ts';
import { storeEntry } from '../workflow/audit-entry.ts';
import type { Store } from './store.ts';

/**
 * At first start, publishes what a folder holds, under the folder's numbers (a first text is 1.0.0), in one step. A store
 * that holds anything already is left as it is, so that an upgrade never alters what has been published.
 * @param at ISO 8601 instant of the publication
 * @returns how many texts were published
 */
export async function seed(store: Store, source: RuleSource, { by, at }: { by: string; at: string }): Promise<number> {
  if (store.records().length > 0) return 0;
  const publications = await Promise.all(
    source.records().map(async (record) => ({ text: await source.text(record), version: record.version, by, at })),
  );
  const [jurisdictions, typicalClaims] = [await source.jurisdictions(), await source.typicalClaims()];
  if (publications.length + jurisdictions.length + typicalClaims.length === 0) return 0;
  await store.act({
    audit: [storeEntry(at, 'store.seeded', { texts: publications.length })],
    publications,
    jurisdictions,
    typicalClaims,
    sequence: 0,
  });
  return publications.length;
}
