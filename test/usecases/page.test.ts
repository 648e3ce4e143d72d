import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PageRequest, pageOf } from '../../server/usecases/page.ts';
import { refused } from '../published.ts';

const falling = (count: number) => Array.from({ length: count }, (_, index) => count - index);
const itself = (item: number) => item;
const wrong = (request: PageRequest) => refused((async () => pageOf(falling(3), itself, request))());

describe('pages', () => {
  it('hold 50 items unless another number is asked for', () => {
    expect(pageOf(falling(51), itself).items).toEqual(falling(51).slice(0, 50));
    expect(pageOf(falling(50), itself).next).toBeNull();
    expect(pageOf(falling(300), itself, { limit: '200' }).items).toHaveLength(200);
    expect(pageOf([], itself)).toEqual({ items: [], next: null });
  });

  it('follow each other without gap or repetition, also where items are added meanwhile', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 9 }), (count, limit) => {
        const seen: number[] = [];
        let [items, cursor] = [falling(count), undefined as string | undefined];
        do {
          const page = pageOf(items, itself, { cursor, limit: String(limit) });
          seen.push(...page.items);
          cursor = page.next ?? undefined;
          items = [items.length + 1, ...items];
        } while (cursor !== undefined);
        expect(seen).toEqual(falling(count));
      }),
    );
  });

  it.each(['0', '201', '-1', '1.5', '', 'ten', '1e2'])('refuse %s for a limit', async (limit) => {
    expect(await wrong({ limit })).toEqual(['pageLimit /limit']);
  });

  it.each(['', '2', 'YWZ0ZXIg', 'YWZ0ZXIgMg==', Buffer.from('after 1e0').toString('base64url')])(
    'refuse %s for a cursor',
    async (cursor) => expect(await wrong({ cursor })).toEqual(['pageCursor /cursor']),
  );
});
