import type { Finding } from '../domain/finding.ts';
import { kindWords } from '../rulesets/kind-words.ts';
import { inBoth, listed } from '../rulesets/words.ts';

/** A text field that has to be of a kind; `code` says what it is not. */
export function text(
  field: string,
  value: unknown,
  code: string,
  accepts: (text: string) => boolean,
): readonly Finding[] {
  if (typeof value !== 'string') return wrongType(field, 'kindText', value);
  return accepts(value) ? [] : [wrong(code, `/${field}`, { value: value.slice(0, 60) })];
}

/** A field whose value is of another JSON type; `wanted` is the code of the type's words. */
export function wrongType(field: string, wanted: string, value: unknown): readonly Finding[] {
  return [wrong('requestWrongType', `/${field}`, { field, wanted: inBoth(wanted), given: kindWords(value) })];
}

/** A field that there is not; `path` is where it stands. */
export function unknownField(field: string, known: readonly string[], path = ''): Finding {
  const pointer = `${path}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return wrong('requestFieldUnknown', pointer, { field, known: listed(known) });
}

/** Something wrong in a request, at a pointer into it. */
export function wrong(code: string, pointer: string, args: Finding['args'] = {}): Finding {
  return { code, severity: 'error', args, at: { pointer } };
}

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
