import { refuse } from '../../domain/refusal.ts';
import { inShort } from '../../rulesets/words.ts';
import type { AuditHead } from '../../store/audit-trail.ts';

/** The end of a trail as people note it down: `LINES:sha256:HEX`. */
export function headText({ lines, hash }: AuditHead): string {
  return `${lines}:${hash}`;
}

/** What somebody noted down. @throws Refusal `auditHeadMalformed` */
export function headIn(text: string): AuditHead {
  const [, lines, hash] = /^(\d{1,15}):(sha256:[0-9a-f]{64})$/.exec(text) ?? [];
  if (lines === undefined || hash === undefined) return refuse('auditHeadMalformed', { given: inShort(text, 120) });
  return { lines: Number(lines), hash };
}
