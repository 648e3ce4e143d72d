import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFolder } from '../../server/store/folder-source.ts';
import { sideOf } from '../../server/usecases/compared/side.ts';
import { ProofMemory, prove } from '../../server/usecases/prove.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { root } from '../house/sources.ts';

it('a proof that was told to stop in its year is not remembered: who asks again is told the whole', async () => {
  const book = new RuleBook(await openFolder(join(root, 'rules'), { samples: true }));
  const now = new Date('2026-01-01T00:00:00Z');
  const [from, to] = [await sideOf(book, '371525@1.0.0', now, null), await sideOf(book, '371500@1.0.0', now, null)];
  let asked = 0;
  const whole = await prove(from, to, { solver: null, goOn: () => Boolean(++asked) });
  expect(whole.result).toBe('refuted');
  const memory = new ProofMemory();
  let left = asked;
  // The last that is asked is whether the year may go on.
  const short = await prove(from, to, { solver: null, memory, goOn: () => --left > 0 });
  expect([short.result, left]).toEqual(['refuted', 0]);
  expect(memory.of(from, to)).toBeUndefined();
  expect(await prove(from, to, { solver: null, memory })).toEqual(whole);
  expect(memory.of(from, to)?.year).toEqual(whole.year);
});
