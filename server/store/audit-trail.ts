import { refuse } from '../domain/refusal.ts';
import type { AuditEntry } from '../workflow/audit-entry.ts';

/** An entry in its place in the chain. */
export interface AuditLine {
  /** Counts from 1 without a gap. */
  readonly line: number;
  /** The act it belongs to, counted from 1. */
  readonly commit: number;
  /** sha256 over the hash before it and this line. */
  readonly hash: string;
  readonly entry: AuditEntry;
}

/** Where a chain ends: kept elsewhere, it tells a later reader whether the trail was cut. */
export interface AuditHead {
  /** Lines there are. */
  readonly lines: number;
  /** The last line's hash; of an empty trail 64 zeros. */
  readonly hash: string;
}

/** What was done, line after line; only ever added to. */
export interface AuditTrail {
  readonly head: AuditHead;
  /**
   * Lines in their order, read as they are asked for.
   * @param from the number of the first
   * @throws Refusal `auditDamaged` at the first line that is not what was written
   */
  read(from?: number): AsyncIterable<AuditLine>;
}

/** What a trail can be found to be other than it was: damaged in the middle, cut, added to, another one, or of other rows than there are. */
export const TRAIL_FAULTS: readonly string[] = [
  'auditDamaged',
  'auditCut',
  'auditAdded',
  'deskRowForeign',
  'headNotReached',
  'headOther',
];

/**
 * Whether a trail goes through a place that was noted elsewhere.
 * @throws Refusal `headNotReached` where it ends before it; `headOther` where it goes elsewhere; `auditDamaged`
 */
export async function holdTo(audit: AuditTrail, { lines, hash }: AuditHead): Promise<void> {
  if (audit.head.lines < lines) refuse('headNotReached', { lines, found: audit.head.lines });
  if (lines === 0) return;
  for await (const line of audit.read(lines)) {
    if (line.hash !== hash) refuse('headOther', { lines });
    return;
  }
}
