import type { RequestListener, ServerResponse } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../server/http/server.ts';
import { becomes, headOf, rawConnection } from './raw.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const running: RunningServer[] = [];
afterAll(async () => {
  for (const server of running) await server.stop();
});

/** A server that only its test knows, and the responses that it has made, as far as anybody holds them. */
async function serverOf(answer: RequestListener) {
  const made: WeakRef<ServerResponse>[] = [];
  const server = await startServer(
    (request, response) => {
      made.push(new WeakRef(response));
      answer(request, response);
    },
    {
      host: '127.0.0.1',
      port: 0,
      limits: { headerSeconds: 10, idleSeconds: 30, stopSeconds: 1, connections: 10 },
      unreadable: (_, socket) => socket.destroy(),
    },
  );
  running.push(server);
  return { address: server.address, made };
}

const isGone = (response: WeakRef<ServerResponse> | undefined) => {
  collect();
  return response?.deref() === undefined;
};

const ANSWERS: Readonly<Record<string, RequestListener>> = {
  'after its body has been read': (request, response) => {
    request.resume();
    request.on('end', () => response.end('done'));
  },
  'before its body has been read, as a refusal is': (_, response) => void response.end('done'),
};

test.each(Object.entries(ANSWERS))(
  'a request that was answered %s leaves nothing on its connection',
  async (_, answer) => {
    const { address, made } = await serverOf(answer);
    const caller = rawConnection(address);
    caller.write(`${headOf('/', { 'Content-Length': 4 })}body`);
    await caller.until(/done/);
    await becomes(() => isGone(made[0]));
    expect(made).toHaveLength(1);
    caller.write(`${headOf('/', { 'Content-Length': 4 })}body`);
    await caller.until(/done.*done/s);
    caller.socket.destroy();
  },
);

test('a request that is not answered yet is held', async () => {
  const { address, made } = await serverOf(() => {});
  const caller = rawConnection(address);
  caller.write(`${headOf('/', { 'Content-Length': 4 })}body`);
  await becomes(() => made.length === 1);
  expect(isGone(made[0])).toBe(false);
  caller.socket.destroy();
});
