import { Refusal } from '../domain/refusal.ts';
import type { Evaluate } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import type { RequestText } from './read-requests.ts';
import { parseStrictJson } from './strict-json.ts';

/** What came of one request. */
export interface Answered extends RequestText {
  /** The request's own id, where it could be read. */
  readonly id: string | null;
  readonly outcome: Evaluation | Refusal;
}

/** What a request is given that it leaves out; only what the caller named. */
export interface RequestDefaults {
  readonly jurisdiction?: string;
  readonly date?: string;
  readonly explain?: boolean;
  /** For a claim without a request around it; the date is found only where it is needed. */
  readonly bare?: { readonly jurisdiction: string; readonly date: () => Promise<string> };
}

/** Evaluates requests one after another and answers in their order; a bad one answers a refusal in its place. */
export async function* evaluateTexts(
  texts: Iterable<RequestText> | AsyncIterable<RequestText>,
  evaluate: Evaluate,
  defaults: RequestDefaults,
): AsyncGenerator<Answered> {
  for await (const { line, text } of texts) {
    let id: string | null = null;
    try {
      const request = await withDefaults(parseStrictJson(text), defaults, String(line));
      id = idOf(request);
      yield { line, text, id, outcome: await evaluate(request) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      yield { line, text, id, outcome: error };
    }
  }
}

/** A request with what it leaves out; a bare claim (the object under `claim`) becomes a request. */
async function withDefaults(value: unknown, defaults: RequestDefaults, id: string): Promise<unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { bare, explain, ...given } = defaults;
  const asked = explain === undefined ? {} : { explain };
  if (!isBareClaim(value)) return { ...given, ...value, ...asked };
  const jurisdiction = given.jurisdiction ?? bare?.jurisdiction;
  const date = given.date ?? (await bare?.date());
  return { id, ...(jurisdiction && { jurisdiction }), ...(date && { date }), ...asked, claim: value };
}

/** Whether an object is a claim without the request around it. */
function isBareClaim(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Object.hasOwn(value, 'claim') && Object.hasOwn(value, 'type');
}

function idOf(request: unknown): string | null {
  const { id } = (request ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' ? id : null;
}
