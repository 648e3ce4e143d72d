import { closeSync, createReadStream, fstatSync, openSync, read } from 'node:fs';
import { promisify } from 'node:util';
import type { Terminal } from './workplace.ts';

/** Files are read in pieces of this size. */
const READ_BYTES = 256 * 1024;

/** An input of claims. */
export interface ClaimsInput {
  readonly pieces: AsyncIterable<Uint8Array>;
  /** The regular file that it is, of which nothing is read but the pieces asked for, so that others can read on; else null. */
  readonly file: { readonly descriptor: number; readonly bytes: number } | null;
  close(): void;
}

/** Opens a file, or with `-` what comes in. */
export function openClaims(name: string, { input, descriptors }: Terminal): ClaimsInput {
  if (name !== '-') {
    const descriptor = openSync(name, 'r');
    const own = regular(descriptor);
    if (own !== null) return { ...own, close: () => closeSync(descriptor) };
    // A stream closes what it reads.
    const pieces = createReadStream(name, { fd: descriptor, highWaterMark: READ_BYTES });
    return { pieces, file: null, close: () => {} };
  }
  const own = descriptors === undefined ? null : regular(descriptors.input);
  return { ...(own ?? { pieces: input as AsyncIterable<Uint8Array>, file: null }), close: () => {} };
}

function regular(descriptor: number): Omit<ClaimsInput, 'close'> | null {
  const stat = fstatSync(descriptor);
  return stat.isFile() ? { pieces: piecesOf(descriptor), file: { descriptor, bytes: stat.size } } : null;
}

const readPiece = promisify(read);

/** The rest of a file; unlike a stream it reads nothing ahead. */
async function* piecesOf(descriptor: number): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { bytesRead, buffer } = await readPiece(descriptor, Buffer.allocUnsafe(READ_BYTES), 0, READ_BYTES, null);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}
