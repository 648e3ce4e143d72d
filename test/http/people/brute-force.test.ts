import { afterEach, describe, expect, it } from 'vitest';
import { HASH_COST, NOBODYS_HASH, type Scrypt } from '../../../server/access/password-hash.ts';
import { fastScrypt } from '../fast-scrypt.ts';
import { type Service, startService } from '../service.ts';
import { grant, PASSWORD, send, settle } from '../signed-in.ts';

let service: Service | undefined;
let clock = 0;
afterEach(() => service?.stop());

/** What scrypt was asked to do, by its cost and the salt. */
let hashed: string[] = [];
const counting: Scrypt = (password, salt, cost, length) => {
  hashed.push(`${cost.n}/${cost.r}/${cost.p} ${salt.length}`);
  return fastScrypt(password, salt, cost, length);
};

async function begin(scrypt: Scrypt = counting): Promise<Service> {
  clock = 0;
  service = await startService({
    clock: () => clock,
    scrypt,
    trustedProxies: 1,
    prepare: async (people) => {
      await settle(people, 'VICTIM', grant('countyEditor', '371525'));
      await settle(people, 'OTHER', grant('countyEditor', '371525'));
    },
  });
  hashed = [];
  return service;
}

/** What the last 429 asked to wait. */
let seconds = 0;

async function attempt(from: string, staffNumber: string, password: string): Promise<string> {
  const headers = { 'X-Forwarded-For': from };
  const body = { staffNumber, password };
  const answer = await send(service as Service, 'POST', '/api/v1/session', body, headers);
  if (answer.status === 429) seconds = Number(answer.headers.get('retry-after'));
  return answer.status === 201 ? 'in' : String(answer.json.code);
}

/** Many attempts at one person's password, ten at a time. */
async function attempts(count: number, from: (index: number) => string): Promise<readonly string[]> {
  const answers: string[] = [];
  for (let first = 0; first < count; first += 10) {
    const ten = Array.from({ length: 10 }, (_, more) => first + more);
    answers.push(...(await Promise.all(ten.map((index) => attempt(from(index), 'VICTIM', `guess ${index}`)))));
  }
  return answers;
}

const tally = (answers: readonly string[]) =>
  Object.fromEntries([...new Set(answers)].map((one) => [one, answers.filter((other) => other === one).length]));

describe('whoever tries passwords', () => {
  it('from one address has five at once, and then waits, longer each time; the victim elsewhere never does', async () => {
    await begin();
    const tried = await attempts(300, () => '9.9.9.9');
    expect(tally(tried)).toEqual({ signInFailed: 5, signInTooSoon: 295 });
    expect(hashed).toHaveLength(5);
    expect(await attempt('8.8.8.8', 'VICTIM', PASSWORD)).toBe('in');
    // The right one is not looked at either, before its time.
    expect(await attempt('9.9.9.9', 'VICTIM', PASSWORD)).toBe('signInTooSoon');
    const waits: number[] = [];
    for (let round = 0; round < 14; round += 1) {
      expect(await attempt('9.9.9.9', 'VICTIM', 'wrong')).toBe('signInTooSoon');
      waits.push(seconds);
      clock += seconds * 1000;
      expect(await attempt('9.9.9.9', 'VICTIM', 'wrong')).toBe('signInFailed');
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]);
    // Not for ever: even from there its owner gets in, a quarter of an hour later.
    clock += 15 * 60_000;
    expect(await attempt('9.9.9.9', 'VICTIM', PASSWORD)).toBe('in');
  }, 30_000);

  it('gains nothing by asking all at once', async () => {
    await begin();
    const all = Array.from({ length: 60 }, (_, index) => attempt('9.9.9.9', 'VICTIM', `guess ${index}`));
    const { signInFailed, signInTooSoon } = tally(await Promise.all(all));
    expect([signInFailed, signInTooSoon]).toEqual([5, 55]);
  });

  it('of many people from one address waits as well, never more than a minute', async () => {
    await begin();
    const tried: string[] = [];
    for (let index = 0; index < 100; index += 1) tried.push(await attempt('9.9.9.9', `N-${index}`, 'guess'));
    expect(tally(tried)).toEqual({ signInFailed: 50, signInTooSoon: 50 });
    clock += 60_000;
    expect(await attempt('9.9.9.9', 'OTHER', PASSWORD)).toBe('in');
  });

  it('from a hundred addresses has five from each, and keeps out neither victim nor neighbour', async () => {
    await begin();
    const tried = await attempts(700, (index) => `7.7.${index % 100}.1`);
    expect(tally(tried)).toEqual({ signInFailed: 500, signInTooSoon: 200 });
    expect(await attempt('8.8.8.8', 'VICTIM', PASSWORD)).toBe('in');
    expect(await attempt('7.7.1.1', 'OTHER', PASSWORD)).toBe('in');
  }, 30_000);

  it('cannot make up another address: what a caller claims before the proxy is not looked at', async () => {
    await begin();
    const tried: string[] = [];
    for (let index = 0; index < 10; index += 1) tried.push(await attempt(`${index}.1.1.1, 9.9.9.9`, 'VICTIM', 'x'));
    expect(tally(tried)).toEqual({ signInFailed: 5, signInTooSoon: 5 });
  });

  it('does not learn who there is: the same work is done for nobody as for somebody', async () => {
    await begin();
    await attempt('1.1.1.1', 'VICTIM', 'guess');
    await attempt('1.1.1.2', 'NOBODY', 'guess');
    await attempt('1.1.1.3', '', 'guess');
    const { n, r, p } = HASH_COST;
    expect(hashed).toEqual(Array.from({ length: 3 }, () => `${n}/${r}/${p} 16`));
    expect({ n: NOBODYS_HASH.n, r: NOBODYS_HASH.r, p: NOBODYS_HASH.p }).toEqual({ n: 32_768, r: 8, p: 1 });
  });

  it('is answered 503 where more come than can be looked at, and costs two at a time', async () => {
    let inside = 0;
    let most = 0;
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    let isShut = false;
    const slow: Scrypt = async (...args) => {
      inside += 1;
      most = Math.max(most, inside);
      if (isShut) await gate;
      inside -= 1;
      return fastScrypt(...args);
    };
    await begin(slow);
    [isShut, most] = [true, 0];
    const all = Array.from({ length: 30 }, (_, index) => attempt(`6.6.6.${index}`, 'VICTIM', 'guess'));
    const busy = all.map(async (one) => ((await one) === 'signInBusy' ? 1 : 0));
    // Twelve are refused at once; the others wait for the gate.
    const refused: string[] = [];
    for (const one of all) void one.then((answer) => refused.push(answer));
    while (refused.length < 12) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(tally(refused)).toEqual({ signInBusy: 12 });
    open();
    expect((await Promise.all(busy)).reduce<number>((sum, one) => sum + one, 0)).toBe(12);
    expect(most).toBe(2);
  });
});

describe('a password kept in less than today’s strength', () => {
  it('is hashed anew when its owner signs in, and is still theirs', async () => {
    const { people } = await begin();
    const held = await people.desk.row('accounts', 'VICTIM');
    if (held?.row.password == null) throw new Error('no password');
    const weak = { ...held.row, password: { ...held.row.password, n: 1024 } };
    const entry = { at: '2019-07-01T00:00:00Z', by: { kind: 'system' }, act: 'test', on: null } as const;
    await people.desk.act({
      audit: [{ ...entry, before: null, after: null, reason: null }],
      rows: [{ table: 'accounts', id: 'VICTIM', expects: held.revision, row: weak }],
    });
    expect(await attempt('1.1.1.1', 'VICTIM', PASSWORD)).toBe('in');
    expect((await people.desk.row('accounts', 'VICTIM'))?.row.password?.n).toBe(HASH_COST.n);
    expect(await attempt('1.1.1.1', 'VICTIM', PASSWORD)).toBe('in');
  });
});
