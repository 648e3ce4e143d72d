import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Shelf, ShelfRoom } from '../../server/store/shelf.ts';

/** How a kind of shelf is opened, and opened again on the same data. */
export interface ShelfUnderTest {
  open(room: ShelfRoom, now: () => Date): Promise<Shelf>;
  /** Puts everything away after a test. */
  dispose(): Promise<void>;
}

const MINUTE = 60_000;

/** What every shelf must do, whatever it keeps its texts in. */
export function shelfContract(name: string, make: () => Promise<ShelfUnderTest>): void {
  describe(`${name}: what every shelf does`, () => {
    let under: ShelfUnderTest;
    let at = Date.parse('2026-01-01T00:00:00Z');
    beforeEach(async () => {
      under = await make();
      at = Date.parse('2026-01-01T00:00:00Z');
    });
    afterEach(() => under.dispose());
    const open = (room: Partial<ShelfRoom> = {}) =>
      under.open({ texts: 100, bytes: 1_000_000, milliseconds: null, ...room }, () => new Date(at));
    const held = async (shelf: Shelf, names: readonly string[]) => {
      const found = await Promise.all(names.map((one) => shelf.read(one)));
      return names.filter((_, index) => found[index] !== null);
    };

    it('keeps texts byte for byte under their names, also for whoever opens it next', async () => {
      const shelf = await open();
      const texts = { a: '', 'A_-9': '一行\n又一行\n', b: '\u{feff}"{\\u0000 \u2028' };
      for (const [key, text] of Object.entries(texts)) expect(await shelf.keep(key, text)).toBe(true);
      await shelf.keep('a', 'newer');
      await shelf.close();
      for (const [key, text] of Object.entries({ ...texts, a: 'newer' })) {
        expect(await shelf.read(key)).toBe(text);
        expect(await (await open()).read(key)).toBe(text);
      }
    });

    it('has nothing under other names, and forgets what it is told to', async () => {
      const shelf = await open();
      await shelf.keep('a', 'one');
      for (const other of ['b', '', '.', '../a', 'a/../a', 'a.jsonl', '__proto__'])
        expect(await shelf.read(other)).toBeNull();
      await shelf.forget('b');
      await shelf.forget('a');
      expect(await shelf.read('a')).toBeNull();
      await shelf.close();
      expect(await (await open()).read('a')).toBeNull();
    });

    it('forgets those of the longest ago where there is no room, but never the newest', async () => {
      const shelf = await open({ texts: 2 });
      for (const one of ['c', 'b', 'c', 'a']) {
        at += MINUTE;
        await shelf.keep(one, one);
      }
      expect(await held(shelf, ['a', 'b', 'c'])).toEqual(['a', 'c']);
      await shelf.close();
      expect(await held(await open({ texts: 1 }), ['a', 'c'])).toEqual(['a']);
      const small = await open({ bytes: 100 });
      await small.keep('d', 'd'.repeat(300));
      expect(await held(small, ['a', 'd'])).toEqual(['d']);
    });

    it('forgets what has been kept for longer than is stated', async () => {
      const shelf = await open({ milliseconds: MINUTE });
      await shelf.keep('a', 'one');
      at += MINUTE;
      expect(await shelf.read('a')).toBe('one');
      at += 1;
      expect(await shelf.read('a')).toBeNull();
      await shelf.close();
      await open({ milliseconds: MINUTE });
      // Gone, not only hidden: whoever keeps texts for longer has none.
      expect(await (await open()).read('a')).toBeNull();
    });

    it('does what is asked for in that order', async () => {
      const shelf = await open();
      const acts = [shelf.keep('a', 'one'), shelf.forget('a'), shelf.keep('b', 'one'), shelf.keep('b', 'two')];
      await Promise.all(acts);
      expect(await held(shelf, ['a', 'b'])).toEqual(['b']);
      expect(await shelf.read('b')).toBe('two');
    });

    it('keeps nothing once it is closed', async () => {
      const shelf = await open();
      const early = shelf.keep('a', 'one');
      await shelf.close();
      expect([await early, await shelf.keep('b', 'one')]).toEqual([true, false]);
      expect(await held(await open(), ['a', 'b'])).toEqual(['a']);
    });
  });
}
