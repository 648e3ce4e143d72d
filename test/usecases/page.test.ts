import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PageRequest, pageAfter, pageOf } from '../../server/usecases/page.ts';
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

describe('pages of a list in an order of its own', () => {
  const letters = (text: string) => [...text];
  const pages = (before: string, after: string, limit: number) => {
    const first = pageAfter(letters(before), String, { limit: String(limit) });
    const cursor = first.next ?? undefined;
    return [first, pageAfter(letters(after), String, { cursor, limit: '200' })].map(({ items }) => items.join(''));
  };

  it.each([
    ['cabd', 'cabd', ['ca', 'bd']],
    ['cabd', 'xcabyd', ['ca', 'byd']],
    ['cabd', 'abd', ['ca', 'bd']],
    ['cabd', 'adb', ['ca', 'db']],
  ])('of %s and then %s go on where the page before ended', (before, after, expected) => {
    expect(pages(before, after, 2)).toEqual(expected);
  });

  it('follow each other without gap or repetition, of whatever length', () => {
    const names = fc.uniqueArray(fc.string({ maxLength: 60, unit: 'grapheme' }), { maxLength: 30 });
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 9 }), (all, limit) => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = pageAfter(all, String, { cursor, limit: String(limit) });
          seen.push(...page.items);
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(seen).toEqual(all);
      }),
    );
  });

  it('refuse a cursor of another list, one that was made up, and one whose item is no more', async () => {
    const of = (cursor: string | null, items = 'abc') =>
      refused((async () => pageAfter(letters(items), String, { cursor: cursor ?? '' }))());
    for (const cursor of [pageOf(falling(3), itself, { limit: '1' }).next, '', 'YQ', 'a'])
      expect(await of(cursor)).toEqual(['pageCursor /cursor']);
    const { next } = pageAfter(letters('abc'), String, { limit: '2' });
    expect(await of(next, 'acd')).toEqual(['pageCursor /cursor']);
    expect(await wrong({ cursor: next ?? '' })).toEqual(['pageCursor /cursor']);
  });
});
