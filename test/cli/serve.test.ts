import type { ChildProcess } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { becomes, chunk, headOf, rawConnection } from '../http/raw.ts';
import { example } from '../http/service.ts';
import { dixian, emptyFolder, finished, listening, start } from './dixian.ts';
import { runHere } from './in-process.ts';

let folder: ReturnType<typeof emptyFolder>;
let running: ChildProcess[];
beforeEach(() => {
  folder = emptyFolder();
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((child) => child.exitCode === null && stop(child)));
  folder.remove();
});

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Starts the service in the empty folder and waits for the address it prints. */
async function serve(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const child = start(['serve', ...args], { cwd: folder.path, env: { PORT: '0', ...env } });
  running.push(child);
  const run = finished(child);
  let complaints = '';
  child.stderr?.on('data', (chunk) => {
    complaints += chunk;
  });
  const address = await listening(child);
  const settle = async (request: object) => {
    const init = { method: 'POST', body: JSON.stringify(request), headers: { 'Content-Type': 'application/json' } };
    return (await fetch(`${address}/api/v1/evaluations`, init)).json() as Promise<Record<string, unknown>>;
  };
  return { child, run, address, settle, err: () => complaints };
}

/** Every file below a folder with what it holds. */
function contents(path: string): Readonly<Record<string, string>> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => [
      join(entry.parentPath, entry.name),
      readFileSync(join(entry.parentPath, entry.name), 'utf8'),
    ]),
  );
}

describe('dixian serve', () => {
  it('publishes the rules at its first start, and keeps them over a restart', async () => {
    const first = await serve();
    expect(first.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const settled = await first.settle(example);
    expect(settled).toMatchObject({
      paid: 18902,
      ruleSet: { version: null, base: { jurisdiction: '371500', version: '1.0.0' } },
    });
    first.child.kill('SIGTERM');
    expect(await first.run).toMatchObject({ code: 0, err: '' });
    const kept = contents(join(folder.path, 'data'));
    expect(Object.keys(kept).some((file) => file.endsWith('.yaml'))).toBe(true);
    const second = await serve();
    expect(await second.settle(example)).toEqual(settled);
    await stop(second.child);
    expect(contents(join(folder.path, 'data'))).toEqual(kept);
  });

  it('refuses a data folder that another process owns, and says so', async () => {
    const first = await serve();
    const second = await dixian(['serve'], { cwd: folder.path, env: { PORT: '0' } });
    expect(second.code).toBe(2);
    expect(second.err).toContain('data');
    expect(second.err).toContain(String(first.child.pid));
    expect(await first.settle(example)).toMatchObject({ paid: 18902 });
  });

  it('tells of a damaged text by name without being asked for it, and never settles by it', async () => {
    const first = await serve();
    await stop(first.child);
    const text = join(folder.path, 'data/rule-sets/371500/1.0.0.yaml');
    writeFileSync(text, readFileSync(text, 'utf8').replace('value: 15000', 'value: 95000'));
    const [places = ''] = readdirSync(join(folder.path, 'data/jurisdictions'));
    appendFileSync(join(folder.path, 'data/jurisdictions', places), '# more\n');
    const second = await serve();
    const told = () => second.err().trimEnd().split('\n');
    await vi.waitUntil(() => told().length === 2, 10_000);
    const [beside, line] = told().map((text) => JSON.parse(text) as Record<string, unknown>);
    expect(beside).toMatchObject({
      level: 'error',
      code: 'textBesideDamaged',
      file: join('data/jurisdictions', places),
    });
    expect(line).toMatchObject({ level: 'error', code: 'textDamaged', jurisdiction: '371500', version: '1.0.0' });
    expect(line?.file).toBe(join('data', 'rule-sets', '371500', '1.0.0.yaml'));
    expect(await second.settle(example)).toMatchObject({ status: 503, code: 'ruleSetUnusable' });
  });

  it('takes folder, address and clock from the environment', async () => {
    const { settle, address } = await serve([], {
      DIXIAN_DATA: './elsewhere',
      HOST: 'localhost',
      DIXIAN_NOW: '2019-03-01',
    });
    expect(address).toMatch(/^http:\/\/(127\.0\.0\.1|\[::1\]):/);
    expect(readdirSync(folder.path)).toEqual(['elsewhere']);
    const asOf = async (date: string) => (await settle({ ...example, asOf: date })).code ?? 'settled';
    expect([await asOf('2019-02-27'), await asOf('2019-03-02')]).toEqual(['publishedLater', 'settled']);
  });

  it('takes the rest from its configuration file, and warns where anyone may reach it', async () => {
    const file = join(folder.path, 'configuration.yaml');
    writeFileSync(file, 'host: 0.0.0.0\nport: 1\ndata: ./from-file\nnow: 2019-03-01\nevaluationNeedsKey: false\n');
    const { child, run, address, settle } = await serve(['--lang', 'en'], { DIXIAN_CONFIG: file });
    expect(address).toMatch(/^http:\/\/0\.0\.0\.0:(?!1$)/);
    expect(readdirSync(folder.path).sort()).toEqual(['configuration.yaml', 'from-file']);
    expect((await settle({ ...example, asOf: '2019-02-27' })).code).toBe('publishedLater');
    child.kill('SIGTERM');
    expect(await run).toMatchObject({ code: 0, err: expect.stringContaining('(host: 0.0.0.0)') });
  });

  it('asks for a key behind a proxy, and warns where it is told not to', async () => {
    const proxied = { DIXIAN_TRUSTED_PROXIES: '1' };
    expect((await (await serve([], proxied)).settle(example)).code).toBe('keyMissing');
    const env = { ...proxied, DIXIAN_EVALUATION_NEEDS_KEY: 'false', DIXIAN_DATA: './open' };
    const open = await serve(['--lang', 'en'], env);
    expect((await open.settle(example)).id).toBe('example');
    expect(open.err()).toContain('(trustedProxies: 1)');
  });

  it('could not: the port is taken, or is none, or the clock cannot be read', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port));
    });
    try {
      const inUse = await dixian(['serve'], { cwd: folder.path, env: { PORT: String(port) } });
      expect({ code: inUse.code, out: inUse.out }).toEqual({ code: 2, out: '' });
      expect(inUse.err).toContain(`127.0.0.1:${port}`);
    } finally {
      taken.close();
    }
    const noPort = await runHere(['serve'], { PORT: '80800' });
    expect([noPort.code, noPort.err.includes('80800')]).toEqual([2, true]);
    const noClock = await dixian(['serve'], { cwd: folder.path, env: { PORT: '0', DIXIAN_NOW: 'soon' } });
    expect([noClock.code, noClock.err.includes('soon')]).toEqual([2, true]);
  });

  it('told to end in the middle of a batch, answers all of it before it does', async () => {
    const { run, child, address } = await serve();
    const one = rawConnection(address);
    const lines = (id: string) => chunk(`${JSON.stringify({ ...example, id })}\n`.repeat(1_000));
    const head = { 'Content-Type': 'application/x-ndjson', 'Transfer-Encoding': 'chunked' };
    one.write(headOf('/api/v1/evaluations/batch', head) + lines('before'));
    await one.until(/"id":"before"/);
    child.kill('SIGTERM');
    // It takes no other: the signal has been heard.
    await becomes(async () => (await fetch(`${address}/healthz`).catch(() => null)) === null);
    one.write(`${lines('after')}0\r\n\r\n`);
    expect(await one.closed).toBe(null);
    expect(one.text()).toMatch(/\r\n0\r\n\r\n$/);
    const answered = (id: string) => one.text().split(`"id":"${id}"`).length - 1;
    expect([answered('before'), answered('after')]).toEqual([1_000, 1_000]);
    expect(await run).toMatchObject({ code: 0, err: '' });
  });

  it('writes no claim anywhere', async () => {
    const { settle, run, child } = await serve();
    const canary = 'canary-7d1f';
    await settle({ ...example, id: canary });
    await settle({ ...example, id: canary, claim: { ...example.claim, [canary]: canary } });
    child.kill('SIGTERM');
    const { out, err } = await run;
    expect(JSON.stringify([out, err, contents(folder.path)])).not.toContain(canary);
  });
});
