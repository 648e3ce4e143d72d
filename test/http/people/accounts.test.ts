import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../../server/store/embedded-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { openSetUp } from '../../../server/usecases/people/set-up.ts';
import { type Received, type Service, startService } from '../service.ts';
import { PASSWORD, type Signed, send, signIn } from '../signed-in.ts';

/** From the first start to people at work, over a real socket and real files. */
let folder: string;
let store: Store;
let service: Service;
let admin: Signed;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dixian-people-'));
  store = await openEmbedded(folder);
  service = await startService({ store });
});
afterAll(async () => {
  await service.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

const ask = (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = admin) =>
  send(service, method, path, body, headers);
const codes = ({ json }: Received) =>
  (json.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`);
const etag = async (staffNumber: string) =>
  (await ask('GET', `/api/v1/accounts/${staffNumber}`)).headers.get('etag') ?? '';
const patch = async (staffNumber: string, body: object, who: Signed = admin) =>
  ask('PATCH', `/api/v1/accounts/${staffNumber}`, body, { ...who, 'If-Match': await etag(staffNumber) });

/** Makes an account and lets its person choose the password. */
async function hire(staffNumber: string, grants: readonly object[], name = '赵钱孙'): Promise<Signed> {
  const made = await ask('POST', '/api/v1/accounts', { staffNumber, name, grants });
  expect(made.status).toBe(201);
  const { token } = made.json.invitation as { token: string };
  expect((await ask('POST', '/api/v1/invitations', { token, password: PASSWORD }, {})).status).toBe(204);
  return signIn(service, staffNumber);
}

describe('the set-up', () => {
  const wish = (token: string, more = {}) => ({ token, staffNumber: 'A-1', name: '李明', password: PASSWORD, ...more });
  const begin = (body: object) => ask('POST', '/api/v1/setup', body, {});

  it('is open to the link alone, once, and then to nobody', async () => {
    expect((await begin(wish('x'.repeat(43)))).json.code).toBe('setUpTokenWrong');
    const old = (await openSetUp(service.people)) ?? '';
    const token = (await openSetUp(service.people)) ?? '';
    expect((await begin(wish(old))).json.code).toBe('setUpTokenWrong');
    expect(codes(await begin(wish(token, { password: 'short' })))).toEqual(['/password passwordTooShort']);
    expect(codes(await begin(wish(token, { grants: [] })))).toEqual(['/grants requestFieldUnknown']);
    const both = await Promise.all([begin(wish(token)), begin(wish(token, { staffNumber: 'A-2' }))]);
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await begin(wish(token, { staffNumber: 'A-3' }))).json.code).toBe('setUpDone');
    expect(await openSetUp(service.people)).toBeNull();
    const rows = await store.rows('accounts');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    admin = await signIn(service, rows[0]?.id ?? '');
  });
});

describe('an account', () => {
  it('is made with an invitation that works once, and only while it is the newest', async () => {
    const grants = [{ role: 'countyEditor', jurisdiction: '371525' }];
    const made = await ask('POST', '/api/v1/accounts', { staffNumber: 'C-1', name: '王芳', grants });
    expect([made.status, made.headers.get('location'), made.headers.get('etag')]).toEqual([
      201,
      '/api/v1/accounts/C-1',
      '"1"',
    ]);
    const first = (made.json.invitation as { token: string }).token;
    const second = ((await patch('C-1', { invite: true })).json.invitation as { token: string }).token;
    const accept = async (token: string, password = PASSWORD) =>
      (await ask('POST', '/api/v1/invitations', { token, password }, {})).json.code ?? 'done';
    expect(await accept(first)).toBe('invitationUnknown');
    expect(await accept(second, '王芳 and the lanterns')).toBe('passwordTellsWho');
    expect(await accept(second, 'C1 with many lanterns c-1')).toBe('done');
    expect(await accept(second)).toBe('invitationUnknown');
  });

  it('takes no name that nobody can see', async () => {
    for (const name of ['\u3164', '\u200b', 'a\u202eb'])
      expect(codes(await ask('POST', '/api/v1/accounts', { staffNumber: 'C-8', name, grants: [] }))).toEqual([
        '/name accountNameLength',
      ]);
  });

  it('takes a staff number for good: it is nobody else’s, whatever the name', async () => {
    const again = await ask('POST', '/api/v1/accounts', { staffNumber: 'C-1', name: '另一人', grants: [] });
    expect([again.status, again.json.code]).toEqual([409, 'accountExists']);
    const twice = { staffNumber: 'C-2', name: '甲', grants: [] };
    const both = await Promise.all([1, 2].map(() => ask('POST', '/api/v1/accounts', twice)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(codes(await patch('C-2', { staffNumber: 'C-9' }))).toEqual(['/staffNumber requestFieldUnknown']);
  });

  it.each([
    [
      'a county’s role in the city',
      { role: 'countyEditor', jurisdiction: '371500' },
      '/grants/0/jurisdiction grantPlace',
    ],
    [
      'a city’s role in a county',
      { role: 'cityReviewer', jurisdiction: '371525' },
      '/grants/0/jurisdiction grantPlace',
    ],
    [
      'a place that there is not',
      { role: 'countyEditor', jurisdiction: '999999' },
      '/grants/0/jurisdiction grantPlace',
    ],
    ['no place', { role: 'countyReviewer' }, '/grants/0/jurisdiction grantPlace'],
    [
      'an administrator of a place',
      { role: 'administrator', jurisdiction: '371500' },
      '/grants/0/jurisdiction grantPlaceNone',
    ],
    ['a role that there is not', { role: 'king' }, '/grants/0/role grantRoleUnknown'],
    ['more than a grant', { role: 'analyst', approvedBy: 'C-1' }, '/grants/0/approvedBy requestFieldUnknown'],
  ])('is not given %s', async (_, grant, complaint) => {
    expect(codes(await patch('C-2', { grants: [grant] }))).toEqual([complaint]);
  });

  it('is never administrator and something else, nor the same twice', async () => {
    const reviewer = { role: 'countyReviewer', jurisdiction: '371525' };
    const both = await patch('C-2', { grants: [{ role: 'administrator' }, reviewer] });
    expect(codes(both)).toEqual(['/grants/0 administratorNoPolicy']);
    expect(codes(await patch('C-2', { grants: [reviewer, reviewer] }))).toEqual(['/grants/1 grantTwice']);
  });

  it('is not given password, session or id by whoever names such fields', async () => {
    for (const field of ['password', 'epoch', 'passwordSet', 'revision', 'invitation', 'role', 'status', 'createdAt'])
      expect(codes(await patch('C-2', { [field]: 1 }))).toEqual([`/${field} requestFieldUnknown`]);
    expect((await patch('C-2', {})).json.code).toBe('accountNothingToDo');
  });

  it('is changed by who looked at it last: 428 without, 412 with an older ETag', async () => {
    const path = '/api/v1/accounts/C-2';
    expect((await ask('PATCH', path, { name: '乙' })).status).toBe(428);
    expect((await ask('PATCH', path, { name: '乙' }, { ...admin, 'If-Match': '*' })).status).toBe(422);
    const seen = { ...admin, 'If-Match': await etag('C-2') };
    const both = await Promise.all(['丙', '丁'].map((name) => ask('PATCH', path, { name }, seen)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await ask('PATCH', path, { name: '戊' }, seen)).json.code).toBe('revisionMoved');
  });

  it('shows nobody’s hash, salt or invitation', async () => {
    const { text } = await ask('GET', '/api/v1/accounts');
    for (const { row } of await store.rows('accounts'))
      for (const secret of [row.password?.hash, row.password?.salt, row.invitation?.hash])
        if (secret !== undefined) expect(text).not.toContain(secret);
  });
});

describe('what is taken away counts with the next request', () => {
  it('a lock ends the sessions, and no invitation is left open', async () => {
    const editor = await hire('C-3', [{ role: 'countyEditor', jurisdiction: '371525' }]);
    const { token } = (await patch('C-3', { invite: true })).json.invitation as { token: string };
    expect((await patch('C-3', { locked: true })).json).toMatchObject({ locked: true, invitedUntil: null });
    expect((await ask('GET', '/api/v1/session', undefined, editor)).json.code).toBe('sessionEnded');
    expect((await ask('POST', '/api/v1/invitations', { token, password: PASSWORD }, {})).status).toBe(404);
    await expect(signIn(service, 'C-3')).rejects.toThrow('signInFailed');
    expect((await patch('C-3', { locked: false })).status).toBe(200);
    expect((await ask('GET', '/api/v1/session', undefined, editor)).json.code).toBe('sessionEnded');
    expect((await signIn(service, 'C-3')).Cookie).not.toBe('');
  });

  it('a lock and an invitation in one change leave no invitation, nor does inviting whoever is locked', async () => {
    await hire('C-5', [{ role: 'countyEditor', jurisdiction: '371525' }]);
    for (const change of [{ locked: true, invite: true }, { invite: true }])
      expect((await patch('C-5', change)).json).toMatchObject({ locked: true, invitedUntil: null, invitation: null });
    expect((await patch('C-5', { locked: false })).json).toMatchObject({ locked: false, invitedUntil: null });
    expect((await patch('C-5', { locked: false, invite: true })).json.invitation).toMatchObject({
      token: expect.any(String),
    });
  });

  it('a role is gone, and one that came is there, in the same session', async () => {
    const second = await hire('A-9', [{ role: 'administrator' }]);
    expect((await ask('GET', '/api/v1/accounts', undefined, second)).status).toBe(200);
    await patch('A-9', { grants: [] });
    expect((await ask('GET', '/api/v1/accounts', undefined, second)).json.code).toBe('roleMayNot');
    await patch('A-9', { grants: [{ role: 'administrator' }] });
    expect((await ask('GET', '/api/v1/accounts', undefined, second)).status).toBe(200);
  });

  it('nobody changes their own roles, lock or invitation; the name they may', async () => {
    const own = (await store.rows('accounts')).find(({ row }) => row.name === '李明')?.id ?? '';
    for (const body of [{ grants: [] }, { locked: true }, { invite: true }, { name: '李', grants: [] }])
      expect((await patch(own, body)).json.code).toBe('ownAccount');
    expect((await patch(own, { name: '李明明' })).status).toBe(200);
  });

  it('two administrators who take away each other at once leave one', async () => {
    const own = (await store.rows('accounts')).find(({ row }) => row.name === '李明明')?.id ?? '';
    const other = await signIn(service, 'A-9');
    const [ours, theirs] = [await etag(own), await etag('A-9')];
    const lock = (who: Signed, whom: string, seen: string) =>
      ask('PATCH', `/api/v1/accounts/${whom}`, { locked: true }, { ...who, 'If-Match': seen });
    const answers = await Promise.all([lock(admin, 'A-9', theirs), lock(other, own, ours)]);
    const done = answers.filter(({ status }) => status === 200);
    expect(done).toHaveLength(1);
    const left = (await store.rows('accounts')).filter(
      ({ row }) => !row.locked && row.grants.some(({ role }) => role === 'administrator'),
    );
    expect(left).toHaveLength(1);
    admin = await signIn(service, left[0]?.id ?? '');
  });
});

describe('the audit trail', () => {
  it('shows an administrator who changed what, as what, before and after, and no secret', async () => {
    await patch('C-1', { name: '王芳芳' });
    const { json, text } = await ask('GET', '/api/v1/audit?limit=1');
    expect(json.items).toMatchObject([
      {
        act: 'account.changed',
        by: { kind: 'person', role: 'administrator' },
        on: { kind: 'accounts', id: 'C-1' },
        before: { name: '王芳', passwordSet: true },
        after: { name: '王芳芳', passwordSet: true },
      },
    ]);
    for (const { row } of await store.rows('accounts')) expect(text).not.toContain(row.password?.hash ?? 'no hash');
  });

  it('is read in pages to its first line, each line once, and ends where the head says', async () => {
    const head = await ask('GET', '/api/v1/audit/head');
    const numbers: number[] = [];
    let cursor: unknown = '';
    while (cursor !== null) {
      const page = await ask('GET', `/api/v1/audit?limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`);
      const items = page.json.items as { line: number; hash: string }[];
      if (numbers.length === 0) expect(items[0]?.hash).toBe(head.json.hash);
      numbers.push(...items.map(({ line }) => line));
      cursor = page.json.next;
    }
    const all = Array.from({ length: Number(head.json.lines) }, (_, index) => Number(head.json.lines) - index);
    expect(numbers).toEqual(all);
  });

  it('shows a county’s people nothing of accounts', async () => {
    const editor = await signIn(service, 'C-3');
    const { status, json } = await ask('GET', '/api/v1/audit', undefined, editor);
    expect([status, json]).toEqual([200, { items: [], next: null }]);
  });

  it('has a line for each refusal of somebody signed in, and no more than thirty in a minute', async () => {
    const editor = await signIn(service, 'C-3');
    for (let index = 0; index < 40; index += 1)
      expect((await ask('GET', '/api/v1/accounts', undefined, editor)).status).toBe(403);
    const { json } = await ask('GET', '/api/v1/audit?limit=200');
    const refused = (json.items as { act: string; by: { staffNumber: string } }[]).filter(
      ({ act, by }) => act === 'access.refused' && by.staffNumber === 'C-3',
    );
    expect(refused).toHaveLength(30);
    expect(refused[0]).toMatchObject({ on: { id: 'listAccounts' }, after: { code: 'roleMayNot' } });
  });

  it('is searched by who, what, why and when, page by page', async () => {
    const found = async (text: string, rest = '') => {
      const { json } = await ask('GET', `/api/v1/audit?text=${encodeURIComponent(text)}${rest}`);
      return json as { items: { act: string; at: string }[]; next: string | null };
    };
    const { items, next } = await found('王芳芳');
    expect(items.map(({ act }) => act)).toContain('account.changed');
    expect(next).toBeNull();
    expect((await found('王芳芳此人没有')).items).toEqual([]);
    expect((await found('王芳芳 account.created')).items).toEqual([]);
    expect((await found('ACCESS.refused', '&limit=1')).items).toMatchObject([{ act: 'access.refused' }]);
    for (const one of ['ACCOUNT.changed 王芳芳', '王芳芳 account.created|account.changed', '| 王芳芳'])
      expect((await found(one)).items).toEqual(items);
    const [{ at } = { at: '' }] = items;
    const there = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    expect((await found(there)).items.length).toBeGreaterThan(0);
  });

  it('is verified line by line, and against an end noted earlier; a line that was edited is found', async () => {
    const verified = async (head = '') =>
      (await ask('GET', `/api/v1/audit/verification${head === '' ? '' : `?head=${head}`}`)).json;
    const { lines, hash } = (await ask('GET', '/api/v1/audit/head')).json as { lines: number; hash: string };
    await patch('C-1', { name: '王小芳' });
    expect(await verified(`${lines}:${hash}`)).toMatchObject({ isWhole: true, lines: lines + 1, faults: [] });
    const other = `sha256:${'0'.repeat(64)}`;
    expect(await verified(`3:${other}`)).toMatchObject({ isWhole: false, faults: [{ code: 'headOther' }] });
    expect(await verified(`100000:${hash}`)).toMatchObject({ isWhole: false, faults: [{ code: 'headNotReached' }] });
    const path = join(folder, 'audit.jsonl');
    const whole = readFileSync(path, 'utf8');
    writeFileSync(path, whole.replace('account.created', 'account.creatid'), { flag: 'r+' });
    expect(await verified()).toMatchObject({ isWhole: false, faults: [{ code: 'auditDamaged' }] });
    writeFileSync(path, whole, { flag: 'r+' });
    expect(await verified()).toMatchObject({ isWhole: true });
  });
});
