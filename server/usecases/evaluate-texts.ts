import { Refusal } from '../domain/refusal.ts';
import type { Evaluate } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import type { RequestText } from './read-requests.ts';
import { idOf, isBareClaim, type RequestDefaults, withDefaults } from './request-defaults.ts';
import { parseStrictJson } from './strict-json.ts';

/** What came of one request. */
export interface Answered extends RequestText {
  /** The request's own id, where it could be read. */
  readonly id: string | null;
  readonly outcome: Evaluation | Refusal;
}

/** Defaults of a few requests, where what a bare claim is given may be found when it is needed. */
export interface TextDefaults extends RequestDefaults {
  /** For a claim without a request around it; the date is found only where it is needed. */
  readonly bare?: { readonly jurisdiction: string; readonly date: () => Promise<string> };
}

/** Evaluates requests one after another and answers in their order; a bad one answers a refusal in its place. */
export async function* evaluateTexts(
  texts: Iterable<RequestText>,
  evaluate: Evaluate,
  { bare, ...defaults }: TextDefaults,
): AsyncGenerator<Answered> {
  for (const { line, text } of texts) {
    let id: string | null = null;
    try {
      const value = parseStrictJson(text);
      const given = bare !== undefined && isBareClaim(value) ? await bareDefaults(bare, defaults) : defaults;
      const request = withDefaults(value, given, String(line));
      id = idOf(request);
      yield { line, text, id, outcome: await evaluate(request) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      yield { line, text, id, outcome: error };
    }
  }
}

async function bareDefaults(
  bare: NonNullable<TextDefaults['bare']>,
  defaults: RequestDefaults,
): Promise<RequestDefaults> {
  return { jurisdiction: bare.jurisdiction, date: defaults.date ?? (await bare.date()), ...defaults };
}
