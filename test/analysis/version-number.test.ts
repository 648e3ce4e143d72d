import { describe, expect, it } from 'vitest';
import { nextVersion } from '../../server/analysis/version-number.ts';

describe('a version number', () => {
  it.each([
    [null, 'worse', '1.0.0'],
    ['1.4.2', 'neutral', '1.4.3'],
    ['1.4.2', 'better', '1.5.0'],
    ['1.4.2', 'worse', '2.0.0'],
    ['1.4.2', 'mixed', '2.0.0'],
    ['1.4.2', 'undetermined', '2.0.0'],
    ['9.99.999', 'better', '9.100.0'],
  ] as const)('after %s, %s: %s', (previous, of, next) => {
    expect(nextVersion(previous, of)).toBe(next);
  });
});
