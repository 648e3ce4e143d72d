import { maxHeaderSize } from 'node:http';
import type { Language } from '../../domain/label.ts';
import { say } from '../../domain/messages/index.ts';
import { languageOf } from '../negotiation.ts';
import { problemOf, refusalOf } from '../problem.ts';
import { type ProblemCode, statusOf } from '../problem-status.ts';
import type { Components, JsonSchema } from './components.ts';
import { problemHeaders } from './response-headers.ts';

/** What may be answered before anybody knows which address is asked: what came is no request, not in time, or has too large a head. */
const GENERAL: readonly ProblemCode[] = ['requestMalformed', 'requestTooSlow', 'headersTooLarge'];

/** These answers as components of the document, by their codes. */
export function generalResponses(components: Components, language: Language): JsonSchema {
  return Object.fromEntries(
    GENERAL.map((code) => {
      // Nobody knows the caller's language yet.
      const { status, body } = problemOf(refusalOf(code, { limit: maxHeaderSize }), languageOf(undefined), null);
      const response = {
        description: say(`problem${status}`, {}, language).message,
        headers: problemHeaders(status),
        content: {
          'application/problem+json': {
            schema: components.reference('problem.schema.json'),
            examples: { [code]: { value: JSON.parse(body) as unknown } },
          },
        },
      };
      return [code, response];
    }),
  );
}

/** References to these answers, by status: what an operation says of a status itself goes before. */
export const generalReferences: JsonSchema = Object.fromEntries(
  GENERAL.map((code) => [String(statusOf(code)), { $ref: `#/components/responses/${code}` }]),
);
