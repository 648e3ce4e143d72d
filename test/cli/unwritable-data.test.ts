import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolder } from '../../server/store/data-folder.ts';
import { WriteFailure } from '../../server/store/durable-write.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { writeRefusal } from '../../server/store/write-refusal.ts';
import { publishAll } from '../store/publishing.ts';
import { cityText, jurisdictionsText, publication } from '../store/texts.ts';
import { root as checkout } from './dixian.ts';
import { runHere } from './in-process.ts';

let root: string;
const at = (...path: string[]) => join(root, ...path);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dixian-unwritable-'));
  await chmod(root, 0o755);
  const store = await openEmbedded(at('data'));
  await publishAll(store, [publication(cityText(1), '1.0.0')], [jurisdictionsText]);
  await store.close();
});
afterEach(() => rm(root, { recursive: true }));

/** Runs a command that takes the folder to write to it, as somebody who may write nowhere: root may write everywhere. */
function asNobody(lang: string): readonly [number | null, string] {
  const args = [join(checkout, 'server/dixian.mjs'), 'export', at('out'), '--data', at('data'), '--lang', lang];
  const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', ...account });
  return [status, stderr];
}

describe('a data folder', () => {
  it('that the account may not write is told as that, by name', async () => {
    for (const file of ['audit.jsonl', 'closed-drafts.jsonl', 'desk.json']) await chmod(at('data', file), 0o444);
    await chmod(at('data'), 0o555);
    expect(asNobody('zh')).toEqual([
      2,
      `运行本程序的账号不能写入“${at('data')}”（EACCES）；检查其属主、权限与挂载方式，或换用有权写入的账号\n`,
    ]);
    await chmod(at('data'), 0o777);
    await writeFile(at('data/drafts/left-over.yaml'), '');
    await chmod(at('data/drafts'), 0o555);
    await chmod(at('data/audit.jsonl'), 0o666);
    await chmod(at('data/closed-drafts.jsonl'), 0o666);
    expect(asNobody('en')).toEqual([2, expect.stringContaining(`"${at('data/drafts/left-over.yaml')}" (EACCES)`)]);
  });

  it('is told in an act by what stands in it alone, not by where it is', () => {
    const cause = Object.assign(new Error('no'), { code: 'EROFS', path: '/srv/data/drafts/aa.yaml.tmp' });
    const failure = new WriteFailure(cause, { certain: true, flush: false });
    const folder = new DataFolder('/srv/data');
    expect(writeRefusal(failure, (path) => folder.nameOf(path)).findings).toEqual([
      { code: 'storeForbidden', severity: 'error', args: { file: 'drafts/aa.yaml', reason: 'EROFS' } },
    ]);
  });

  it.each(['lock', 'desk.json'])('in which %s is a folder says so by name', async (name) => {
    await rm(at('data', name), { force: true });
    await mkdir(at('data', name));
    const { code, err } = await runHere(['export', at('out'), '--data', at('data')]);
    expect([code, err]).toEqual([2, `${at('data', name)}：是文件夹，应为文件\n`]);
  });
});
