import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '../domain/label.ts';
import { lingering } from './lingering.ts';

/** One request with what every route needs to know of it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly language: Language;
  /** The other language, where problems are to be told in it as well. */
  readonly otherLanguage: Language | null;
  /** Echoed, or made for a request that brought none. */
  readonly requestId: string;
  /** The name of the key that was shown, as soon as it is known to be good; for logs and metrics. */
  key: string | null;
}

/** What a route answers; headers that all answers have are added when it is sent. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The media type of an answer. */
export const JSON_TYPE = 'application/json; charset=utf-8';

/** The media type of a problem (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** What every page and answer forbids a browser: anything but our own origin; scripts never inline. */
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

const PLAIN_ID = /^[\x21-\x7e]{1,128}$/;
const TRACEPARENT = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-[\x21-\x7e]{1,256})?$/;

/** The caller's Request-Id where it is one that may stand in a header and a log line, else null. */
export function sentRequestId(request: IncomingMessage): string | null {
  const sent = request.headers['request-id'];
  return typeof sent === 'string' && PLAIN_ID.test(sent) ? sent : null;
}

/** What every answer of a demonstration says, beside what it would say otherwise. */
export const DEMO_HEADER = ['Dixian-Demo', 'true'] as const;

/** The headers of an answer, whatever is known of its request. */
export function headersOf(requestId: string): Record<string, string | number> {
  return {
    'Request-Id': requestId,
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
}

/** The headers that all answers have, whoever writes them. */
export function commonHeaders({ request, requestId }: Exchange): Record<string, string | number> {
  const headers = headersOf(requestId);
  const trace = request.headers.traceparent;
  if (typeof trace === 'string' && TRACEPARENT.test(trace)) headers.traceparent = trace;
  return headers;
}

/** What is left of a body is passed over, up to so many bytes, so that the connection can be used again. */
const PASSED_OVER = 64 * 1024;

/** Whether so much is left of a body that nobody wants to read that the connection is given up for it. */
function isLongUnread(request: IncomingMessage): boolean {
  if (request.complete) return false;
  const length = Number(
    request.headers['content-length'] ?? (request.headers['transfer-encoding'] === undefined ? 0 : Infinity),
  );
  return !(length <= PASSED_OVER);
}

/** Writes an answer whole. */
export function send(response: ServerResponse, exchange: Exchange, answer: Answer): void {
  const { body, headers: own = {} } = answer;
  const bytes = Buffer.byteLength(body);
  // Names and values in turn: the form in which Node takes them without looking them up again.
  const headers: (string | number)[] = [];
  const common = commonHeaders(exchange);
  for (const name in common) if (!(name in own)) headers.push(name, common[name] ?? '');
  // An answer that says it has no body has no length either (RFC 9110 8.6).
  if (answer.status !== 204) headers.push('Content-Type', answer.type, 'Content-Length', bytes);
  const givenUp = isLongUnread(exchange.request);
  for (const name in own) if (!(givenUp && name === 'Connection')) headers.push(name, own[name] ?? '');
  if (givenUp) headers.push('Connection', 'close');
  const closing = givenUp || (own.Connection === 'close' && !exchange.request.complete);
  if (closing) lingering(exchange.request);
  response.writeHead(answer.status, headers as string[]);
  if (exchange.request.method === 'HEAD') response.end();
  // As many bytes as characters: plain ASCII, which is copied as it is where UTF-8 would be looked at character by character.
  else if (typeof body === 'string') response.end(body, bytes === body.length ? 'latin1' : 'utf8');
  else response.end(body);
}
