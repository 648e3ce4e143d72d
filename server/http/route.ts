import type { ServerResponse } from 'node:http';
import type { Identity } from '../access/identify.ts';
import type { Finding } from '../domain/finding.ts';
import type { Label } from '../domain/label.ts';
import type { Answer, Exchange } from './exchange.ts';
import type { Needed } from './needed.ts';
import type { ProblemCode } from './problem-status.ts';

/** One request of a route, with what was found out about it before its handler is called. */
export interface Call extends Exchange {
  readonly identity: Identity;
  /** Path and query parameters that were sent; each has passed its check. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The body as text; empty where the route takes none. */
  readonly body: string;
  /** The media type that the answer is to have, of those that the route offers. */
  readonly type: string;
}

/** A parameter in the path, the query or a header. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description: Label;
  /** JSON Schema of the text. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** What it is refused with where it is required and missing; `parameterMissing` unless said. */
  readonly missing?: ProblemCode;
  /** Problems that a wrong text is refused with. */
  readonly problems: readonly ProblemCode[];
  /** What is wrong with a text that was sent; null where nothing is. */
  readonly check: (text: string) => Pick<Finding, 'code' | 'args'> | null;
}

/** A media type of a body with the schema of what it holds: the name of a component of the OpenAPI document, or a schema. */
export interface Content {
  readonly type: string;
  readonly schema: string | Readonly<Record<string, unknown>>;
  /** Of a body with one JSON value a line: the name of the component that a line is. */
  readonly line?: string;
}

/** The headers that answers have, by their names; those of the transport itself are left out. */
export type ResponseHeader =
  | 'Request-Id'
  | 'traceparent'
  | 'Dixian-Demo'
  | 'Cache-Control'
  | 'Content-Security-Policy'
  | 'X-Content-Type-Options'
  | 'Vary'
  | 'Content-Language'
  | 'ETag'
  | 'Link'
  | 'Location'
  | 'Set-Cookie'
  | 'Allow'
  | 'WWW-Authenticate'
  | 'Retry-After';

/** Everything that is said and done about one method of one address; the OpenAPI document is made of these. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As OpenAPI writes it: `/api/v1/jurisdictions/{code}`. */
  readonly path: string;
  /** The operation's id, unique; example files name it. */
  readonly operation: string;
  readonly summary: Label;
  readonly description?: Label;
  /** Who may ask; null: open to everyone. */
  readonly scope: Needed | null;
  readonly parameters?: readonly Parameter[];
  readonly body?: {
    readonly contents: readonly Content[];
    /** Bytes. */
    readonly limit: number;
  };
  /** What a success looks like; the first type is the default. None where the answer has no body. */
  readonly contents: readonly Content[];
  /** The status of a success; 200 unless said. */
  readonly success?: 201 | 202 | 204;
  /** Headers of a success beside those that every answer has; `Link` only where there is a next page. */
  readonly headers?: readonly ResponseHeader[];
  /** True where the answer has an ETag, so that 304 may come. */
  readonly conditional?: boolean;
  /** Problems that this route can answer, beside those that every route can. */
  readonly problems: readonly ProblemCode[];
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

/** A route that writes its answer itself, as it goes. */
export interface StreamRoute extends Omit<Route, 'handle'> {
  readonly stream: (call: Omit<Call, 'body'>, response: ServerResponse) => Promise<void>;
}
