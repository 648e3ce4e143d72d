import type { StandardValue } from './language.ts';

/** Whether two values are written the same, key order aside. Values with the same meaning may still differ here. */
export function sameValue(a: StandardValue, b: StandardValue): boolean {
  return sameJson(a, b);
}

/** Whether two pieces of JSON are the same, key order aside. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) => Object.hasOwn(b, key) && sameJson(Reflect.get(a, key) as unknown, Reflect.get(b, key) as unknown),
  );
}
