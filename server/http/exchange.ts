import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '../domain/label.ts';

/** One request with what every route needs to know of it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly language: Language;
  /** Echoed, or made for a request that brought none. */
  readonly requestId: string;
}

/** What a route answers; the listener adds the headers that all answers have. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A resource: what it does for each method it supports. */
export type Resource = Readonly<Partial<Record<string, (exchange: Exchange) => Promise<Answer> | Answer>>>;

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

/** Writes an answer with the headers that all answers have. */
export function send(response: ServerResponse, { request, requestId }: Exchange, answer: Answer): void {
  const headers: Record<string, string | number> = {
    'Content-Type': answer.type,
    'Content-Length': Buffer.byteLength(answer.body),
    'Request-Id': requestId,
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    ...answer.headers,
  };
  const trace = request.headers.traceparent;
  if (typeof trace === 'string' && TRACEPARENT.test(trace)) headers.traceparent = trace;
  // Left of a body that nobody wants to read: the connection cannot be used again.
  if (!request.complete) headers.Connection = 'close';
  response.writeHead(answer.status, headers);
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}
