import { randomUUID } from 'node:crypto';
import { maxHeaderSize, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Refusal } from '../domain/refusal.ts';
import { exchangeOf, problemAnswer } from './answer-request.ts';
import { type Answer, DEMO_HEADER, type Exchange, headersOf } from './exchange.ts';
import { linger } from './lingering.ts';
import { languageOf } from './negotiation.ts';
import { refusalOf } from './problem.ts';
import type { Service } from './service.ts';

/**
 * Told of a connection on which something came that is no request, or not in time, with Node's own error and the answer to
 * the last request that was begun on it.
 */
export type Unreadable = (error: NodeJS.ErrnoException, socket: Socket, last: ServerResponse | undefined) => void;

/** What metrics and log call such requests, of which nothing is known. */
const OPERATION = 'unreadable';

/**
 * Answers what cannot be read as a request by a problem, and closes the connection. Answers that are due before it go out
 * first; one that has been begun is cut off, so that nothing passes for the rest of it.
 */
export function unreadable(service: Service): Unreadable {
  const seen = new WeakSet<Socket>();
  return (error, socket, last) => {
    // The parser complains again of every piece that comes after.
    if (seen.has(socket)) return;
    seen.add(socket);
    const refusal = refusalFor(error.code ?? '');
    if (refusal === null || !socket.writable || socket.bytesRead === 0) socket.destroy();
    else if (last === undefined || (last.req.complete && last.writableFinished)) refuse(service, socket, refusal);
    else if (last.req.complete) {
      last.once('close', () => {
        if (socket.writable) refuse(service, socket, refusal);
      });
    } else if (isQueued(last)) last.once('socket', () => cutOff(service, socket, refusal, error, last));
    else cutOff(service, socket, refusal, error, last);
  };
}

/** Whether answers to requests before it, on the same connection, are still to go out. */
function isQueued({ socket, writableFinished }: ServerResponse): boolean {
  return socket === null && !writableFinished;
}

/** Ends a connection in the middle of a request whose answer is the next. */
function cutOff(
  service: Service,
  socket: Socket,
  refusal: Refusal,
  { code }: NodeJS.ErrnoException,
  last: ServerResponse,
): void {
  if (last.writableFinished) socket.destroySoon();
  // Answered before its body turned out to be none; where it has waited for its turn, it is not written yet.
  else if (last.writableEnded) last.once('finish', () => socket.destroySoon());
  else if (last.headersSent) socket.resetAndDestroy();
  // Who leaves in the middle of a body is told nothing.
  else if (code === 'HPE_INVALID_EOF_STATE') socket.destroy();
  else refuse(service, socket, refusal, exchangeOf(last.req));
}

/** What is wrong, by Node's code; null where the connection itself failed and nobody is there to be told. */
function refusalFor(code: string): Refusal | null {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return refusalOf('requestTooSlow');
  if (code === 'HPE_HEADER_OVERFLOW') return refusalOf('headersTooLarge', { limit: maxHeaderSize });
  return code.startsWith('HPE_') ? refusalOf('requestMalformed') : null;
}

/** Of a request that got no further than this, nobody knows the language or the id. */
function unknownExchange(): Pick<Exchange, 'requestId' | 'language' | 'otherLanguage'> {
  return { requestId: randomUUID(), language: languageOf(undefined), otherLanguage: null };
}

function refuse(service: Service, socket: Socket, refusal: Refusal, exchange = unknownExchange()): void {
  const { requestId } = exchange;
  const answer = problemAnswer(service, exchange, refusal);
  socket.end(written(answer, requestId, service.demo));
  linger(socket);
  service.metrics.unreadable(answer.status);
  service.log.answered({
    ...{ requestId, key: null, method: '', operation: OPERATION },
    ...{ status: answer.status, milliseconds: 0 },
  });
}

/** An answer as it goes over the wire, for there is no response that could write it. */
function written({ status, type, body, headers }: Answer, requestId: string, demo: boolean): string {
  const all = {
    ...headersOf(requestId),
    ...(demo ? Object.fromEntries([DEMO_HEADER]) : {}),
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    ...headers,
    Date: new Date().toUTCString(),
    Connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`;
}
