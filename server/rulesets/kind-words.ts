import type { Label } from '../domain/label.ts';
import { jsonType } from './schema-words.ts';
import { alternatives, inBoth } from './words.ts';

const kindCodes: Readonly<Record<string, string>> = {
  string: 'kindText',
  number: 'kindNumber',
  integer: 'kindInteger',
  boolean: 'kindBoolean',
  array: 'kindArray',
  object: 'kindObject',
};

/** JSON types in the words of who sends JSON: of a request, not of a rule set's text. */
export function kindsInWords(types: readonly string[]): Label {
  return alternatives([...new Set(types)].map((type) => inBoth(kindCodes[type] ?? 'kindNull')));
}

/** What a JSON value is, never the value itself: it may be a secret. */
export function kindWords(value: unknown): Label {
  return kindsInWords([jsonType(value)]);
}
