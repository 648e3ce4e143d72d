import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFolder } from '../../server/store/folder-source.ts';
import { sideOf } from '../../server/usecases/compared/side.ts';
import { EdgesMemory, edges } from '../../server/usecases/edges.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { root } from '../house/sources.ts';

it('edges are looked for once; those of a search that was ended are looked for again', async () => {
  const book = new RuleBook(await openFolder(join(root, 'rules'), { samples: true }));
  const now = new Date('2026-01-01T00:00:00Z');
  const [from, to] = [await sideOf(book, '371500@1.0.0', now, null), await sideOf(book, '371525@1.0.0', now, null)];
  const memory = new EdgesMemory();
  let asked = 0;
  const goOn = (until: number) => () => {
    asked += 1;
    return asked < until;
  };
  const short = await edges(from, to, { limit: 3, goOn: goOn(50) }, memory);
  expect([short.truncated, memory.has(from, to, 3)]).toEqual([true, false]);
  const whole = await edges(from, to, { limit: 3, goOn: goOn(Infinity) }, memory);
  expect([whole.truncated, whole.edges.length, memory.has(from, to, 3)]).toEqual([false, 3, true]);
  asked = 0;
  expect(await edges(from, to, { limit: 3, goOn: goOn(Infinity) }, memory)).toEqual(whole);
  expect(asked).toBe(0);
  expect([memory.has(from, to, 4), memory.has(to, from, 3)]).toEqual([false, false]);
});
