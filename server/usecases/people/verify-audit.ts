import type { Finding } from '../../domain/finding.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type AuditHead, holdTo, TRAIL_FAULTS } from '../../store/audit-trail.ts';
import type { People } from './people.ts';

/** What came of reading a trail from its first line to its last. */
export interface VerifiedAudit {
  /** Where it ends. */
  readonly head: AuditHead;
  /** What is not as it was written; empty where every line is, and the noted end is on it. */
  readonly faults: readonly Finding[];
}

/**
 * Holds every line of the trail to the chain, and the trail to an end that was noted elsewhere.
 * @param noted null where none was
 */
export async function verifyAudit({ desk }: Pick<People, 'desk'>, noted: AuditHead | null): Promise<VerifiedAudit> {
  const { audit } = desk;
  const { head } = audit;
  try {
    for await (const { line } of audit.read()) if (line >= head.lines) break;
    if (noted !== null) await holdTo(audit, noted);
    return { head, faults: [] };
  } catch (error) {
    if (!(error instanceof Refusal) || !TRAIL_FAULTS.includes(error.code)) throw error;
    return { head, faults: error.findings };
  }
}
