import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lock } from '../../server/store/lock.ts';
import { giveSign } from '../../server/store/sign-of-life.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dixian-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const code = async (take: () => Promise<unknown>) => {
  try {
    await take();
    return 'taken';
  } catch (cause) {
    return cause instanceof Error && 'code' in cause ? cause.code : cause;
  }
};

describe('a lock', () => {
  it('is taken once, given back, and leaves nothing', async () => {
    const giveBack = await lock(path);
    expect(await code(() => lock(path))).toBe('folderInUse');
    giveBack();
    giveBack();
    expect(readdirSync(folder)).toEqual([]);
    (await lock(path))();
  });

  it('goes to one of several that ask at once in one process', async () => {
    const asked = await Promise.all([code(() => lock(path)), code(() => lock(path)), code(() => lock(path))]);
    expect(asked.sort()).toEqual(['folderInUse', 'folderInUse', 'taken']);
  });

  it.each([
    ['of a process that is dead', JSON.stringify({ pid: 2 ** 22 + 5, began: null, token: 'a' })],
    ['of a namesake before this process', JSON.stringify({ pid: process.pid, began: null, token: 'b' })],
    ['of an id that another process has now', JSON.stringify({ pid: process.ppid, began: 'long ago', token: 'c' })],
    ['cut short by a power cut', ''],
  ])('%s is taken over', async (_, content) => {
    writeFileSync(path, content);
    (await lock(path))();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that is a name for nothing is left, and its taker goes on with other things meanwhile', async () => {
    symlinkSync(join(folder, 'nothing'), path);
    const taken = code(() => lock(path));
    await wait(1);
    expect(await taken).toBe('folderMaybeInUse');
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it('of a living process is not', async () => {
    writeFileSync(path, JSON.stringify({ pid: process.ppid, began: null, token: 'd' }));
    expect(await code(() => lock(path))).toBe('folderInUse');
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
    (await lock(path))();
    expect(readdirSync(folder)).toEqual([]);
    parent.kill();
  });

  describe('of a process in another container', () => {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const signAt = () => join(dirname(path), 'lock-f.sign');
    const left = (more: object) =>
      writeFileSync(path, JSON.stringify({ pid: 1, began: `${boot} 7`, token: 'f', space: 'pid:[1]', ...more }));

    it('is not taken over while it gives its sign of life, and is afterwards', async () => {
      // So long a name that a socket's own path could not hold it.
      const deep = join(folder, 'a'.repeat(120));
      mkdirSync(deep);
      path = join(deep, 'lock');
      left({ sign: true });
      const endSign = await giveSign(signAt());
      expect(await code(() => lock(path))).toBe('folderInUse');
      endSign?.();
      (await lock(path))();
      expect(readdirSync(deep)).toEqual([]);
    });

    it('that was killed, and so left its sign, is taken over', async () => {
      left({ sign: true });
      const script = `require('node:net').createServer().listen(${JSON.stringify(signAt())}, () => console.log('on'))`;
      const other = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
      await said(other);
      expect(await code(() => lock(path))).toBe('folderInUse');
      other.kill('SIGKILL');
      await once(other, 'close');
      expect(readdirSync(folder)).toEqual(['lock', 'lock-f.sign']);
      (await lock(path))();
      expect(readdirSync(folder)).toEqual([]);
    });

    it('is left alone where nobody can tell, unless the machine has been started since', async () => {
      left({});
      expect(await code(() => lock(path))).toBe('folderMaybeInUse');
      left({ began: 'another-boot 7' });
      (await lock(path))();
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  it('of a dead process goes to exactly one of many that come at once', async () => {
    const script = join(folder, 'taker.mjs');
    const take = `import { lock } from ${JSON.stringify(join(import.meta.dirname, '../../server/store/lock.ts'))};
      process.stdin.once('data', async () => {
        try { await lock(process.argv[2]); console.log('taken'); } catch (cause) { console.log(cause.code); }
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
