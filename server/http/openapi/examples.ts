import answers from '../../../schemas/examples/answers.json' with { type: 'json' };
import requests from '../../../schemas/examples/requests.json' with { type: 'json' };
import type { Label } from '../../domain/label.ts';

/** A request that somebody could copy. */
export interface ExampleRequest {
  /** Unique within its operation; of an error its code. */
  readonly name: string;
  readonly summary: Label;
  /** How the service stands when it is asked; `open` unless said: the city's rules, no keys. */
  readonly setUp?: string;
  /** Path and query parameters. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or a text where the content type is another. */
  readonly body?: unknown;
  /** A body that is sent as it stands, where no JSON value could be. */
  readonly raw?: string;
}

/** What it was answered, by a test that asks it again each time. */
export interface ExampleAnswer {
  readonly status: number;
  readonly type: string;
  /** JSON or text; long lists are cut. */
  readonly answer: unknown;
}

/** A request with its answer. */
export type Example = ExampleRequest & ExampleAnswer & { readonly operation: string };

const asked = requests as unknown as Readonly<Record<string, readonly ExampleRequest[]>>;
const answered = answers as unknown as Readonly<Record<string, Readonly<Record<string, ExampleAnswer>>>>;

/** All example requests, by operation. */
export const exampleRequests = asked;

const examples: readonly Example[] = Object.entries(asked).flatMap(([operation, own]) =>
  own.flatMap((request) => {
    const answer = answered[operation]?.[request.name];
    return answer === undefined ? [] : [{ operation, ...request, ...answer }];
  }),
);

/** Requests and answers of an operation. */
export function examplesOf(operation: string): readonly Example[] {
  return examples.filter((one) => one.operation === operation);
}

/** An example of a problem: the operation's own, else another's, for a problem looks the same everywhere. */
export function problemExample(code: string, operation: string): readonly Example[] {
  const all = examples.filter((one) => one.status >= 400 && (one.answer as { readonly code?: string })?.code === code);
  const own = all.find((one) => one.operation === operation) ?? all[0];
  return own === undefined ? [] : [{ ...own, name: code }];
}
