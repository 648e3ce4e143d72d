import type { EvaluationRequest } from '../../schemas/generated/documents.ts';
import { isDate, isInstant } from '../domain/dates.ts';
import { Refusal } from '../domain/refusal.ts';
import { kindWords } from '../rulesets/kind-words.ts';
import { type FieldCheck, fieldFindings, isObject, text, wrong, wrongType } from './request-field.ts';
import { ruleSetChoiceFindings } from './rule-set-choice.ts';

export type { EvaluationRequest };

const ID_LENGTH = 200;
const CODE = /^[0-9]{6}$/;
const required = ['id', 'jurisdiction', 'date', 'claim'] as const;

/**
 * The envelope of an evaluation request, by evaluation-request.schema.json: written out by hand, because it runs for every
 * claim; a test holds it to the schema's verdict. What the claim holds is checked later, by its rules.
 * @throws Refusal `requestNotObject`, or everything wrong with its pointer, in the order of the fields
 */
export function checkEvaluationRequest(value: unknown): EvaluationRequest {
  if (!isObject(value)) throw new Refusal([wrong('requestNotObject', '', { given: kindWords(value) })]);
  const findings = fieldFindings(value, { required, checks });
  if (findings.length > 0) throw new Refusal(findings);
  return value as unknown as EvaluationRequest;
}

/** As the schema lists them. */
const checks: Readonly<Record<keyof EvaluationRequest, FieldCheck>> = {
  id: (value, field) => {
    if (typeof value !== 'string') return wrongType(field, 'kindText', value);
    const length = value.length <= ID_LENGTH ? value.length : [...value].length;
    return length >= 1 && length <= ID_LENGTH ? [] : [wrong('requestIdLength', '/id', { limit: ID_LENGTH })];
  },
  jurisdiction: (value, field) => text(field, value, 'requestNotCode', (code) => CODE.test(code)),
  date: (value, field) => text(field, value, 'requestNotDate', isDate),
  asOf: (value, field, { ruleSet }) => [
    ...text(field, value, 'requestNotInstant', (instant) => instantOf(instant) !== null),
    ...(ruleSet === undefined ? [] : [wrong('requestNotTogether', '/asOf', { field, other: 'ruleSet' })]),
  ],
  ruleSet: ruleSetChoiceFindings,
  explain: (value, field) => (typeof value === 'boolean' ? [] : wrongType(field, 'kindBoolean', value)),
  // Of its type and facts the rules tell: they know which there are.
  claim: (value) => (isObject(value) ? [] : [wrong('claimNotMap', '/claim', { given: kindWords(value) })]),
};

/** The instant an `asOf` means, in ISO 8601 and UTC; a date means its end in Asia/Shanghai. Null where it is neither. */
export function instantOf(text: string): string | null {
  if (isDate(text)) return new Date(`${text}T23:59:59.999+08:00`).toISOString();
  return isInstant(text) ? new Date(text).toISOString() : null;
}
