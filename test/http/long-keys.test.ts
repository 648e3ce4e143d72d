import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MEGABYTE } from './flood.ts';
import { type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** V8 hashes a text by its length alone from here on, so that maps of such texts take the square of their number. */
const LONG = 17_000;

/** Broken at its last item, which stands behind a key and many others. */
const behindLongKey = `{"${'k'.repeat(LONG)}":[${'1,'.repeat(8_000)}x]}`;
const columnOfX = (body: string) => ({ line: 1, column: body.lastIndexOf('x') + 1 });

// With a map of places the first took two minutes; now a second is much.
describe('a body that breaks behind all that is dear to keep', { timeout: 30_000 }, () => {
  const items = `[${'1,'.repeat(MEGABYTE / 2 - 10)}x]`;
  const nested = `${`{"${'k'.repeat(900)}":[1,`.repeat(30)}${'{"a":[1,2]},'.repeat(60_000)}x`;

  it.each([
    ['/api/v1/session', behindLongKey],
    ['/api/v1/evaluations', behindLongKey],
    ['/api/v1/evaluations', items],
    ['/api/v1/evaluations', nested],
  ])('is refused by %s with its place, and others are answered beside it', async (path, body) => {
    const headers = { 'Content-Type': 'application/json', Origin: service.address };
    const refused = service.call(path, { method: 'POST', headers, body });
    const beside = await service.call('/healthz');
    expect(beside.status).toBe(200);
    const { status, json } = await refused;
    expect([status, json.code]).toEqual([400, 'notJson']);
    expect(json.errors).toMatchObject([{ code: 'notJson', ...columnOfX(body) }]);
  });

  it('is refused as a line of many', async () => {
    const init = { method: 'POST', headers: { 'Content-Type': 'application/x-ndjson' }, body: `${behindLongKey}\n` };
    const { status, text } = await service.call('/api/v1/evaluations/batch', init);
    expect(status).toBe(200);
    expect(JSON.parse(text.split('\n')[0] ?? '')).toMatchObject({ line: 1, problem: { status: 400, code: 'notJson' } });
  });
});

it('a sound body whose strings hold what looks like a number out of reach is looked through as well', {
  timeout: 30_000,
}, async () => {
  const body = `{"${'k'.repeat(LONG)}":["a:0.12345678901234567890",${'1,'.repeat(8_000)}2],"a:":1}`;
  const { status, json } = await service.post(body);
  expect([status, json.code]).toEqual([422, 'requestFieldMissing']);
});
