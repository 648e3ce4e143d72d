import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';

/**
 * `expect(actual, about).toEqual(expected)` for what is compared tens of thousands of times: only where the two are not the
 * same to the last key is the assertion made, which then tells where they differ.
 */
export function expectSame(actual: unknown, expected: unknown, about?: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, about).toEqual(expected);
}
