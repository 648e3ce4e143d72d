import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { components } from '../../client/index.ts';
import { DraftKeeper, type Typed } from '../../editor/standards/draft/keeper.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type Draft = components['schemas']['Draft'];

/** A service with one draft, and a browser that keeps what was typed: what a keeper stands between. */
class Office {
  held = { text: 'a: 1', revision: 1 };
  shelf: Typed | null = null;
  isReachable = true;
  refuses: Error | null = null;
  saves = 0;
  /** Saves that were asked for, come through or not. */
  tries = 0;

  draft = (): Draft => ({ ...this.held }) as unknown as Draft;

  keeper = () =>
    new DraftKeeper(this.draft(), {
      save: async ({ revision }, text) => {
        this.tries += 1;
        await Promise.resolve();
        if (!this.isReachable) throw new TypeError('fetch failed');
        if (this.refuses !== null) throw this.refuses;
        if (revision !== this.held.revision) throw new Error('moved');
        this.saves += 1;
        this.held = { text, revision: revision + 1 };
        return this.draft();
      },
      read: async () => {
        if (!this.isReachable) throw new TypeError('fetch failed');
        return this.draft();
      },
      refusal: (error) =>
        error instanceof TypeError ? null : error instanceof Error && error.message === 'moved' ? 'moved' : 'refused',
      shelf: { read: () => this.shelf, write: (typed) => (this.shelf = typed) },
    });
}

const state = (keeper: DraftKeeper) => [keeper.kept().keeping, keeper.kept().text];

describe('what is typed into a draft', () => {
  it('is saved a moment after the last key, once, and kept in the browser until then', async () => {
    const office = new Office();
    const keeper = office.keeper();
    const seen: string[] = [];
    keeper.watch(() => seen.push(keeper.kept().keeping));
    for (const text of ['a: 2', 'a: 23', 'a: 234']) keeper.type(text);
    expect([state(keeper), office.shelf?.text]).toEqual([['unsaved', 'a: 234'], 'a: 234']);
    await vi.advanceTimersByTimeAsync(800);
    expect([state(keeper), office.held, office.shelf, office.saves]).toEqual([
      ['saved', 'a: 234'],
      { text: 'a: 234', revision: 2 },
      null,
      1,
    ]);
    expect(new Set(seen)).toEqual(new Set(['unsaved', 'saving', 'saved']));
  });

  it('while something is being saved is saved next, over the revision that came of it', async () => {
    const office = new Office();
    const keeper = office.keeper();
    keeper.type('a: 2');
    const saving = keeper.saveNow();
    keeper.type('a: 3');
    await saving;
    expect(state(keeper)).toEqual(['unsaved', 'a: 3']);
    await vi.advanceTimersByTimeAsync(800);
    expect(office.held).toEqual({ text: 'a: 3', revision: 3 });
  });

  it('is all saved before it is gone on with, also what was typed during a save', async () => {
    const office = new Office();
    const keeper = office.keeper();
    keeper.type('a: 2');
    const saving = keeper.saveNow();
    keeper.type('a: 3');
    expect(await keeper.allSaved()).toMatchObject({ text: 'a: 3', revision: 3 });
    await saving;
    keeper.type('a: 4');
    vi.advanceTimersByTime(400);
    // The timer's save is under way.
    expect(keeper.kept().keeping).toBe('saving');
    expect(await keeper.allSaved()).toMatchObject({ text: 'a: 4', revision: 4 });
    expect(office.saves).toBe(3);
  });

  it('is not gone on with where it cannot be saved, or somebody else was quicker', async () => {
    const office = new Office();
    const keeper = office.keeper();
    office.isReachable = false;
    keeper.type('a: 2');
    await expect(keeper.allSaved()).rejects.toThrow('reached');
    office.isReachable = true;
    office.refuses = new Error('too long');
    await expect(keeper.allSaved()).rejects.toThrow('too long');
    office.refuses = null;
    office.held = { text: 'a: 9', revision: 7 };
    expect(await keeper.allSaved()).toBeNull();
    expect(state(keeper)).toEqual(['conflict', 'a: 2']);
  });

  it('waits while the service cannot be reached, and is saved when it is back', async () => {
    const office = new Office();
    office.isReachable = false;
    const keeper = office.keeper();
    keeper.type('a: 2');
    await vi.advanceTimersByTimeAsync(5000);
    keeper.type('a: 5');
    expect([state(keeper), office.shelf?.text]).toEqual([['offline', 'a: 5'], 'a: 5']);
    office.isReachable = true;
    await vi.advanceTimersByTimeAsync(2500);
    expect([state(keeper), office.held.text]).toEqual([['saved', 'a: 5'], 'a: 5']);
  });

  it('outlives a crash of the page, and is saved by the next one', async () => {
    const office = new Office();
    const crashed = office.keeper();
    crashed.type('a: 7');
    crashed.stop();
    const next = office.keeper();
    expect(state(next)).toEqual(['unsaved', 'a: 7']);
    await vi.advanceTimersByTimeAsync(10);
    expect([state(next), office.held.text]).toEqual([['saved', 'a: 7'], 'a: 7']);
  });

  it('is never written over what somebody else did: both are shown, and one is chosen', async () => {
    for (const choice of ['mine', 'theirs'] as const) {
      const office = new Office();
      const keeper = office.keeper();
      office.held = { text: 'a: theirs', revision: 2 };
      keeper.type('a: mine');
      await vi.advanceTimersByTimeAsync(800);
      expect([state(keeper), keeper.kept().theirs?.text]).toEqual([['conflict', 'a: mine'], 'a: theirs']);
      keeper.type('a: mine too');
      await vi.advanceTimersByTimeAsync(5000);
      expect(office.held.text).toBe('a: theirs');
      if (choice === 'mine') await keeper.keepMine();
      else keeper.takeTheirs();
      const wanted = choice === 'mine' ? 'a: mine too' : 'a: theirs';
      expect([state(keeper), office.held.text, office.shelf]).toEqual([['saved', wanted], wanted, null]);
    }
  });

  it('after a crash is no less somebody’s than what was saved meanwhile', () => {
    const office = new Office();
    office.shelf = { text: 'a: typed', revision: 1 };
    office.held = { text: 'a: theirs', revision: 2 };
    const keeper = office.keeper();
    expect([state(keeper), keeper.kept().theirs?.text]).toEqual([['conflict', 'a: typed'], 'a: theirs']);
  });

  it('is not taken for somebody else’s where only the answer to a save was lost', async () => {
    const office = new Office();
    const keeper = office.keeper();
    keeper.type('a: 2');
    office.held = { text: 'a: 2', revision: 2 };
    await vi.advanceTimersByTimeAsync(800);
    expect([state(keeper), keeper.kept().draft.revision]).toEqual([['saved', 'a: 2'], 2]);
  });

  it('is what one’s own went on from, where the answer to a save was lost and more was typed since', async () => {
    const office = new Office();
    office.isReachable = false;
    const keeper = office.keeper();
    keeper.type('a: 2');
    await vi.advanceTimersByTimeAsync(800);
    keeper.type('a: 23');
    // It had come through all the same.
    office.held = { text: 'a: 2', revision: 2 };
    office.isReachable = true;
    await vi.advanceTimersByTimeAsync(5000);
    expect([state(keeper), office.held.text, office.shelf]).toEqual([['saved', 'a: 23'], 'a: 23', null]);
  });

  it('stays where the service says no, with what it said', async () => {
    const office = new Office();
    office.refuses = new Error('closed');
    const keeper = office.keeper();
    keeper.type('a: 2');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([state(keeper), keeper.kept().error, office.shelf?.text]).toEqual([
      ['refused', 'a: 2'],
      office.refuses,
      'a: 2',
    ]);
  });
});

describe('a page that is left', () => {
  /** As the page does when it goes. */
  const leave = (keeper: DraftKeeper) => {
    void keeper.saveNow();
    keeper.stop();
  };

  it('tries once to save what is typed, also what was typed during a save, and then never again', async () => {
    const office = new Office();
    office.isReachable = false;
    const offline = office.keeper();
    offline.type('a: 2');
    leave(offline);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([office.tries, office.shelf?.text]).toEqual([1, 'a: 2']);
    office.isReachable = true;
    const keeper = office.keeper();
    await vi.advanceTimersByTimeAsync(800);
    keeper.type('a: 3');
    void keeper.saveNow();
    keeper.type('a: 4');
    leave(keeper);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([office.held.text, office.shelf, office.tries]).toEqual(['a: 4', null, 4]);
  });

  it('leaves what is typed to the next page of the draft, alone', async () => {
    const office = new Office();
    office.isReachable = false;
    const left = office.keeper();
    left.type('ab');
    leave(left);
    const next = office.keeper();
    next.type('abc');
    await vi.advanceTimersByTimeAsync(5000);
    office.isReachable = true;
    await vi.advanceTimersByTimeAsync(5000);
    expect([state(next), office.held.text, office.shelf]).toEqual([['saved', 'abc'], 'abc', null]);
  });

  it('clears nothing that the next page put into the browser, whose text goes on from its last save', async () => {
    const office = new Office();
    const left = office.keeper();
    left.type('ab');
    leave(left);
    const next = office.keeper();
    next.type('abc');
    await Promise.resolve();
    await Promise.resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect([office.held.text, office.shelf?.text]).toEqual(['ab', 'abc']);
    await vi.advanceTimersByTimeAsync(5000);
    expect([state(next), office.held.text, office.shelf]).toEqual([['saved', 'abc'], 'abc', null]);
  });
});

describe('a page on which nothing is typed', () => {
  it('takes what somebody else saved when one comes back to it', async () => {
    const office = new Office();
    const keeper = office.keeper();
    office.held = { text: 'a: theirs', revision: 2 };
    await keeper.look();
    expect(state(keeper)).toEqual(['saved', 'a: theirs']);
  });
});
