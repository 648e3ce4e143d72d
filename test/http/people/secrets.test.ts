import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceLog } from '../../../server/http/service-log.ts';
import { openEmbedded } from '../../../server/store/embedded-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { openSetUp } from '../../../server/usecases/people/set-up.ts';
import { type Service, startService } from '../service.ts';
import { cookieIn, send } from '../signed-in.ts';

/** Secrets of every kind through every route that takes or gives one; then they are looked for wherever anything is kept. */
let folder: string;
let store: Store;
let service: Service;
let said = '';
const secrets = new Map<string, string>();
const secret = (name: string, value: unknown): string => {
  const text = String(value);
  expect(text.length).toBeGreaterThan(9);
  secrets.set(name, text);
  return text;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dixian-secrets-'));
  store = await openEmbedded(folder);
  const stream = new Writable({
    write(piece, _, done) {
      said += piece;
      done();
    },
  });
  service = await startService({
    store,
    metricsOpen: true,
    log: serviceLog({ level: 'debug', requests: true }, stream),
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Everything in the data folder, as text. */
function kept(): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');
}

describe('a secret', () => {
  it('stands in no file, no line of the log, no metric and no later answer', async () => {
    const post = (path: string, body: unknown, headers = {}) => send(service, 'POST', path, body, headers);
    const setUp = secret('set-up link', await openSetUp(service.people));
    const password = secret('password', 'canary under nine hills');
    await post('/api/v1/setup', { token: setUp, staffNumber: 'A-1', name: '李明', password });
    const wrong = secret('wrong password', 'canary-wrong-password');
    const answers = [await post('/api/v1/session', { staffNumber: 'A-1', password: wrong })];
    const begun = await post('/api/v1/session', { staffNumber: 'A-1', password });
    const Cookie = cookieIn(begun.headers);
    secret('session', Cookie.split('=')[1]);
    const signed = { Cookie, Origin: service.address };
    const made = await post('/api/v1/accounts', { staffNumber: 'C-1', name: '王芳', grants: [] }, signed);
    const { token } = made.json.invitation as { token: string };
    secret('invitation', token);
    answers.push(await post('/api/v1/invitations', { token, password: secret('too common', 'password2024') }));
    await post('/api/v1/invitations', { token, password: secret('second password', 'canary over ten bridges') });
    answers.push(await post('/api/v1/invitations', { token, password }));
    const issued = await post('/api/v1/api-keys', { name: 'hospital', scopes: ['read'] }, signed);
    const key = secret('key', issued.json.key);
    const next = secret('next password', 'canary behind the ferry');
    const put = (body: object) => send(service, 'PUT', '/api/v1/session/password', body, signed);
    answers.push(await put({ current: wrong, next }));
    const renewed = await put({ current: password, next });
    const after = { Cookie: cookieIn(renewed.headers), Origin: service.address };
    secret('renewed session', after.Cookie.split('=')[1]);
    // Put where they do not belong.
    for (const [, text] of secrets) {
      answers.push(await send(service, 'GET', `/api/v1/accounts?${encodeURIComponent(text)}`, undefined, after));
      await send(service, 'GET', `/api/v1/${encodeURIComponent(text)}`, undefined, { ...after, 'Request-Id': 'x' });
      await post('/api/v1/api-keys', { name: 'x', [text]: 1 }, after);
    }
    await service.call('/api/v1/jurisdictions', { headers: { Authorization: `Bearer ${key}` } });
    const paths = ['accounts', 'accounts/A-1', 'accounts/C-1', 'api-keys', 'audit?limit=200', 'audit/head', 'session'];
    const later = await Promise.all(paths.map((path) => send(service, 'GET', `/api/v1/${path}`, undefined, after)));
    expect(later.map(({ status }) => status)).toEqual(paths.map(() => 200));
    const metrics = (await service.call('/metrics')).text;
    await service.stop();
    await store.close();
    const places = { files: kept(), log: said, metrics, later: later.map(({ text }) => text).join('\n') };
    for (const [name, text] of secrets)
      for (const [place, all] of Object.entries(places))
        expect([name, place, all.includes(text)]).toEqual([name, place, false]);
    // The looking itself finds what is there.
    expect([places.files.includes('王芳'), places.files.includes('strangers.refused')]).toEqual([true, true]);
    expect([places.later.includes('王芳'), places.log.includes('issueKey')]).toEqual([true, true]);
    expect(said).not.toContain('王芳');
  });
});
