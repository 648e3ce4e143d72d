import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './generated/api.ts';

export type { components, paths };

/** A settlement, as `POST /api/v1/evaluations` answers one request. */
export type Evaluation = components['schemas']['Evaluation'];

/** A claim to settle: whose, of which date, and the facts. */
export type EvaluationRequest = components['schemas']['EvaluationRequest'];

/** Why a request was refused: `error` of every answer that is not a success. */
export type Problem = components['schemas']['Problem'];

/** Where a service is and how it is spoken to. */
export interface ClientOptions {
  /** Such as `https://dixian.example.org`; without a path. */
  readonly baseUrl: string;
  /** `dixian_` and 43 characters; left out where the service asks for none. Never put one into a page for a browser. */
  readonly key?: string;
  /** Of the words in answers; Chinese unless said. */
  readonly language?: 'zh' | 'en';
  /** Another `fetch` than the global one, such as one with a deadline. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Calls to every operation: `client.POST('/api/v1/evaluations', { body })` and so on, each typed by the interface. */
export type DixianClient = Client<paths>;

/**
 * A client whose calls are typed by the interface itself. Each call answers `{ data, error, response }`: `data` of a success,
 * else `error`, the problem. It throws only where no answer came, as `fetch` does, and never sends anything twice.
 * A batch's answer is text, one JSON value a line: ask for it with `parseAs: 'stream'` or `'text'`, and give its body as
 * text with `bodySerializer: (lines) => lines` and the header `Content-Type: application/x-ndjson`.
 */
export function createDixianClient({ baseUrl, key, language = 'zh', fetch }: ClientOptions): DixianClient {
  const client = createClient<paths>({ baseUrl, ...(fetch === undefined ? {} : { fetch }) });
  const introduce: Middleware = {
    onRequest({ request }) {
      // Problems come in the other language as well, so that what a page shows can be shown in either.
      request.headers.set('Accept-Language', `${language}, ${language === 'zh' ? 'en' : 'zh'};q=0.5`);
      if (key !== undefined) request.headers.set('Authorization', `Bearer ${key}`);
      return request;
    },
  };
  client.use(introduce);
  return client;
}
