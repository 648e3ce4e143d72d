import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portableSha256 } from '../../server/domain/portable-sha256.ts';
import { sha256 } from '../../server/domain/sha256.ts';

const byNode = (content: string | Uint8Array) => `sha256:${createHash('sha256').update(content).digest('hex')}`;

describe.each([
  ['sha256', sha256],
  ['portableSha256', portableSha256],
])('%s', (_, digest) => {
  it('is what FIPS 180-4 says of abc', () => {
    expect(digest('abc')).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('agrees with node:crypto on any text and any bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.uint8Array({ maxLength: 300 })),
        (content) => {
          expect(digest(content)).toBe(byNode(content));
        },
      ),
    );
    for (const length of [55, 56, 63, 64, 65, 119, 120])
      expect(digest('底'.repeat(length))).toBe(byNode('底'.repeat(length)));
    expect(digest('\ud800')).toBe(byNode('\ud800'));
  });
});
