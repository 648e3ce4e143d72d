import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessOf } from '../../../server/access/identify.ts';
import { example, type Service, startService } from '../service.ts';
import { grant, type Signed, send, settle, signIn } from '../signed-in.ts';

let service: Service;
let admin: Signed;
beforeAll(async () => {
  service = await startService({
    access: accessOf([], true),
    keyNames: ['of-the-configuration'],
    prepare: async (people) => {
      await settle(people, 'A-1', grant('administrator'));
      await settle(people, 'C-1', grant('countyEditor', '371525'));
    },
  });
  admin = await signIn(service, 'A-1');
});
afterAll(() => service.stop());

const issue = (body: object, who: Signed = admin) => send(service, 'POST', '/api/v1/api-keys', body, who);
const evaluate = async (headers: Readonly<Record<string, string>>, more = {}) => {
  const { status, json } = await service.post(JSON.stringify({ ...example, ...more }), headers);
  return status === 200 ? 'settled' : json.code;
};
const bearer = (key: unknown) => ({ Authorization: `Bearer ${String(key)}` });

describe('an issued key', () => {
  it('is shown once, kept as a hash, and good at once for what it is for', async () => {
    expect(await evaluate({})).toBe('keyMissing');
    const made = await issue({ name: 'county-hospital', scopes: ['evaluate'], jurisdictions: ['371525'] });
    expect([made.status, made.headers.get('location')]).toEqual([201, '/api/v1/api-keys/county-hospital']);
    const { key } = made.json;
    expect(await evaluate(bearer(key))).toBe('settled');
    expect(await evaluate(bearer(key), { jurisdiction: '371521' })).toBe('jurisdictionNotAllowed');
    expect((await service.call('/api/v1/jurisdictions', { headers: bearer(key) })).json.code).toBe('scopeMissing');
    const listed = await send(service, 'GET', '/api/v1/api-keys', undefined, admin);
    expect(listed.json.items).toMatchObject([{ name: 'county-hospital', revokedAt: null, madeBy: 'A-1' }]);
    const [row] = await service.people.desk.rows('apiKeys');
    for (const kept of [listed.text, JSON.stringify(row)]) expect(kept).not.toContain(String(key));
    expect(listed.text).not.toContain(row?.row.hash);
  });

  it('is refused at once when it is revoked, for good, and its name stays taken', async () => {
    const { key } = (await issue({ name: 'gone', scopes: ['evaluate', 'read'] })).json;
    expect(await evaluate(bearer(key))).toBe('settled');
    const revoke = () => send(service, 'DELETE', '/api/v1/api-keys/gone', undefined, admin);
    expect((await revoke()).status).toBe(204);
    expect(await evaluate(bearer(key))).toBe('keyRevoked');
    expect((await revoke()).status).toBe(204);
    expect((await issue({ name: 'gone', scopes: ['read'] })).json.code).toBe('apiKeyExists');
    expect((await issue({ name: 'of-the-configuration', scopes: ['read'] })).json.code).toBe('apiKeyExists');
    expect((await send(service, 'DELETE', '/api/v1/api-keys/never', undefined, admin)).status).toBe(404);
  });

  it('does nothing that is a person’s to do, nor does its holder', async () => {
    const { key } = (await issue({ name: 'curious', scopes: ['evaluate', 'read'] })).json;
    for (const path of ['/api/v1/accounts', '/api/v1/api-keys', '/api/v1/audit', '/api/v1/session'])
      expect((await service.call(path, { headers: bearer(key) })).json.code).toBe('personNeeded');
    const editor = await signIn(service, 'C-1');
    expect((await issue({ name: 'mine', scopes: ['read'] }, editor)).json.code).toBe('roleMayNot');
  });

  it('is for what there is, where there is, and not for the past', async () => {
    const { json } = await issue({
      name: 'bad name',
      scopes: ['metrics', 'read', 'read'],
      jurisdictions: ['999999'],
      expires: '2019-06-30',
      key: 'dixian_',
    });
    const errors = json.errors as { pointer: string; code: string }[];
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/expires apiKeyExpired',
      '/jurisdictions/0 unknownJurisdiction',
      '/key requestFieldUnknown',
      '/name apiKeyNameMalformed',
      '/scopes/0 apiKeyScopeUnknown',
      '/scopes/2 apiKeyScopeUnknown',
    ]);
  });
});

describe('somebody signed in', () => {
  it('evaluates and reads without a key, from our own pages; an administrator does not', async () => {
    const editor = await signIn(service, 'C-1');
    expect(await evaluate(editor)).toBe('settled');
    expect(await evaluate({ Cookie: editor.Cookie })).toBe('originMissing');
    expect(await evaluate({ Cookie: 'dixian_session=x' })).toBe('originMissing');
    expect((await service.call('/api/v1/jurisdictions', { headers: editor })).status).toBe(200);
    expect(await evaluate(admin)).toBe('roleMayNot');
    expect((await service.call('/metrics', { headers: editor })).json.code).toBe('keyOnly');
  });

  it('is not asked for where a key is shown: a bad key stays one', async () => {
    const editor = await signIn(service, 'C-1');
    expect(await evaluate({ ...editor, ...bearer('x') })).toBe('keyMalformed');
  });
});
