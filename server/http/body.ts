import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { refusalOf } from './problem.ts';

/** The largest request body taken, in bytes. */
export const MOST_BYTES = 256 * 1024;

/**
 * The body of a request as text. What is too large is refused as soon as that is known, without keeping it.
 * @throws Refusal `tooLarge`, `unsupportedEncoding` or `notUtf8`
 */
export function readBody(request: IncomingMessage, limit: number = MOST_BYTES): Promise<string> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    return Promise.reject(refusalOf('unsupportedEncoding', { encoding: encoding.slice(0, 40) }));
  }
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(refusalOf('tooLarge', { limit }));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else {
        chunks.length = 0;
        request.pause();
        reject(refusalOf('tooLarge', { limit }));
      }
    });
    request.on('end', () => {
      const bytes = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
      if (isUtf8(bytes)) resolve(bytes.toString('utf8'));
      else reject(refusalOf('notUtf8'));
    });
    request.on('error', reject);
  });
}
