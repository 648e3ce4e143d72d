import { sha256 } from '../domain/sha256.ts';

/** The form of a file of a shelf; one that says another is not read. */
const FORMAT = 'dixian.shelf.v1';

/** What a file's first line says of the text that follows it. */
export interface ShelfHead {
  /** When it was kept: ISO 8601, UTC. */
  readonly at: string;
  /** Of the text, in UTF-8. */
  readonly bytes: number;
}

/** The first line is no longer than this. */
export const HEAD_BYTES = 512;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A text as its file holds it: a line with its name, its time and the digest of all three, and the text. */
export function shelfFile(name: string, at: string, text: string): Uint8Array {
  const head = { format: FORMAT, name, at, bytes: encoder.encode(text).length, digest: digestOf(name, at, text) };
  return encoder.encode(`${JSON.stringify(head)}\n${text}`);
}

/** What the first line of a file says; null where it is none of ours. The text is not held to it. */
export function headIn(start: Uint8Array): ShelfHead | null {
  const head = fieldsIn(start.subarray(0, start.indexOf(0x0a)));
  return head === null ? null : { at: head.at, bytes: head.bytes };
}

/** The text of a file, and when it was kept; null where name, time or text are not what was written. */
export function readShelfFile(name: string, bytes: Uint8Array): { readonly at: string; readonly text: string } | null {
  const end = bytes.indexOf(0x0a);
  const head = fieldsIn(bytes.subarray(0, end));
  if (head === null) return null;
  const text = decoder.decode(bytes.subarray(end + 1));
  return head.digest === digestOf(name, head.at, text) ? { at: head.at, text } : null;
}

function fieldsIn(line: Uint8Array): (ShelfHead & { readonly digest: string }) | null {
  try {
    const { format, at, bytes, digest } = JSON.parse(decoder.decode(line));
    const isOurs = format === FORMAT && !Number.isNaN(Date.parse(at)) && Number.isSafeInteger(bytes) && bytes >= 0;
    return isOurs ? { at, bytes, digest } : null;
  } catch {
    return null;
  }
}

function digestOf(name: string, at: string, text: string): string {
  return sha256(`${name}\n${at}\n${text}`);
}
