import { gzipSync } from 'node:zlib';
import { chunk, headOf, rawConnection } from './raw.ts';

/** A million bytes, about. */
export const MEGABYTE = 1 << 20;

/** What came of a body that was sent for as long as the other end took it. */
export interface Flood {
  /** Bytes that were given to the connection before it was closed or all was sent. */
  readonly sent: number;
  /** All that was answered. */
  readonly text: string;
}

/** How many pieces are sent before answers are looked for. */
const PIECES_A_TURN = 1_000;

/** How a body is sent: its bytes in all, and those of one piece. */
export interface FloodOptions {
  readonly headers: Readonly<Record<string, string | number>>;
  readonly most: number;
  readonly piece?: number;
}

/**
 * Sends spaces in pieces as fast as they are taken, until there have been enough or the other end closes; waits for the close or,
 * once all was sent, for an answer.
 */
export async function flood(
  address: string,
  path: string,
  { headers, most, piece = 65_536 }: FloodOptions,
): Promise<Flood> {
  const one = rawConnection(address);
  const declared = { ...headers, 'Content-Length': most };
  const chunked = 'Transfer-Encoding' in headers;
  one.write(headOf(path, chunked ? headers : declared));
  const bytes = ' '.repeat(piece);
  const text = chunked ? chunk(bytes) : bytes;
  let sent = 0;
  const more = () => {
    // In turns: small pieces may be taken for longer than an answer waits for its reader.
    for (let turn = 0; turn < PIECES_A_TURN; turn += 1) {
      if (one.socket.destroyed || sent >= most) break;
      sent += piece;
      if (!one.socket.write(text)) return;
    }
    if (one.socket.destroyed) return;
    if (sent < most) setImmediate(more);
    else if (chunked) one.socket.write('0\r\n\r\n');
  };
  one.socket.on('drain', more);
  more();
  await Promise.race([one.closed, one.until(/HTTP\/1\.1 [\s\S]*\r\n\r\n\{[\s\S]*\}/).catch(() => undefined)]);
  one.socket.destroy();
  return { sent, text: one.text() };
}

/** So many megabytes of nothing as gzip has them: a thousandth. */
export function bomb(megabytes: number): Uint8Array {
  return gzipSync(Buffer.alloc(megabytes * MEGABYTE), { level: 9 });
}
