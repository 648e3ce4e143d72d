import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessOf } from '../../../server/access/identify.ts';
import { headOf, rawConnection, statuses } from '../raw.ts';
import { type Service, startService } from '../service.ts';
import { grant, type Signed, send, settle, signIn } from '../signed-in.ts';

/** Somebody who sends the head of a request while they may, and its body when they may no more. */
let service: Service;
let admin: Signed;
beforeAll(async () => {
  service = await startService({
    access: accessOf([], true),
    prepare: async (people) => {
      await settle(people, 'A-1', grant('administrator'));
      for (const number of ['A-2', 'A-3', 'A-4']) await settle(people, number, grant('administrator'));
    },
  });
  admin = await signIn(service, 'A-1');
});
afterAll(() => service.stop());

const patch = async (staffNumber: string, change: object) => {
  const path = `/api/v1/accounts/${staffNumber}`;
  const { headers } = await send(service, 'GET', path, undefined, admin);
  const answer = await send(service, 'PATCH', path, change, { ...admin, 'If-Match': headers.get('etag') ?? '' });
  expect(answer.status).toBe(200);
};

/** Posts as somebody, their rights being taken away between head and body. */
async function held(staffNumber: string, path: string, wish: object, takeAway: object): Promise<readonly string[]> {
  const signed = await signIn(service, staffNumber);
  const body = JSON.stringify(wish);
  const line = rawConnection(service.address);
  const length = Buffer.byteLength(body);
  const { host } = new URL(service.address);
  line.write(headOf(path, { ...signed, Host: host, 'Content-Type': 'application/json', 'Content-Length': length }));
  // Answered on the same connection, so that the head has been read when this has.
  line.write(body.slice(0, 1));
  await send(service, 'GET', '/api/v1/session', undefined, signed);
  await patch(staffNumber, takeAway);
  line.write(body.slice(1));
  await line.until(/\r\n\r\n/);
  line.socket.destroy();
  return statuses(line.text());
}

describe('rights that are taken away while a request arrives', () => {
  const accomplice = { staffNumber: 'X-1', name: '某某', grants: [{ role: 'administrator' }] };

  it('make no account any more: after a lock, and after a change of roles', async () => {
    expect(await held('A-2', '/api/v1/accounts', accomplice, { locked: true })).toEqual(['401']);
    expect(await held('A-3', '/api/v1/accounts', accomplice, { grants: [{ role: 'analyst' }] })).toEqual(['403']);
    expect(await service.people.desk.row('accounts', 'X-1')).toBeNull();
  });

  it('issue no key any more', async () => {
    const wish = { name: 'mine', scopes: ['read'] };
    expect(await held('A-4', '/api/v1/api-keys', wish, { locked: true })).toEqual(['401']);
    expect(await service.people.desk.rows('apiKeys')).toEqual([]);
  });
});

describe('a key that is revoked', () => {
  const claim = (id: string) =>
    `${JSON.stringify({
      ...{ id, jurisdiction: '371500', date: '2019-06-01' },
      claim: { type: 'accident', accident: { grades: [7] }, cost: { accidentMedical: 9000 } },
    })}\n`;

  /** A key, shown with the beginning of a body that is to be so long. */
  async function shown(name: string, path: string, type: string, first: string, length: number) {
    const made = await send(service, 'POST', '/api/v1/api-keys', { name, scopes: ['evaluate'] }, admin);
    const line = rawConnection(service.address);
    const headers = { Authorization: `Bearer ${made.json.key}`, 'Content-Type': type, 'Content-Length': length };
    line.write(headOf(path, headers) + first);
    return line;
  }
  const revoke = async (name: string) =>
    expect((await send(service, 'DELETE', `/api/v1/api-keys/${name}`, undefined, admin)).status).toBe(204);

  it('settles no claim any more that arrives after it', async () => {
    const body = claim('late');
    const line = await shown('held', '/api/v1/evaluations', 'application/json', body.slice(0, 9), body.length);
    await send(service, 'GET', '/api/v1/session', undefined, admin);
    await revoke('held');
    line.write(body.slice(9));
    expect(await line.until(/"code":|"settlementDigest":/)).toContain('"code":"keyRevoked"');
    expect(statuses(line.text())).toEqual(['401']);
    line.socket.destroy();
  });

  it('settles nothing more of a batch that is under way, which is reset; what had come before was answered', async () => {
    const length = 3 * claim('one').length;
    const line = await shown('batch', '/api/v1/evaluations/batch', 'application/x-ndjson', claim('one'), length);
    await line.until(/"id":"one"/);
    await revoke('batch');
    line.write(claim('two'));
    expect(await Promise.race([line.closed, line.until(/"two"/)])).toBe('ECONNRESET');
  });

  it('that another one is, is no reason to stop', async () => {
    const length = 2 * claim('one').length;
    const line = await shown('stays', '/api/v1/evaluations/batch', 'application/x-ndjson', claim('one'), length);
    await line.until(/"id":"one"/);
    await send(service, 'POST', '/api/v1/api-keys', { name: 'other', scopes: ['evaluate'] }, admin);
    await revoke('other');
    line.write(claim('two'));
    await line.until(/"id":"two"/);
    line.socket.destroy();
  });
});
