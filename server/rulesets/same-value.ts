import type { StandardValue } from './language.ts';

/** Whether two values are written the same, key order aside. Values with the same meaning may still differ here. */
export function sameValue(a: StandardValue, b: StandardValue): boolean {
  return a === b || same(a, b);
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) => Object.hasOwn(b, key) && same(Reflect.get(a, key) as unknown, Reflect.get(b, key) as unknown),
  );
}
