import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOBODYS_HASH } from '../../../server/access/password-hash.ts';
import { type Service, startService } from '../service.ts';
import { cookieIn, grant, PASSWORD, send, settle, signIn } from '../signed-in.ts';

let service: Service;
let clock = 0;
beforeAll(async () => {
  service = await startService({
    clock: () => clock,
    now: () => new Date(Date.UTC(2019, 6, 1) + clock++),
    prepare: async (people) => {
      await settle(people, 'A-ADMIN', grant('administrator'));
      await settle(people, 'C-ED', grant('countyEditor', '371525'));
      await settle(people, 'C-RE', grant('countyReviewer', '371525'));
    },
  });
});
afterAll(() => service.stop());

const me = (headers: Readonly<Record<string, string>>) => send(service, 'GET', '/api/v1/session', undefined, headers);
const lines = async () => {
  const all = [];
  for await (const line of service.people.desk.audit.read()) all.push(line.entry);
  return all;
};

describe('signing in', () => {
  it('gives a cookie that only our own pages send back, and no script sees', async () => {
    const { status, headers, json } = await send(service, 'POST', '/api/v1/session', {
      staffNumber: 'c-ed',
      password: PASSWORD,
    });
    expect([status, headers.get('location')]).toEqual([201, '/api/v1/session']);
    expect(headers.get('set-cookie')).toMatch(/^dixian_session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(json).toMatchObject({ staffNumber: 'C-ED', grants: [{ role: 'countyEditor', jurisdiction: '371525' }] });
    const again = await me({ Cookie: cookieIn(headers) });
    expect([again.status, again.json]).toEqual([200, json]);
  });

  it('keeps no token: what is kept of one opens nothing', async () => {
    const { Cookie } = await signIn(service, 'C-ED');
    const token = Cookie.slice('dixian_session='.length);
    const rows = await service.people.desk.rows('sessions');
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const { id } of rows) expect((await me({ Cookie: `dixian_session=${id}` })).json.code).toBe('sessionEnded');
  });

  it('never takes over an id that was planted, and ends the session that was shown', async () => {
    const planted = 'x'.repeat(43);
    const answer = await send(
      service,
      'POST',
      '/api/v1/session',
      { staffNumber: 'C-ED', password: PASSWORD },
      { Cookie: `dixian_session=${planted}` },
    );
    expect(cookieIn(answer.headers)).not.toContain(planted);
    expect((await me({ Cookie: `dixian_session=${planted}` })).status).toBe(401);
    const first = await signIn(service, 'C-ED');
    await send(service, 'POST', '/api/v1/session', { staffNumber: 'C-ED', password: PASSWORD }, first);
    expect((await me(first)).json.code).toBe('sessionEnded');
  });

  it.each([
    ['another password', { staffNumber: 'C-ED', password: 'something else' }],
    ['a number that nobody has', { staffNumber: 'NOBODY', password: PASSWORD }],
    ['a number that is none', { staffNumber: '../../C-ED', password: PASSWORD }],
    ['what is kept of nobody’s password', { staffNumber: 'NOBODY', password: NOBODYS_HASH.hash }],
  ])('with %s is refused in the same words', async (_, body) => {
    const { status, json } = await send(service, 'POST', '/api/v1/session', body);
    expect([status, json.code, json.detail]).toEqual([
      401,
      'signInFailed',
      'staff number or password is wrong, or the account may not sign in',
    ]);
  });

  it('is not for a form of another site: JSON only, and no foreign Origin', async () => {
    const form = await service.call('/api/v1/session', {
      method: 'POST',
      body: 'staffNumber=C-ED',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(form.status).toBe(415);
    const plain = await service.call('/api/v1/session', {
      method: 'POST',
      body: JSON.stringify({ staffNumber: 'C-ED', password: PASSWORD }),
      headers: { 'Content-Type': 'text/plain' },
    });
    expect(plain.status).toBe(415);
    const body = { staffNumber: 'C-ED', password: PASSWORD };
    const foreign = await send(service, 'POST', '/api/v1/session', body, { Origin: 'https://evil.example' });
    expect([foreign.status, foreign.json.code]).toEqual([403, 'originForeign']);
  });
});

describe('a change by cookie', () => {
  const change = async (headers: Readonly<Record<string, string>>) => {
    const { status, json } = await send(service, 'DELETE', '/api/v1/session', undefined, headers);
    return [status, json.code ?? null];
  };

  it.each([
    ['no Origin', {}, 'originMissing'],
    ['another site’s', { Origin: 'https://evil.example' }, 'originForeign'],
    ['null, as from a sandbox', { Origin: 'null' }, 'originForeign'],
    ['our name on another port', { Origin: 'http://127.0.0.1:1' }, 'originForeign'],
    ['a browser’s word that it is another site', { 'Sec-Fetch-Site': 'cross-site' }, 'originForeign'],
    ['a browser’s word that it is a neighbour', { 'Sec-Fetch-Site': 'same-site' }, 'originForeign'],
  ])('with %s is refused, and nothing happens', async (_, headers, code) => {
    const { Cookie } = await signIn(service, 'C-RE');
    expect(await change({ Cookie, ...headers })).toEqual([403, code]);
    expect((await me({ Cookie })).status).toBe(200);
  });

  it('from our own page is done', async () => {
    const signed = await signIn(service, 'C-RE');
    expect(await change(signed)).toEqual([204, null]);
    const { Cookie } = await signIn(service, 'C-RE');
    expect(await change({ Cookie, 'Sec-Fetch-Site': 'same-origin' })).toEqual([204, null]);
  });

  it('is refused by its content type, too', async () => {
    const { Cookie, Origin } = await signIn(service, 'C-RE');
    const init = { method: 'PUT', body: '{}', headers: { Cookie, Origin, 'Content-Type': 'text/plain' } };
    expect((await service.call('/api/v1/session/password', init)).status).toBe(415);
  });
});

describe('a session ends', () => {
  it('where its person signs out, and stays ended', async () => {
    const signed = await signIn(service, 'C-RE');
    const out = await send(service, 'DELETE', '/api/v1/session', undefined, signed);
    expect([out.status, out.headers.get('set-cookie'), out.text]).toEqual([
      204,
      'dixian_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0',
      '',
    ]);
    expect((await me(signed)).json.code).toBe('sessionEnded');
  });

  it('everywhere with another password, which needs the present one; a new one begins here', async () => {
    const elsewhere = await signIn(service, 'C-RE');
    const here = await signIn(service, 'C-RE');
    const put = (body: object) => send(service, 'PUT', '/api/v1/session/password', body, here);
    const next = 'rivers under nine bridges';
    const wrong = await put({ current: 'not this one', next });
    expect([wrong.status, wrong.json.code]).toEqual([403, 'passwordWrong']);
    expect((await put({ current: PASSWORD, next: PASSWORD })).json.code).toBe('passwordSame');
    const done = await put({ current: PASSWORD, next });
    expect(done.status).toBe(204);
    expect([(await me(elsewhere)).status, (await me(here)).status]).toEqual([401, 401]);
    const renewed = { Cookie: cookieIn(done.headers), Origin: service.address };
    expect((await me(renewed)).status).toBe(200);
    await expect(signIn(service, 'C-RE')).rejects.toThrow('signInFailed');
    const back = await send(service, 'PUT', '/api/v1/session/password', { current: next, next: PASSWORD }, renewed);
    expect(back.status).toBe(204);
  });

  it('after an hour in which nothing is asked, and after twelve whatever is', async () => {
    const signed = await signIn(service, 'C-ED');
    clock += 59 * 60_000;
    expect((await me(signed)).status).toBe(200);
    clock += 60 * 60_000;
    expect((await me(signed)).json.code).toBe('sessionEnded');
    const busy = await signIn(service, 'C-ED');
    const answers: number[] = [];
    for (let minutes = 0; minutes < 13 * 60; minutes += 30) {
      answers.push((await me(busy)).status);
      clock += 30 * 60_000;
    }
    expect(answers.lastIndexOf(200)).toBe(23);
    expect(answers.slice(24)).toEqual([401, 401]);
  });

  it('of the oldest, where one person has more than ten', async () => {
    const first = await signIn(service, 'C-ED');
    for (let index = 0; index < 10; index += 1) await signIn(service, 'C-ED');
    expect((await me(first)).json.code).toBe('sessionEnded');
    const rows = await service.people.desk.rows('sessions');
    expect(rows.filter(({ row }) => row.staffNumber === 'C-ED')).toHaveLength(10);
  });
});

describe('a session that was left behind', () => {
  // A lock counts the epoch up and ends the sessions; each of these alone has to be enough.
  it.each([
    ['is locked', 'C-LOCKED', { locked: true }],
    ['counts another epoch', 'C-EPOCH', { epoch: 7 }],
  ])('is good for nobody whose account %s', async (_, staffNumber, change) => {
    await settle(service.people, staffNumber, grant('countyEditor', '371525'));
    const signed = await signIn(service, staffNumber);
    expect((await me(signed)).status).toBe(200);
    const { desk } = service.people;
    const { row, revision } = (await desk.row('accounts', staffNumber)) ?? expect.fail('no account');
    const entry = { at: '2019-07-01T00:00:00Z', by: { kind: 'system' }, act: 'account.changed', on: null } as const;
    await desk.act({
      audit: [{ ...entry, before: null, after: null, reason: null }],
      rows: [{ table: 'accounts', id: staffNumber, expects: revision, row: { ...row, ...change } }],
    });
    expect((await me(signed)).json.code).toBe('sessionEnded');
  });
});

describe('the audit trail', () => {
  it('has a line for each session that began and ended, without its token', async () => {
    const before = (await lines()).length;
    const signed = await signIn(service, 'C-RE');
    await send(service, 'DELETE', '/api/v1/session', undefined, signed);
    const added = (await lines()).slice(before);
    expect(added.map(({ act, by, on }) => [act, by, on])).toEqual([
      ['session.begun', { kind: 'person', staffNumber: 'C-RE', role: null }, { kind: 'accounts', id: 'C-RE' }],
      ['session.ended', { kind: 'person', staffNumber: 'C-RE', role: null }, { kind: 'accounts', id: 'C-RE' }],
    ]);
    expect(JSON.stringify(added)).not.toContain(signed.Cookie.slice(15));
  });

  it('counts what strangers were refused, in one line', async () => {
    await service.people.strangers.flush();
    const before = (await lines()).length;
    for (let index = 0; index < 3; index += 1)
      await send(service, 'POST', '/api/v1/session', { staffNumber: `N-${index}`, password: 'x' });
    await send(service, 'POST', '/api/v1/session', { staffNumber: 'C-ED', password: 'x' });
    await me({ Cookie: 'dixian_session=no' });
    expect((await lines()).length).toBe(before);
    await service.people.strangers.flush();
    const [line, ...more] = (await lines()).slice(before);
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      act: 'strangers.refused',
      by: { kind: 'stranger' },
      after: { refused: { sessionEnded: 1, signInFailed: 4 }, accounts: { 'C-ED': 1 } },
    });
  });
});
