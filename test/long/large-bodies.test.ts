import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, listening, start } from '../cli/dixian.ts';
import { PATH as BATCH, CHUNKED, NDJSON } from '../http/batch/batch-services.ts';
import { requestLine } from '../http/batch/rooms.ts';
import { bomb, flood, MEGABYTE } from '../http/flood.ts';
import { chunk, headOf, rawConnection, sentUntilStill, statuses } from '../http/raw.ts';

const ROUNDS = 10;
const PATH = '/api/v1/evaluations';
const JSON_HEAD = { 'Content-Type': 'application/json' };
/** What sockets of a connection hold between its two ends. */
const UNDER_WAY = 16 * MEGABYTE;
/** The most memory that the process may ever have had, in megabytes. */
const MOST_MEMORY = 512;
const LINES = 1_000_000;

/** A service in a process of its own. */
class OwnProcess {
  address = '';
  readonly #folder = emptyFolder();
  #child: ChildProcess | null = null;

  async open(env: Readonly<Record<string, string>> = {}): Promise<void> {
    this.#child = start(['serve'], { cwd: this.#folder.path, env: { PORT: '0', ...env } });
    this.address = await listening(this.#child);
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#child?.once('close', resolve));
    this.#child?.kill('SIGTERM');
    await ended;
    this.#folder.remove();
  }

  /** The most memory it has had so far, in megabytes. */
  memory(): number {
    const status = readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8');
    return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1]) / 1024;
  }

  /** Whether it is ready, and settles as it does. */
  async sound(): Promise<void> {
    expect((await fetch(`${this.address}/readyz`)).status).toBe(200);
    const one = await fetch(`${this.address}${PATH}`, { method: 'POST', body: requestLine('a'), headers: JSON_HEAD });
    expect([one.status, (await one.text()).includes('"paid":18902.00')]).toEqual([200, true]);
  }
}

const service = new OwnProcess();
beforeAll(() => service.open());
afterAll(async () => {
  console.log(`large bodies: at most ${Math.round(service.memory())} MB`);
  await service.close();
});

/** Answers of a batch as they come; the count of each kind, and nothing kept. */
function counting(address: string) {
  const one = rawConnection(address);
  const counted = { lines: 0, wrong: 0 };
  one.socket.removeAllListeners('data');
  let [rest, tail] = ['', ''];
  const done = new Promise<void>((resolve) => {
    one.socket.on('data', (piece) => {
      rest += piece.toString('latin1');
      const end = rest.lastIndexOf('\n');
      const whole = rest.slice(0, end + 1);
      counted.lines += whole.split('}\n').length - 1;
      counted.wrong += whole.split('"problem":{').length - 1;
      rest = rest.slice(end + 1);
      tail = (tail + piece.toString('latin1')).slice(-7);
      if (tail === '\r\n0\r\n\r\n') resolve();
    });
    one.socket.once('close', () => resolve());
  });
  one.write(headOf(BATCH, CHUNKED));
  const send = async (text: string) => {
    if (!one.socket.write(text)) await new Promise((resolve) => one.socket.once('drain', resolve));
  };
  return { one, counted, done, send };
}

/** Does a thing ten times, and looks afterwards whether the service is sound and how much memory it took. */
async function tenTimes(act: (round: number) => Promise<void>): Promise<void> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    await act(round);
    await service.sound();
  }
  expect(service.memory()).toBeLessThan(MOST_MEMORY);
}

describe('a service in a process of its own, ten times each', () => {
  it.each([
    ['a body of 100 MB that says so', { headers: JSON_HEAD }],
    ['one in pieces', { headers: { ...JSON_HEAD, 'Transfer-Encoding': 'chunked' } }],
    ['one in pieces of ten bytes', { headers: { ...JSON_HEAD, 'Transfer-Encoding': 'chunked' }, piece: 10 }],
  ])('refuses %s, and does not read on', async (_, how) => {
    await tenTimes(async () => {
      const { sent, text } = await flood(service.address, PATH, { ...how, most: 100 * MEGABYTE });
      expect([statuses(text), sent < UNDER_WAY]).toEqual([['413'], true]);
    });
  });

  it('refuses 100 MB that gzip made small', async () => {
    const packed = bomb(100);
    await tenTimes(async () => {
      for (const [path, type] of [
        [PATH, 'application/json'],
        [BATCH, NDJSON['Content-Type']],
        ['/api/v1/validations', 'application/yaml'],
      ] as const) {
        const headers = { 'Content-Type': type, 'Content-Encoding': 'gzip' };
        const { status } = await fetch(`${service.address}${path}`, { method: 'POST', body: packed, headers });
        expect(status).toBe(415);
      }
    });
  });

  it('refuses a line of 50 MB in its place, and settles the rest', async () => {
    const piece = chunk('x'.repeat(65_536));
    await tenTimes(async () => {
      const { counted, done, send } = counting(service.address);
      await send(chunk(`${requestLine('before')}\n`));
      for (let sent = 0; sent < 50 * MEGABYTE; sent += 65_536) await send(piece);
      await send(`${chunk(`\n${requestLine('after')}\n`)}0\r\n\r\n`);
      await done;
      expect(counted).toEqual({ lines: 3, wrong: 1 });
    });
  });

  it('settles a million lines', async () => {
    const piece = chunk(`${requestLine('x')}\n`.repeat(500));
    await tenTimes(async () => {
      const { counted, done, send } = counting(service.address);
      for (let sent = 0; sent < LINES; sent += 500) await send(piece);
      await send('0\r\n\r\n');
      await done;
      expect(counted).toEqual({ lines: LINES, wrong: 0 });
    });
  });

  it('leaves off where the caller leaves half way', async () => {
    await tenTimes(async (round) => {
      const single = rawConnection(service.address);
      single.write(`${headOf(PATH, { ...JSON_HEAD, 'Content-Length': 100_000 })}{"id":"${'a'.repeat(round * 1000)}`);
      const { one, send } = counting(service.address);
      await send(chunk(`${requestLine('x')}\n`.repeat(500) + requestLine('y').slice(0, 20 * round)));
      await new Promise((resolve) => setTimeout(resolve, 10 * round));
      for (const left of [single, one]) left.socket.resetAndDestroy();
    });
    // Ten left, and there is room for eight at once: none of them is still held.
    const next = Array.from({ length: 8 }, () => counting(service.address));
    for (const { send } of next) await send(`${chunk(`${requestLine('x')}\n`)}0\r\n\r\n`);
    await Promise.all(next.map(({ done }) => done));
    expect(next.map(({ counted }) => counted.lines)).toEqual(next.map(() => 1));
  });

  it('does not read from who does not read', async () => {
    const piece = chunk(`${requestLine('x')}\n`.repeat(500));
    await tenTimes(async () => {
      const { one } = counting(service.address);
      one.socket.pause();
      expect(await sentUntilStill(one, piece)).toBeLessThan(60_000_000);
      one.socket.destroy();
    });
  });
});

describe('a service that takes lines and bodies of 60 MB: the negative control', () => {
  it('reads on, and needs more memory than any above', async () => {
    const generous = new OwnProcess();
    const most = String(64 * MEGABYTE);
    await generous.open({ DIXIAN_LIMITS_BODY_BYTES: most, DIXIAN_LIMITS_LINE_BYTES: most });
    const before = generous.memory();
    const headers = { ...JSON_HEAD, 'Transfer-Encoding': 'chunked' };
    const all = await Promise.all(
      Array.from({ length: 8 }, () => flood(generous.address, PATH, { headers, most: 60 * MEGABYTE })),
    );
    expect(all.map(({ sent }) => sent)).toEqual(all.map(() => 60 * MEGABYTE));
    const after = generous.memory();
    console.log(`large bodies, control: from ${Math.round(before)} to ${Math.round(after)} MB`);
    await generous.close();
    expect(after).toBeGreaterThan(MOST_MEMORY);
  });
});
