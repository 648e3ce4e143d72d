import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { inShort } from '../rulesets/words.ts';
import { goOn } from './expectant.ts';
import type { BodyDeadline } from './limits/body-deadline.ts';
import { refusalOf } from './problem.ts';

/** The caller left in the middle of its body: nobody's fault, and nobody is there to be answered. */
export class CallerLeft extends Error {}

/** In what a body is wrapped that is not taken, by its own word or by that of its transfer; null where it comes as it is. */
export function encodingOf({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  const { 'content-encoding': content = 'identity', 'transfer-encoding': transfer = 'chunked' } = headers;
  if (content !== 'identity') return content;
  return transfer === 'chunked' || transfer.toLowerCase() === 'chunked' ? null : transfer;
}

/**
 * The body of a request as text. What is too large is refused as soon as that is known, without keeping it.
 * @param limit bytes
 * @throws Refusal `tooLarge`, `unsupportedEncoding`, `notUtf8`, `requestTooSlow`; CallerLeft
 */
export function readBody(request: IncomingMessage, limit: number, deadline: BodyDeadline): Promise<string> {
  const encoding = encodingOf(request);
  if (encoding !== null) return Promise.reject(refusalOf('unsupportedEncoding', { encoding: inShort(encoding) }));
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(refusalOf('tooLarge', { limit }));
  goOn(request);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const arrival = deadline.whole();
    arrival.wait(() => {
      request.pause();
      reject(refusalOf('requestTooSlow'));
    });
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      arrival.got(chunk.length);
      if (length <= limit) chunks.push(chunk);
      else {
        chunks.length = 0;
        request.pause();
        arrival.rest();
        reject(refusalOf('tooLarge', { limit }));
      }
    });
    let ended = false;
    request.on('end', () => {
      ended = true;
      arrival.rest();
      const bytes = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
      if (isUtf8(bytes)) resolve(bytes.toString('utf8'));
      else reject(refusalOf('notUtf8'));
    });
    // Nothing but the end of its connection disturbs a request.
    const gone = () => {
      // Every request is closed once it has been answered.
      if (ended) return;
      arrival.rest();
      reject(new CallerLeft('the caller has left'));
    };
    request.on('error', gone);
    request.on('close', gone);
  });
}
