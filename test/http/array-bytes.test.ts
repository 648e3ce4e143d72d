import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ArrayBytes } from '../../server/http/array-bytes.ts';

const members = fc.array(
  fc.record({ value: fc.jsonValue(), asBytes: fc.boolean(), times: fc.integer({ min: 1, max: 9_000 }) }),
  {
    maxLength: 12,
  },
);

it('is the array of its members, however long they are and whether they come as text or as bytes', () => {
  fc.assert(
    fc.property(members, (all) => {
      const array = new ArrayBytes();
      const values = all.map(({ value, times }) => [value, '县½"\u2028'.repeat(times)]);
      for (const [index, value] of values.entries()) {
        const text = JSON.stringify(value);
        array.add(all[index]?.asBytes ? Buffer.from(text) : text);
      }
      expect(array.members).toBe(all.length);
      expect(array.whole().toString()).toBe(JSON.stringify(values));
    }),
    { numRuns: 50 },
  );
});
