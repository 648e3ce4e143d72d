import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer } from '../../server/http/server.ts';
import { rawConnection, statuses } from './raw.ts';
import { type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
const timesAnswered = (operation: string) => service.logged.filter((one) => one.operation === operation).length;

it('requests that are sent ahead are begun as their answers are taken, and are answered in order', async () => {
  const caller = rawConnection(service.address);
  caller.socket.pause();
  caller.write(get('/openapi.json').repeat(30) + get('/api/v1/jurisdictions') + get('/nowhere'));
  await expect.poll(() => timesAnswered('readOpenApi')).toBeGreaterThan(0);
  // Others are answered as ever, and what nobody reads is not made.
  for (let times = 0; times < 5; times += 1) expect((await service.call('/healthz')).status).toBe(200);
  expect(timesAnswered('readOpenApi')).toBeLessThan(15);
  caller.socket.resume();
  // Its end, and the whole of it once alone: it is long.
  await expect.poll(() => statuses(caller.text().slice(-4000)).at(-1)).toBe('404');
  expect(statuses(caller.text())).toEqual([...new Array<string>(31).fill('200'), '404']);
  expect(timesAnswered('readOpenApi')).toBe(30);
  caller.socket.destroy();
});

it('a body behind another request is read in its turn', async () => {
  const caller = rawConnection(service.address);
  const body = JSON.stringify({ id: 'ahead', jurisdiction: '371500', date: '2019-06-01', claim: { type: 'none' } });
  const post = `POST /api/v1/evaluations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  caller.write(post + get('/healthz') + post);
  const text = await caller.until(/(HTTP\/1\.1 422 [\s\S]*){2}/);
  expect(statuses(text)).toEqual(['422', '200', '422']);
  caller.socket.destroy();
});

it('whoever sends very many ahead and reads none holds nobody up, and has no more made than is on its way', async () => {
  const before = timesAnswered('readOpenApi');
  const caller = rawConnection(service.address);
  caller.socket.pause();
  caller.write(get('/openapi.json').repeat(8000));
  await expect.poll(() => timesAnswered('readOpenApi')).toBeGreaterThan(before);
  for (let times = 0; times < 5; times += 1) expect((await service.call('/healthz')).status).toBe(200);
  expect(timesAnswered('readOpenApi') - before).toBeLessThan(15);
  caller.socket.destroy();
});

it('a connection on which thousands wait for an answer that does not come is reset', async () => {
  let begun = 0;
  const server = await startServer(() => (begun += 1), {
    host: '127.0.0.1',
    port: 0,
    limits: { headerSeconds: 10, idleSeconds: 30, stopSeconds: 0, connections: 10 },
    unreadable: (_, socket) => socket.destroy(),
  });
  const caller = rawConnection(server.address);
  caller.write(get('/').repeat(8000));
  expect(await caller.closed).toBe('ECONNRESET');
  expect(begun).toBe(1);
  await server.stop();
});
