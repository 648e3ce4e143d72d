import type { Finding } from '../domain/finding.ts';
import { inFieldOrder } from '../rulesets/field-order.ts';
import { kindWords } from '../rulesets/kind-words.ts';
import { inBoth, inShort, listed } from '../rulesets/words.ts';

/** Says what is wrong with the value of a field, which may depend on the `whole` that it stands in. */
export type FieldCheck = (value: unknown, field: string, whole: Fields) => readonly Finding[];

type Fields = Readonly<Record<string, unknown>>;

/** The fields that an object of a request may have, each with its check, as its schema lists them. */
export interface KnownFields {
  readonly required?: readonly string[];
  readonly checks: Readonly<Record<string, FieldCheck>>;
}

/**
 * What is wrong with the fields of an object in a request, in the order that all requests have.
 * @param path where the object stands
 */
export function fieldFindings(whole: Fields, { required = [], checks }: KnownFields, path = ''): readonly Finding[] {
  const findings: Finding[] = [];
  // Last in any case: a hostile body has a hundred thousand, which need not be sorted.
  const unknown: Finding[] = [];
  for (const field of required)
    if (!Object.hasOwn(whole, field)) findings.push(wrong('requestFieldMissing', `${path}/${field}`, { field }));
  for (const field of Object.keys(whole)) {
    const check = Object.hasOwn(checks, field) ? checks[field] : undefined;
    if (check === undefined) unknown.push(unknownField(field, Object.keys(checks), path));
    else findings.push(...check(whole[field], field, whole));
  }
  if (findings.length < 2) return findings.concat(unknown);
  const properties = Object.fromEntries(Object.keys(checks).map((field) => [field, true]));
  return inFieldOrder(findings, { properties }, whole, { at: path }).concat(unknown);
}

/** A text field that has to be of a kind; `code` says what it is not. */
export function text(
  field: string,
  value: unknown,
  code: string,
  accepts: (text: string) => boolean,
): readonly Finding[] {
  if (typeof value !== 'string') return wrongType(field, 'kindText', value);
  return accepts(value) ? [] : [wrong(code, `/${field}`, { value: inShort(value) })];
}

/** A field whose value is of another JSON type; `wanted` is the code of the type's words. */
export function wrongType(field: string, wanted: string, value: unknown): readonly Finding[] {
  return [wrong('requestWrongType', `/${field}`, { field, wanted: inBoth(wanted), given: kindWords(value) })];
}

/** A field that there is not; `path` is where it stands. */
function unknownField(field: string, known: readonly string[], path = ''): Finding {
  const pointer = `${path}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return wrong('requestFieldUnknown', pointer, { field: inShort(field), known: listed(known) });
}

/** Something wrong in a request, at a pointer into it. */
export function wrong(code: string, pointer: string, args: Finding['args'] = {}): Finding {
  return { code, severity: 'error', args, at: { pointer } };
}

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
