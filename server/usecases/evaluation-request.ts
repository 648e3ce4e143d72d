import type { EvaluationRequest } from '../../schemas/generated/documents.ts';
import { isDate, isInstant } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import { Refusal } from '../domain/refusal.ts';
import { kindWords } from '../rulesets/kind-words.ts';
import { isObject, text, unknownField, wrong, wrongType } from './request-field.ts';
import { ruleSetChoiceFindings } from './rule-set-choice.ts';

export type { EvaluationRequest };

const ID_LENGTH = 200;
const CODE = /^[0-9]{6}$/;
const fields = ['id', 'jurisdiction', 'date', 'asOf', 'ruleSet', 'explain', 'claim'] as const;
const required = ['id', 'jurisdiction', 'date', 'claim'] as const;

/**
 * The envelope of an evaluation request, by evaluation-request.schema.json: written out by hand, because it runs for every
 * claim; a test holds it to the schema's verdict. What the claim holds is checked later, by its rules.
 * @throws Refusal `requestNotObject`, or everything wrong with its pointer
 */
export function checkEvaluationRequest(value: unknown): EvaluationRequest {
  if (!isObject(value)) throw new Refusal([wrong('requestNotObject', '', { given: kindWords(value) })]);
  const findings: Finding[] = [];
  for (const field of required) {
    if (!Object.hasOwn(value, field)) findings.push(wrong('requestFieldMissing', `/${field}`, { field }));
  }
  for (const field of Object.keys(value)) {
    const check = checks[field as keyof typeof checks];
    if (check === undefined || !Object.hasOwn(checks, field)) findings.push(unknownField(field, fields));
    else findings.push(...check(value[field], field));
  }
  if (value.ruleSet !== undefined && value.asOf !== undefined) {
    findings.push(wrong('requestNotTogether', '/asOf', { field: 'asOf', other: 'ruleSet' }));
  }
  if (findings.length > 0) throw new Refusal(findings);
  return value as unknown as EvaluationRequest;
}

const checks: Readonly<Record<(typeof fields)[number], (value: unknown, field: string) => readonly Finding[]>> = {
  id: (value, field) => {
    if (typeof value !== 'string') return wrongType(field, 'kindText', value);
    const length = value.length <= ID_LENGTH ? value.length : [...value].length;
    return length >= 1 && length <= ID_LENGTH ? [] : [wrong('requestIdLength', '/id', { limit: ID_LENGTH })];
  },
  jurisdiction: (value, field) => text(field, value, 'requestNotCode', (code) => CODE.test(code)),
  date: (value, field) => text(field, value, 'requestNotDate', isDate),
  asOf: (value, field) => text(field, value, 'requestNotInstant', (instant) => instantOf(instant) !== null),
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
