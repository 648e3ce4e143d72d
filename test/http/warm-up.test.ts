import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { warmUp } from '../../server/http/warm-up.ts';
import type { RuleSource } from '../../server/rulesets/publication.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { openedRules } from '../opened-rules.ts';

/** A clock on which each look takes two milliseconds. */
function ticking(): () => number {
  let now = 0;
  return () => {
    now += 2;
    return now;
  };
}

describe('before the first claim', () => {
  let rules: RuleSource;
  const never = () => false;

  beforeAll(async () => {
    rules = await openedRules(join(import.meta.dirname, '../../rules'));
  });

  it('every place has had its rules compiled, for the claims that typically come', async () => {
    const book = new RuleBook(rules);
    const { all } = await book.registry();
    const [text] = await book.typicalClaims();
    const date = text?.claims[0]?.date ?? '';
    expect(book.known('371525', date)).toBeUndefined();
    const settled = await warmUp(book, { today: '2019-06-01', isOver: never, clock: ticking() });
    expect(all.filter(({ code }) => book.known(code, date) === undefined)).toEqual([]);
    // Half a second, at two milliseconds a claim.
    expect(settled).toBe(250);
  });

  it('rules of another year than the claims are compiled as well', async () => {
    const book = new RuleBook(rules);
    await warmUp(book, { today: '2030-01-01', isOver: never, clock: ticking() });
    expect(book.known('371525', '2019-12-31')).toBeDefined();
  });

  it('it ends as the service does', async () => {
    const book = new RuleBook(rules);
    let looks = 0;
    const isOver = () => ++looks > 3;
    expect(await warmUp(book, { today: '2019-06-01', isOver, clock: ticking() })).toBe(3);
  });

  it('texts that cannot be read are passed over: whoever asks for them is told', async () => {
    const unreadable: RuleSource = {
      records: () => rules.records(),
      jurisdictions: () => rules.jurisdictions(),
      typicalClaims: () => rules.typicalClaims(),
      text: () => Promise.reject(new Error('EIO')),
    };
    const today = '2019-06-01';
    expect(await warmUp(new RuleBook(unreadable), { today, isOver: never, clock: ticking() })).toBe(0);
    const without = { ...unreadable, typicalClaims: () => Promise.reject(new Error('EIO')) };
    expect(await warmUp(new RuleBook(without), { today, isOver: never, clock: ticking() })).toBe(0);
  });
});
