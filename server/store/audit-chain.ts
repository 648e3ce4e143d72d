import { sha256 } from '../domain/sha256.ts';
import type { AuditEntry } from '../workflow/audit-entry.ts';
import type { LedgerRows } from './ledger.ts';
import type { RowDigest } from './row-digests.ts';

/** The hash before the first line. */
export const BEGINNING = `sha256:${'0'.repeat(64)}`;

/** What one line of the trail says, beside its hash. */
export interface LineContent {
  /** Counts from 1 without a gap. */
  readonly line: number;
  /** The act it belongs to, counted from 1; lines of one act follow one another. */
  readonly commit: number;
  readonly entry: AuditEntry;
  /** On the first line of an act that publishes: what it adds to the ledger, whole. */
  readonly ledger?: LedgerRows;
  /** On the first line of an act that writes rows: what they are from then on. */
  readonly rows?: readonly RowDigest[];
}

/** A line as it stands in the file, without its line feed. */
export interface ChainedLine {
  readonly text: string;
  readonly hash: string;
}

/**
 * Chains a line: its hash is over the hash before it and the very bytes of what it says, so that nothing can be changed,
 * taken out or put elsewhere without every later hash being another.
 * @param previous the hash of the line before; {@link BEGINNING} of the first
 */
export function chained(previous: string, content: LineContent): ChainedLine {
  const said = JSON.stringify(content);
  const hash = hashAfter(previous, said);
  return { text: `{"hash":"${hash}","said":${said}}`, hash };
}

/** A line taken apart: what it says, unread; null where the line is not whole or not what follows on the hash before it. */
export function unchained(previous: string, text: string): { readonly said: string; readonly hash: string } | null {
  const hash = text.slice(HASH_AT, HASH_AT + BEGINNING.length);
  const said = text.slice(SAID_AT, -1);
  const isWhole = text.startsWith('{"hash":"') && text.slice(HASH_AT + BEGINNING.length, SAID_AT) === '","said":';
  return isWhole && text.endsWith('}') && hashAfter(previous, said) === hash ? { said, hash } : null;
}

const HASH_AT = '{"hash":"'.length;
const SAID_AT = HASH_AT + BEGINNING.length + '","said":'.length;

function hashAfter(previous: string, said: string): string {
  return sha256(`${previous}\n${said}`);
}
