import type { FileSystem } from './file-system.ts';

/** Bytes read at once. */
const PART = 1 << 20;

const LINE_FEED = 10;

/**
 * The bytes of whole lines, without their line feeds, between two places of a file that is only ever added to. How far such a
 * file counts stands elsewhere: what is beyond was never committed.
 */
export async function* linesIn(fs: FileSystem, path: string, start: number, until: number): AsyncIterable<Uint8Array> {
  // Joined when their line ends: a file that has lost its line feeds would be copied anew with every part.
  let rest: Uint8Array[] = [];
  for (let at = start; at < until; ) {
    const part = await fs.readPart(path, at, Math.min(PART, until - at));
    if (part === null || part.length === 0) return;
    at += part.length;
    let begins = 0;
    for (let feed = part.indexOf(LINE_FEED); feed >= 0; feed = part.indexOf(LINE_FEED, begins)) {
      const last = part.subarray(begins, feed);
      yield rest.length === 0 ? last : Buffer.concat([...rest, last]);
      rest = [];
      begins = feed + 1;
    }
    rest.push(part.subarray(begins));
  }
}
