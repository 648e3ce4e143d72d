import { expect } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { draftText } from './acts.ts';

/**
 * Holds a store to be what so many acts left: rows, texts, versions and lines.
 * @returns the number of acts
 */
export async function actsIn(store: Store): Promise<number> {
  const done = (await store.rows('tasks')).length;
  for (let n = 1; n <= done; n += 1) expect((await store.row('tasks', `${n}`))?.row.version).toBe(`n${n}`);
  const held = await store.row('drafts', 'd');
  expect(held?.revision ?? 0).toBe(done);
  if (held !== null) expect(await store.draftText(held.row.textHash)).toBe(draftText(done));
  for (let n = 2; n <= done; n += 2) {
    const { row } = (await store.row('drafts', `c${n}`)) ?? expect.fail(`the draft that act ${n} closed is gone`);
    expect([row.state, await store.draftText(row.textHash)]).toEqual(['discarded', draftText(n)]);
  }
  expect((await store.rows('drafts')).length).toBe(done === 0 ? 0 : 1 + Math.floor(done / 2));
  const versions = Array.from({ length: Math.floor(done / 3) }, (_, index) => `1.${3 * (index + 1)}.0`);
  expect(store.records().map(({ version }) => version)).toEqual(versions);
  await store.scrubbed;
  expect(store.damaged).toEqual([]);
  let lines = 0;
  for await (const { line, entry: said } of store.audit.read()) {
    lines = line;
    expect(said.after).toBe(line);
  }
  expect(lines).toBe(done);
  return done;
}
