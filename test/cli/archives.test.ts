import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { publishAll } from '../store/publishing.ts';
import { cityText, countyText, jurisdictionsText, publication } from '../store/texts.ts';
import { root as checkout } from './dixian.ts';
import { runHere } from './in-process.ts';

let root: string;
const at = (...path: string[]) => join(root, ...path);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dixian-archive-'));
  const store = await openEmbedded(at('data'));
  await publishAll(
    store,
    [publication(cityText(1), '1.0.0'), publication(countyText(2), '1.0.0')],
    [jurisdictionsText],
  );
  await store.close();
});
afterEach(() => rm(root, { recursive: true }));

const json = async (...args: string[]) => {
  const { code, out, err } = await runHere([...args, '--json']);
  return { exit: code, err, ...(out === '' ? {} : JSON.parse(out)) };
};

describe('dixian export and import', () => {
  it('carry every version over, and the trail of each place tells of it', async () => {
    const made = await json('export', at('out'), '--data', at('data'));
    expect(made).toMatchObject({ exit: 0, versions: 2, head: expect.stringMatching(/^2:sha256:[0-9a-f]{64}$/) });
    const taken = await json('import', at('out'), '--data', at('other'), '--checksum', made.checksum);
    expect(taken).toMatchObject({ exit: 0, versions: 2 });
    expect(await readFile(at('other/rule-sets/371525/1.0.0.yaml'), 'utf8')).toBe(countyText(2));
    expect(await readFile(at('data/audit.jsonl'), 'utf8')).toContain('"act":"store.exported"');
    expect(await readFile(at('other/audit.jsonl'), 'utf8')).toContain(made.checksum);
    const again = await runHere(['import', at('out'), '--data', at('other')]);
    expect(again.code).toBe(2);
    expect(again.err).toContain('这里已有 2 个版本');
    const other = await runHere(['import', at('out'), '--data', at('third'), '--checksum', 'sha256:0', '--lang', 'en']);
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('another checksum') });
  });

  it('says in words what was done and what to keep', async () => {
    const { out, code } = await runHere(['export', at('out'), '--data', at('data')]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^已导出 2 个版本到 .*\n校验和 sha256:[0-9a-f]{64}\n审计记录末尾 2:sha256:[0-9a-f]{64}\n请把以上两项另行保存。\n$/,
    );
  });

  it('says where there is nothing to export', async () => {
    const { code, err } = await runHere(['export', at('out'), '--data', at('none')]);
    expect(code).toBe(2);
    expect(err).toContain('没有已发布的规则');
  });
});

describe('dixian backup, restore and audit verify', () => {
  it('leave nothing behind where the disk is full, and are done once there is room', async () => {
    // No file may have a byte: what is written is refused as by a full disk.
    const command = [
      process.execPath,
      join(checkout, 'server/dixian.mjs'),
      'backup',
      at('backup'),
      '--data',
      at('data'),
    ];
    const { status, stderr } = spawnSync('sh', ['-c', 'ulimit -f 0; exec "$@"', 'sh', ...command], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, `${at('backup')}：磁盘空间不足（EFBIG）；腾出空间后再试\n`]);
    expect(existsSync(at('backup'))).toBe(false);
    expect(await json('backup', at('backup'), '--data', at('data'))).toMatchObject({ exit: 0, versions: 2 });
  });

  it('of two that fill one folder at the same time one is refused, and the other is whole', async () => {
    const fill = () => json('backup', at('backup'), '--data', at('data'));
    const both = await Promise.all([fill(), fill()]);
    expect(both.map(({ exit }) => exit).sort()).toEqual([0, 2]);
    expect(both.map(({ err }) => err).join('')).toMatch(/^“.*backup”不是空文件夹；/);
    expect(await json('audit', 'verify', '--data', at('backup'))).toMatchObject({ exit: 0, lines: 1 });
  });

  it('say what cannot be read as that, not as a place that cannot be written', async () => {
    await rm(at('data/rule-sets/371525/1.0.0.yaml'));
    await mkdir(at('data/rule-sets/371525/1.0.0.yaml'));
    const { code, err } = await runHere(['backup', at('backup'), '--data', at('data')]);
    expect([code, err]).toEqual([2, expect.stringContaining('rule-sets/371525/1.0.0.yaml')]);
    expect(err).not.toContain('无法写入');
    expect(existsSync(at('backup'))).toBe(false);
  });

  it('keep the folders apart, whatever links lead there', async () => {
    await json('backup', at('backup'), '--data', at('data'));
    await json('export', at('out'), '--data', at('data'));
    await symlink(at('data/drafts'), at('link'));
    for (const [inner, outer, ...args] of [
      [at('data/drafts/zz'), at('data'), 'backup', at('data/drafts/zz'), '--data', at('data')],
      [at('link/zz'), at('data'), 'backup', at('link/zz'), '--data', at('data')],
      [at('backup/inner'), at('backup'), 'restore', at('backup'), '--data', at('backup/inner')],
      [at('backup'), root, 'restore', at('backup'), '--data', root],
      [at('data/out'), at('data'), 'export', at('data/out'), '--data', at('data')],
      [at('out/data'), at('out'), 'import', at('out'), '--data', at('out/data')],
    ] as const) {
      expect(await runHere(args)).toMatchObject({
        code: 2,
        err: expect.stringMatching(new RegExp(`^“${inner}”在“${outer}”之内；`)),
      });
    }
    expect(await readdir(at('data/drafts'))).toEqual([]);
    const beside = await runHere(['backup', at('data-backup'), '--data', at('data')]);
    expect(beside.code).toBe(0);
  });

  it('say where they cannot write', async () => {
    expect(await runHere(['backup', '/proc/none/backup', '--data', at('data')])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^\/proc\/none.*：无法写入（[A-Z]+）\n$/),
    });
  });

  it('say where the desk is gone and the rest is there', async () => {
    await rm(at('data/desk.json'));
    const words = `缺少“${at('data/desk.json')}”，而已有 2 份规则文本或审计记录；从备份恢复整个数据文件夹\n`;
    for (const args of [
      ['audit', 'verify'],
      ['backup', at('backup')],
      ['export', at('out')],
    ]) {
      expect(await runHere([...args, '--data', at('data')])).toEqual({ code: 2, out: '', err: words });
    }
  });

  it('tell of what stands behind the end of the trail', async () => {
    const whole = await readFile(at('data/audit.jsonl'), 'utf8');
    const verify = ['audit', 'verify', '--data', at('data')];
    await writeFile(at('data/audit.jsonl'), `${whole}{"hash":"sha256:12`);
    expect(await runHere(verify)).toMatchObject({
      code: 0,
      out: expect.stringContaining('末尾之后另有 18 字节（完整的 0 行），不算在内'),
    });
    await writeFile(at('data/audit.jsonl'), whole + whole);
    const words = '审计记录“audit.jsonl”从第 2 行起是别处添加的，不接在前一行之后；';
    expect(await runHere(verify)).toMatchObject({ code: 1, out: expect.stringContaining(words) });
    const backup = await runHere(['backup', at('backup'), '--data', at('data')]);
    expect(backup).toMatchObject({ code: 2, err: expect.stringContaining(words) });
    expect(existsSync(at('backup'))).toBe(false);
  });

  it('bring a data folder back, and find what is older or was changed', async () => {
    const made = await json('backup', at('backup'), '--data', at('data'));
    expect(made).toMatchObject({ exit: 0, versions: 2, drafts: 0 });
    expect(await json('audit', 'verify', '--data', at('data'))).toEqual({
      exit: 0,
      err: '',
      lines: 1,
      head: made.head,
      beyondBytes: 0,
      beyondLines: 0,
    });
    const back = await json('restore', at('backup'), '--data', at('back'), '--head', made.head);
    expect(back).toMatchObject({ exit: 0, versions: 2, head: expect.stringMatching(/^2:/) });
    expect(await json('audit', 'verify', '--data', at('back'), '--head', made.head)).toMatchObject({
      exit: 0,
      lines: 2,
    });
    const older = await json('audit', 'verify', '--data', at('data'), '--head', back.head);
    expect(older).toMatchObject({ exit: 1, args: { lines: 2, found: 1 } });
    const trail = await readFile(at('back/audit.jsonl'), 'utf8');
    await writeFile(at('back/audit.jsonl'), trail.replace('T-001', 'T-002'));
    const changed = await runHere(['audit', 'verify', '--data', at('back')]);
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('从第 1 行起被改动过');
  });

  it.each([
    [['audit', 'look'], '没有“look”这个动作'],
    [['audit', 'verify', '--head', '3'], '不是审计记录末尾'],
    [['restore', 'none'], '没有已发布的规则'],
  ])('%j is refused', async (args, words) => {
    const { code, err } = await runHere([...args, '--data', at('new')]);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});
