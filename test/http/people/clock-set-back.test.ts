import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../server/store/store.ts';
import { memoryStore, type Service, startService } from '../service.ts';
import { grant, PASSWORD, type Signed, send, settle, signIn } from '../signed-in.ts';

const MINUTE = 60_000;

let store: Store;
let service: Service;
let now = Date.UTC(2019, 6, 1);
const start = async (prepare = {}) => {
  service = await startService({ store, now: () => new Date(now), ...prepare });
};
beforeAll(async () => {
  store = await memoryStore();
  await start({
    prepare: async (people: Service['people']) => {
      await settle(people, 'A-1', grant('administrator'));
      await settle(people, 'E-1', grant('countyEditor', '371525'));
    },
  });
});
afterAll(async () => {
  await service.stop();
  await store.close();
});

/** The service is started anew, by a clock that was moved meanwhile. */
async function again(minutes: number): Promise<void> {
  await service.stop();
  now += minutes * MINUTE;
  await start();
}
const me = async ({ Cookie }: Signed) => (await send(service, 'GET', '/api/v1/session', undefined, { Cookie })).status;
const rows = async () => (await store.rows('sessions')).map(({ row }) => row.staffNumber);

describe('a clock that is set back', () => {
  it('prolongs no session of before a restart; a little is none', async () => {
    const [mine, theirs] = [await signIn(service, 'E-1'), await signIn(service, 'A-1')];
    await again(-4);
    expect([await me(mine), await me(theirs)]).toEqual([200, 200]);
    await again(-2);
    expect(await me(mine)).toBe(401);
    // And what nobody comes back to goes with the next act, as what has expired.
    expect(await rows()).toEqual(['A-1']);
    await signIn(service, 'E-1');
    expect(await rows()).toEqual(['E-1']);
    expect(await me(theirs)).toBe(401);
  });

  it('prolongs and ends none of a service that goes on', async () => {
    const mine = await signIn(service, 'E-1');
    now -= 60 * MINUTE;
    await signIn(service, 'E-1');
    expect(await me(mine)).toBe(200);
  });

  it('prolongs no invitation', async () => {
    const admin = await signIn(service, 'A-1');
    const invite = async (staffNumber: string) => {
      const made = await send(service, 'POST', '/api/v1/accounts', { staffNumber, name: '某某人', grants: [] }, admin);
      return (made.json.invitation as { readonly token: string }).token;
    };
    const accept = async (token: string) => {
      const { status, json } = await send(service, 'POST', '/api/v1/invitations', { token, password: PASSWORD });
      return [status, json.code];
    };
    const [first, second] = [await invite('N-1'), await invite('N-2')];
    now -= 4 * MINUTE;
    expect(await accept(first)).toEqual([204, undefined]);
    now -= 2 * MINUTE;
    expect(await accept(second)).toEqual([404, 'invitationUnknown']);
  });
});
