import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, isKey, keyFrom, withoutKeys } from '../../server/access/api-key.ts';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a key', () => {
  it('is dixian_ and 43 characters that a header, a shell and YAML take as they are', () => {
    fc.assert(fc.property(bytes, (random) => isKey(keyFrom(random)) && /^dixian_[\w-]{43}$/.test(keyFrom(random))));
  });

  it('holds all its random bytes: two of them are never alike', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect([...Buffer.from(keyFrom(random).slice('dixian_'.length), 'base64url')]).toEqual([...random]);
      }),
    );
  });

  it('is never made of fewer bytes', () => {
    for (const length of [0, 16, 31, 33]) expect(() => keyFrom(new Uint8Array(length))).toThrow(RangeError);
  });

  it('is kept as the hash that sha256sum makes of it', () => {
    const key = keyFrom(randomBytes(32));
    expect(hashOf(key)).toBe(`sha256:${createHash('sha256').update(key).digest('hex')}`);
  });

  it.each([
    '',
    'dixian_',
    `dixian_${'a'.repeat(42)}`,
    `dixian_${'a'.repeat(44)}`,
    `Dixian_${'a'.repeat(43)}`,
    `dixian_${'é'.repeat(43)}`,
  ])('is not %j', (text) => expect(isKey(text)).toBe(false));
});

describe('a text without keys', () => {
  it('holds no key, wherever one stood in it and however much of it', () => {
    fc.assert(
      fc.property(
        bytes,
        fc.string(),
        fc.string(),
        fc.integer({ min: 12, max: 50 }),
        (random, before, after, length) => {
          const key = keyFrom(random).slice(0, length);
          expect(withoutKeys(`${before} ${key} ${after}`)).not.toContain(key.slice(7));
          expect(withoutKeys(`${before}${keyFrom(random)}${after}`)).not.toContain(keyFrom(random).slice(7));
        },
      ),
    );
  });

  it('holds no random part of one without its beginning', () => {
    const secret = keyFrom(randomBytes(32)).slice('dixian_'.length);
    expect(withoutKeys(`“${secret}”`)).toBe('“…”');
  });

  it('is otherwise the same', () => {
    for (const text of [
      'DIXIAN_LIMITS_EVALUATION_MILLISECONDS_AND_MORE',
      'county-hospital',
      '“many”',
      '/var/lib/dixian',
    ])
      expect(withoutKeys(text)).toBe(text);
  });
});
