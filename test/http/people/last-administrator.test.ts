import { afterEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../server/store/store.ts';
import { SlowDisk } from '../../store/slow-disk.ts';
import { memoryStore, type Service, startService } from '../service.ts';
import { grant, send, settle, signIn } from '../signed-in.ts';

const NUMBERS = ['A-1', 'A-2'] as const;

let service: Service;
let store: Store;
afterEach(async () => {
  await service.stop();
  await store.close();
});

describe('of two administrators who take each other away at once', () => {
  it.each([
    ['by a lock', { locked: true }],
    ['by their roles', { grants: [{ role: 'analyst' }] }],
  ])('one is left: %s', async (_, change) => {
    const disk = new SlowDisk();
    store = await memoryStore(disk);
    service = await startService({
      store,
      prepare: async (people) => {
        for (const number of NUMBERS) await settle(people, number, grant('administrator'));
      },
    });
    const asked = await Promise.all(
      NUMBERS.map(async (number, index) => {
        const signed = await signIn(service, number);
        const path = `/api/v1/accounts/${NUMBERS[1 - index]}`;
        const { headers } = await send(service, 'GET', path, undefined, signed);
        return { path, headers: { ...signed, 'If-Match': headers.get('etag') ?? '' } };
      }),
    );
    disk.isSlow = true;
    const sent = asked.map(({ path, headers }) => send(service, 'PATCH', path, change, headers));
    const [first = 0, second = 0] = (await Promise.all(sent)).map(({ status }) => status).sort();
    expect([first, second > 400]).toEqual([200, true]);
    const left = (await service.people.desk.rows('accounts')).filter(
      ({ row }) => !row.locked && row.grants.some(({ role }) => role === 'administrator'),
    );
    expect(left).toHaveLength(1);
  });
});
