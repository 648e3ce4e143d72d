import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cityText, countyText, jurisdictionsText } from '../store/texts.ts';
import { dixian, emptyFolder, root } from './dixian.ts';

const folder = emptyFolder();
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=li', '-c', 'user.email=li@example.org', ...args], {
    cwd: folder.path,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_PAGER: 'cat' },
  });
const put = (path: string, text: string) => writeFileSync(join(folder.path, path), text);
const commit = (message: string) => {
  git('add', '-A');
  git('commit', '-qm', message);
};

beforeAll(() => {
  git('init', '-q', '-b', 'main');
  git('config', 'diff.dixian.command', `'${process.execPath}' '${join(root, 'server/dixian.mjs')}' diff --git-driver`);
  mkdirSync(join(folder.path, 'rules'));
  put('.gitattributes', 'rules/*.yaml diff=dixian\n');
  put('rules/places.yaml', jurisdictionsText);
  put('rules/city.yaml', cityText(100));
  commit('city');
  put('rules/county.yaml', countyText(150));
  commit('county');
  put('rules/county.yaml', countyText(200));
  put('rules/places.yaml', `${jurisdictionsText}# who is who\n`);
  commit('county raised');
});
afterAll(() => folder.remove());

describe('dixian as a diff driver of git', () => {
  it('tells a change in a sentence, and goes on past what is no rule set', () => {
    const shown = git('show', '--ext-diff', 'HEAD');
    expect(shown).toMatch(/^rules\/county\.yaml（旧）.* → rules\/county\.yaml（新）/m);
    expect(shown).toMatch(/▲ .*150 元.*200 元/);
    expect(shown).toMatch(/^rules\/places\.yaml：未比较——/m);
  });

  it('of an added or removed text compares a county with the county without it, and tells a city’s as a whole', () => {
    const log = git('log', '-p', '--ext-diff', '--format=%s', 'HEAD~1');
    expect(log).toContain('没有 rules/county.yaml → rules/county.yaml（新）');
    expect(log).toMatch(/▲ .*100 元.*150 元/);
    expect(log).toContain('新增整份市级规则集：某市规则，标准 1 项，规则 1 条');
    rmSync(join(folder.path, 'rules/county.yaml'));
    expect(git('diff', '--ext-diff')).toMatch(/▼ .*200 元.*100 元/);
    git('checkout', '-q', 'rules/county.yaml');
  });

  it('reads a side from any revision', async () => {
    const at = (side: string, options = {}) => dixian(['diff', side, '371525'], { cwd: folder.path, ...options });
    const before = await at('git:HEAD~1:rules/county.yaml');
    expect(before).toMatchObject({ code: 0, err: '' });
    expect(before.out).toMatch(/▲ .*150 元.*200 元/);
    const inFolder = await dixian(['diff', 'git:HEAD~1:./county.yaml', '371525', '--rules', '.'], {
      cwd: join(folder.path, 'rules'),
    });
    expect(inFolder.out).toContain('150 元');
    expect(await at('git:HEAD:rules/county.yaml', { env: { PATH: '' } })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('git'),
    });
    expect(await at('git:HEAD:rules')).toMatchObject({ code: 2, out: '' });
    const outside = emptyFolder();
    const elsewhere = await dixian(['diff', 'git:HEAD:x', '371525'], { cwd: outside.path });
    outside.remove();
    expect(elsewhere).toMatchObject({ code: 2, out: '', err: expect.stringContaining('git 仓库') });
  });
});
