import { expect, it } from 'vitest';
import { type Judged, movedOn } from '../../editor/api/moved-on.ts';
import { differencesOf, mergedText, settledSide } from '../../editor/standards/merging/differences.ts';
import { readText } from '../../editor/standards/text/read-text.ts';

type Version = Parameters<typeof movedOn>[2][number];
const version = (number: string, sequence: number, from: string, publishedAt = '2019-07-02T00:00:00Z') =>
  ({ version: number, sequence, digest: number, publishedAt, inForce: [{ from, to: '2019-12-31' }] }) as Version;
const draft = (more: Partial<Judged> = {}): Judged => ({
  ...{ state: 'draft', createdAt: '2019-07-01T00:00:00Z', submission: null, gates: [] },
  origin: { kind: 'inForce', version: '1.0.0', digest: `sha256:${'0'.repeat(64)}`, date: '2019-07-01' },
  ...more,
});
const days = { from: '2019-10-01', to: '2019-12-31' };
const first = version('1.0.0', 5, '2019-07-01', '2019-01-01T00:00:00Z');

it('a draft is told what has been published for its days since it was begun, until it stands on that', () => {
  const next = version('1.1.0', 6, '2019-09-01');
  expect(movedOn(draft(), days, [next, first], [])).toMatchObject({ onto: { version: '1.1.0' } });
  expect(movedOn(draft({ origin: { kind: 'version', version: '1.1.0' } }), days, [next, first], [])).toBeNull();
  // What is in force on other days only, and what was there before it was begun, is nothing new.
  const earlier: Version = { ...next, inForce: [{ from: '2019-07-01', to: '2019-09-30' }] };
  expect(movedOn(draft(), days, [earlier, first], [])).toBeNull();
  expect(movedOn(draft(), days, [version('1.1.0', 6, '2019-09-01', '2019-06-01T00:00:00Z'), first], [])).toBeNull();
  expect(movedOn(draft({ state: 'published' }), days, [next, first], [])).toBeNull();
});

it('of three texts each change is taken from who made it; what both changed, and nothing else, is for choice', () => {
  const text = (reason: string, figures: string) => `reason: ${reason}\nstandards:\n${figures} # end\n`;
  const base = text('old', '  a.a: {1: 100, 2: 200}\n  b.b: 5');
  const mine = text('null', '  a.a: {1: 90, 2: 200}\n  b.b: 6\n  c.c: 1');
  const theirs = text('new', '  # theirs\n  a.a: {1: 100, 2: 150}\n  b.b: 7');
  const [one, other, third] = [base, mine, theirs].map((given) => readText(given)?.value ?? {});
  const found = differencesOf(one ?? {}, other ?? {}, third ?? {});
  expect(found.map(({ path, changedBy }) => `${path.join('/')} ${changedBy}`)).toEqual([
    'reason both',
    'standards/a.a/1 mine',
    'standards/a.a/2 theirs',
    'standards/b.b both',
    'standards/c.c mine',
  ]);
  expect(found.filter((each) => settledSide(each) === null).map(({ path }) => path[1])).toEqual(['b.b']);
  expect(mergedText(theirs, found, (each) => settledSide(each) ?? 'theirs')).toBe(
    text('null', '  # theirs\n  a.a: {1: 90, 2: 150}\n  b.b: 7').replace(' # end', ' # end\n  c.c: 1'),
  );
});
