import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lock } from '../../server/store/lock.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dixian-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const code = (take: () => unknown) => {
  try {
    take();
    return 'taken';
  } catch (cause) {
    return cause instanceof Error && 'code' in cause ? cause.code : cause;
  }
};

describe('a lock', () => {
  it('is taken once, given back, and leaves nothing', () => {
    const giveBack = lock(path);
    expect(code(() => lock(path))).toBe('folderInUse');
    giveBack();
    giveBack();
    expect(readdirSync(folder)).toEqual([]);
    lock(path)();
  });

  it.each([
    ['of a process that is dead', JSON.stringify({ pid: 2 ** 22 + 5, began: null, token: 'a' })],
    ['of a namesake before this process', JSON.stringify({ pid: process.pid, began: null, token: 'b' })],
    ['of an id that another process has now', JSON.stringify({ pid: process.ppid, began: 'long ago', token: 'c' })],
    ['cut short by a power cut', ''],
  ])('%s is taken over', (_, content) => {
    writeFileSync(path, content);
    lock(path)();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of a living process is not', () => {
    writeFileSync(path, JSON.stringify({ pid: process.ppid, began: null, token: 'd' }));
    expect(code(() => lock(path))).toBe('folderInUse');
    expect(readFileSync(path, 'utf8')).toContain('"d"');
  });

  it('of a process that has ended, and whose parent has not looked yet, is taken over', async () => {
    // A shell that runs something else in its own place never looks at the child it had; the child waits for that.
    const child = `sh -c 'until [ "$(cat /proc/$PPID/comm)" = sleep ]; do :; done'`;
    const parent = spawn('sh', ['-c', `${child} & echo $!; exec sleep 30`], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = Number(await said(parent));
    const fields = () =>
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
    while (fields()[0] !== 'Z') await wait(5);
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    writeFileSync(path, JSON.stringify({ pid, began: `${boot} ${fields()[19]}`, token: 'e' }));
    lock(path)();
    expect(readdirSync(folder)).toEqual([]);
    parent.kill();
  });

  it('of a dead process goes to exactly one of many that come at once', async () => {
    const script = join(folder, 'taker.mjs');
    const take = `import { lock } from ${JSON.stringify(join(import.meta.dirname, '../../server/store/lock.ts'))};
      process.stdin.once('data', () => {
        try { lock(process.argv[2]); console.log('taken'); } catch (cause) { console.log(cause.code); }
      });
      console.log('ready');`;
    const contents = { contents: take, resolveDir: folder, loader: 'ts' as const };
    await build({ stdin: contents, bundle: true, format: 'esm', platform: 'node', outfile: script });
    writeFileSync(path, JSON.stringify({ pid: 2 ** 22 + 5, began: null, token: 'dead' }));
    const takers = Array.from({ length: 6 }, () =>
      spawn(process.execPath, [script, path], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    await Promise.all(takers.map(said));
    const answers = takers.map(said);
    for (const taker of takers) taker.stdin.write('go\n');
    const found = await Promise.all(answers);
    for (const taker of takers) taker.kill();
    expect(found.sort()).toEqual([...Array(5).fill('folderInUse'), 'taken']);
  });
});

async function said(child: ChildProcess): Promise<string> {
  const [text] = child.stdout === null ? [''] : await once(child.stdout, 'data');
  return String(text).trim();
}
