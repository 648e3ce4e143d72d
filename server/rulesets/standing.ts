import type { PublicationRecord } from './publication.ts';

/** How a published version stands: it counts, is set aside until its ground has been looked at, or is taken back for good. */
export type Standing = 'standing' | 'suspended' | 'revoked';

/**
 * How a version stands, as known at an instant; the last of its events tells, by their sequence and not by their clock.
 * @param known milliseconds since 1970; everything that has happened counts, where it is left out
 */
export function standingOf({ events = [] }: PublicationRecord, known?: number): Standing {
  if (events.length === 0) return 'standing';
  const last = events.findLast(({ at }) => known === undefined || Date.parse(at) <= known);
  return last === undefined || last.kind === 'resumed' ? 'standing' : last.kind;
}

/** Whether a version counts for what is in force: published by then, and neither suspended nor revoked. */
export function counts(record: PublicationRecord, known?: number): boolean {
  if (known !== undefined && Date.parse(record.publishedAt) > known) return false;
  return standingOf(record, known) === 'standing';
}
