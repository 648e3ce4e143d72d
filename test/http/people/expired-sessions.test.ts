import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Service, startService } from '../service.ts';
import { grant, settle, signIn } from '../signed-in.ts';

const DAY = 24 * 3_600_000;

let service: Service;
let clock = 0;
let ahead = 0;
beforeAll(async () => {
  service = await startService({
    clock: () => clock,
    now: () => new Date(Date.UTC(2019, 6, 1) + clock + ahead),
    prepare: async (people) => {
      for (const one of ['P-1', 'P-2', 'P-3']) await settle(people, one, grant('countyEditor', '371525'));
    },
  });
});
afterAll(() => service.stop());

const whose = async () =>
  (await service.people.desk.rows('sessions')).map(({ row }) => row.staffNumber).toSorted((a, b) => (a < b ? -1 : 1));

/** Whose sessions the trail says have expired; all by the program itself. */
async function expiredLines(): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { entry } of service.people.desk.audit.read())
    if (entry.act === 'session.expired') found.push(`${entry.by.kind} ${entry.on?.id}`);
  return found.toSorted();
}

describe('sessions that nobody came back to', () => {
  it('go when anybody signs in, each with its line; those that only the date ends stay', async () => {
    await signIn(service, 'P-1');
    await signIn(service, 'P-1');
    // The date jumps, the clock does not: nobody is thrown out by that.
    ahead = DAY;
    await signIn(service, 'P-2');
    expect(await whose()).toEqual(['P-1', 'P-1', 'P-2']);
    expect(await expiredLines()).toEqual([]);
    clock += 2 * DAY;
    await signIn(service, 'P-3');
    expect(await whose()).toEqual(['P-3']);
    expect(await expiredLines()).toEqual(['system P-1', 'system P-1', 'system P-2']);
  });

  it('go twenty at a time, so that nobody waits for them', async () => {
    const { desk } = service.people;
    const row = { staffNumber: 'P-1', epoch: 1, begun: '2019-01-01T00:00:00Z', expires: '2019-01-01T12:00:00Z' };
    const rows = Array.from(
      { length: 30 },
      (_, n) => ({ table: 'sessions', id: `old-${n}`, expects: 0, row }) as const,
    );
    const entry = { at: '2019-01-01T00:00:00Z', by: { kind: 'system' }, act: 'test', on: null } as const;
    await desk.act({ audit: [{ ...entry, before: null, after: null, reason: null }], rows });
    const left = async () => (await whose()).filter((one) => one === 'P-1').length;
    await signIn(service, 'P-2');
    expect(await left()).toBe(10);
    await signIn(service, 'P-2');
    expect(await left()).toBe(0);
  });
});
