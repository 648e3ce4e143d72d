import type { Label } from '../domain/label.ts';
import { alternatives, inBoth } from './words.ts';

const typeCodes: Readonly<Record<string, string>> = {
  string: 'typeText',
  number: 'typeNumber',
  integer: 'typeInteger',
  boolean: 'typeBoolean',
  array: 'typeList',
  object: 'typeMap',
  null: 'typeNothing',
};

/** JSON types in words. */
export function typeWords(types: readonly string[]): Label {
  return alternatives([...new Set(types)].map((type) => inBoth(typeCodes[type] ?? 'typeText')));
}

/** The JSON type of a value; a whole number is a `number` here. */
export function jsonType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

/** Whether a value is of a JSON Schema type. */
export function isOfType(value: unknown, type: string): boolean {
  return type === 'integer' ? Number.isInteger(value) : jsonType(value) === type;
}
