import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openEmbedded } from '../../../server/store/embedded-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { createAccount } from '../../../server/usecases/people/accounts.ts';
import { changeAccount } from '../../../server/usecases/people/change-account.ts';
import type { People } from '../../../server/usecases/people/people.ts';
import { Door } from '../../http/drafts/door.ts';
import { MemoryDisk } from '../../store/memory-disk.ts';
import { entry } from '../../store/publishing.ts';

/** Made-up people, one of them an administrator; at a desk with a door. */
async function deskBehind(door: Door) {
  const store = await openEmbedded('/data', { fs: new MemoryDisk().fs, takeLock: () => () => {} });
  const at = (desk: Store) =>
    ({
      desk,
      now: () => new Date('2019-05-01T00:00:00Z'),
      random: (count: number) => randomBytes(count),
    }) as unknown as People;
  const grants = [{ role: 'administrator', jurisdiction: null }] as const;
  const system = { kind: 'system' } as const;
  for (const staffNumber of ['A-1', 'C-1'])
    await createAccount(at(store), system, { staffNumber, name: '某某', grants: staffNumber === 'A-1' ? grants : [] });
  const lock = async () => {
    const held = await store.row('accounts', 'A-1');
    if (held === null) throw new Error('no account');
    const row = { ...held.row, locked: true };
    await store.act({
      audit: [entry('locked')],
      rows: [{ table: 'accounts', id: 'A-1', expects: held.revision, row }],
    });
  };
  return { store, people: at(door.before(store)), lock };
}

const BY = { kind: 'person', staffNumber: 'A-1', role: 'administrator' } as const;
const SIGNED = { kind: 'person', staffNumber: 'A-1', grants: [], session: '' } as const;
const NEW = { staffNumber: 'X-1', name: '某某', grants: [] };
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    ({ code }: { code: string }) => code,
  );

describe('an administrator who is locked between the look and the act', () => {
  it.each([
    [true, 'personNeeded'],
    [false, 'done'],
  ])('makes and changes no account any more; where the store did not look, they would', async (guarded, wanted) => {
    for (const [act, ask] of [
      ['account.created', (people: People) => createAccount(people, BY, NEW)],
      ['account.changed', (people: People) => changeAccount(people, SIGNED, 'C-1', { name: '另一' }, 1)],
    ] as const) {
      const door = new Door(guarded);
      const { store, people, lock } = await deskBehind(door);
      const waits = door.stop(act);
      const answer = outcome(ask(people));
      await waits;
      await lock();
      door.letIn();
      expect(await answer).toBe(wanted);
      expect((await store.row('accounts', 'X-1')) === null).toBe(guarded || act !== 'account.created');
      await store.close();
    }
  });
});
