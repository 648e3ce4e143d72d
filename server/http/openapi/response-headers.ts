import type { Language } from '../../domain/label.ts';
import { say } from '../../domain/messages/index.ts';
import type { ResponseHeader, Route, StreamRoute } from '../route.ts';
import type { JsonSchema } from './components.ts';

/** What a header is described by: the code of its words, the schema of its value, and one to show. */
interface Description {
  readonly words: Parameters<typeof say>[0];
  readonly schema: JsonSchema;
  readonly example: string | number;
  /** True where an answer that is said to have it may be without it. */
  readonly optional?: boolean;
}

const text: JsonSchema = { type: 'string' };
const seconds: JsonSchema = { type: 'integer', minimum: 0 };

/** Every header that answers have, but for those of the transport itself. */
const catalogue: Readonly<Record<ResponseHeader, Description>> = {
  'Request-Id': { words: 'headerRequestId', schema: text, example: '1f0c5ad4-54a3-4f7c-9c5e-7a4d24cbbd62' },
  traceparent: {
    optional: true,
    words: 'headerTraceparent',
    schema: text,
    example: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  },
  'Dixian-Demo': {
    optional: true,
    words: 'headerDemo',
    schema: { type: 'string', const: 'true' },
    example: 'true',
  },
  'Cache-Control': { words: 'headerCacheControl', schema: text, example: 'no-store' },
  'Content-Security-Policy': { words: 'headerContentSecurityPolicy', schema: text, example: "default-src 'self'" },
  'X-Content-Type-Options': {
    words: 'headerContentTypeOptions',
    schema: { type: 'string', const: 'nosniff' },
    example: 'nosniff',
  },
  Vary: { optional: true, words: 'headerVary', schema: text, example: 'Accept-Language' },
  'Content-Language': {
    words: 'headerContentLanguage',
    schema: { type: 'string', enum: ['zh', 'en'] },
    example: 'zh',
  },
  ETag: { words: 'headerETag', schema: text, example: 'W/"2f-8c1"' },
  Link: {
    optional: true,
    words: 'headerLink',
    schema: text,
    example: '</api/v1/jurisdictions?cursor=…&limit=50>; rel="next"',
  },
  Location: { words: 'headerLocation', schema: text, example: '/api/v1/accounts/A1024' },
  'Set-Cookie': {
    words: 'headerSetCookie',
    schema: text,
    example: 'dixian_session=…; Path=/; HttpOnly; SameSite=Strict',
  },
  Allow: { words: 'headerAllow', schema: text, example: 'GET, HEAD' },
  'WWW-Authenticate': { words: 'headerAuthenticate', schema: text, example: 'Bearer realm="dixian"' },
  'Retry-After': { words: 'headerRetryAfter', schema: seconds, example: 1 },
};

/** Headers of every answer. */
const common: readonly ResponseHeader[] = [
  'Request-Id',
  'traceparent',
  'Dixian-Demo',
  'Cache-Control',
  'Content-Security-Policy',
  'X-Content-Type-Options',
  'Vary',
];

/** Headers of a problem by its status, beside those that all problems have. */
const ofStatus: Readonly<Record<number, readonly ResponseHeader[]>> = {
  401: ['WWW-Authenticate'],
  405: ['Allow'],
  429: ['Retry-After'],
  503: ['Retry-After'],
};

/** The headers of a success of a route, and of the answer that nothing has changed. */
export function successHeaders({ headers = [], conditional = false }: Route | StreamRoute): JsonSchema {
  return references([...common, ...headers, ...(conditional ? (['ETag'] as const) : [])]);
}

/** The headers of a problem. */
export function problemHeaders(status: number): JsonSchema {
  return references([...common, 'Content-Language', ...(ofStatus[status] ?? [])]);
}

/** All headers as components of the document, which answers refer to. */
export function headerComponents(language: Language): JsonSchema {
  return Object.fromEntries(
    Object.entries(catalogue).map(([name, { words, schema, example, optional = false }]) => [
      name,
      { description: say(words, {}, language).message, required: !optional, schema, example },
    ]),
  );
}

function references(names: readonly ResponseHeader[]): JsonSchema {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
