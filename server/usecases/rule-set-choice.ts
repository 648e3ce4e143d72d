import type { EvaluationRequest } from '../../schemas/generated/documents.ts';
import type { Finding } from '../domain/finding.ts';
import { isVersion } from '../rulesets/version-form.ts';
import { isObject, text, unknownField, wrong, wrongType } from './request-field.ts';

/** The rules that a request names instead of those in force. */
export type RuleSetChoice = NonNullable<EvaluationRequest['ruleSet']>;

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Whether a text is written as a digest: `sha256:` and 64 hex digits. */
export const isDigest = (value: string): boolean => DIGEST.test(value);

/** What of a choice tells which of the three it is. */
const ways = ['version', 'effectiveDigest', 'text'] as const;

const known: Readonly<Record<(typeof ways)[number], readonly string[]>> = {
  version: ['version', 'baseVersion'],
  effectiveDigest: ['effectiveDigest'],
  text: ['text'],
};

/** What is wrong with a request's `ruleSet`, by evaluation-request.schema.json. */
export function ruleSetChoiceFindings(value: unknown, field: string): readonly Finding[] {
  if (!isObject(value)) return wrongType(field, 'kindObject', value);
  const way = ways.find((one) => Object.hasOwn(value, one));
  if (way === undefined) return [wrong('ruleSetChoice', `/${field}`)];
  const findings: Finding[] = [];
  for (const name of Object.keys(value)) {
    if (known[way].includes(name)) findings.push(...(checks[name]?.(value[name], `${field}/${name}`) ?? []));
    else findings.push(unknownField(name, known[way], `/${field}`));
  }
  return findings;
}

const checks: Readonly<Record<string, (value: unknown, field: string) => readonly Finding[]>> = {
  version: (value, field) => (value === null ? [] : text(field, value, 'requestNotVersion', isVersion)),
  baseVersion: (value, field) => text(field, value, 'requestNotVersion', isVersion),
  effectiveDigest: (value, field) => text(field, value, 'requestNotDigest', isDigest),
  text: (value, field) => text(field, value, 'ruleSetTextEmpty', (given) => given !== ''),
};
