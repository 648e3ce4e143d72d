import type { EvaluationRequest } from '../../schemas/generated/documents.ts';
import type { Finding } from '../domain/finding.ts';
import { isVersion } from '../rulesets/version-form.ts';
import { type FieldCheck, fieldFindings, isObject, text, wrong, wrongType } from './request-field.ts';

/** The rules that a request names instead of those in force. */
export type RuleSetChoice = NonNullable<EvaluationRequest['ruleSet']>;

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Whether a text is written as a digest: `sha256:` and 64 hex digits. */
export const isDigest = (value: string): boolean => DIGEST.test(value);

/** What of a choice tells which of the three it is. */
const ways = ['version', 'effectiveDigest', 'text'] as const;

/** The fields of each, as the schema lists them; a complaint names them by their whole path. */
const known: Readonly<Record<(typeof ways)[number], Readonly<Record<string, FieldCheck>>>> = {
  version: {
    version: (value, name) => (value === null ? [] : text(inChoice(name), value, 'requestNotVersion', isVersion)),
    baseVersion: (value, name) => text(inChoice(name), value, 'requestNotVersion', isVersion),
  },
  effectiveDigest: {
    effectiveDigest: (value, name) => text(inChoice(name), value, 'requestNotDigest', isDigest),
  },
  text: { text: (value, name) => text(inChoice(name), value, 'ruleSetTextEmpty', (given) => given !== '') },
};

const inChoice = (name: string): string => `ruleSet/${name}`;

/** What is wrong with a request's `ruleSet`, by evaluation-request.schema.json. */
export function ruleSetChoiceFindings(value: unknown, field: string): readonly Finding[] {
  if (!isObject(value)) return wrongType(field, 'kindObject', value);
  const way = ways.find((one) => Object.hasOwn(value, one));
  if (way === undefined) return [wrong('ruleSetChoice', `/${field}`)];
  return fieldFindings(value, { checks: known[way] }, `/${field}`);
}
