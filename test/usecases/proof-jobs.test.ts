import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Identity } from '../../server/access/identify.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import { sideOf } from '../../server/usecases/compared/side.ts';
import { ProofJobs } from '../../server/usecases/proof-jobs.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { root } from '../house/sources.ts';

it('one person has six proofs open at most, and others get their turn; what is ended before its turn makes room', async () => {
  const book = new RuleBook(await openFolder(join(root, 'rules'), { samples: true }));
  const now = new Date('2026-01-01T00:00:00Z');
  const [from, to] = [await sideOf(book, '371525@1.0.0', now, null), await sideOf(book, '371500@1.0.0', now, null)];
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const faults: unknown[] = [];
  // None comes to its end before it is let.
  const jobs = new ProofJobs({
    ...{ solver: null, pause: () => held, newId: randomUUID },
    ...{ fault: (error) => faults.push(error), until: () => () => {} },
  });
  const person = (staffNumber: string): Identity => ({ kind: 'person', staffNumber, grants: [], session: '' });
  const begin = (identity: Identity) => {
    try {
      return jobs.begin(identity, from, to).id;
    } catch (error) {
      return error instanceof Refusal ? error.code : String(error);
    }
  };
  const own = Array.from({ length: 6 }, () => begin(person('G-1')));
  expect(own).not.toContain('overloaded');
  expect(begin(person('G-1'))).toBe('overloaded');
  // Of the eighteen that there is room for, six are theirs, and twelve are left.
  const others = Array.from({ length: 12 }, (_, index) => begin(person(`S-${index % 2}`)));
  expect(others).not.toContain('overloaded');
  expect(begin(person('C-1'))).toBe('overloaded');
  jobs.cancel(person('G-1'), own[5] ?? '');
  expect(begin(person('G-1'))).not.toBe('overloaded');
  jobs.close();
  goOn();
  await new Promise((resolve) => setImmediate(resolve));
  expect(faults).toEqual([]);
});
