import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { misfits } from '../answers.ts';
import { cityText, countyText, jurisdictionsText } from '../store/texts.ts';
import { emptyFolder } from './dixian.ts';
import { runHere } from './in-process.ts';

const folder = emptyFolder();
afterAll(() => folder.remove());
const put = (name: string, text: string) => {
  writeFileSync(join(folder.path, name), text);
  return join(folder.path, name);
};
mkdirSync(join(folder.path, 'rules'));
put('rules/places.yaml', jurisdictionsText);
put('rules/city.yaml', cityText(100));
const rules = ['--rules', join(folder.path, 'rules')];
const low = put('low.yaml', countyText(150));
const high = put('high.yaml', countyText(200));

const diff = (...args: string[]) => runHere(['diff', ...args]);
const demo = ['371500@1.0.0', '371525@1.0.0', '--demo'];

describe('dixian diff', () => {
  it('names both sides, tells each change in a sentence by product, and ends with what they are together', async () => {
    const { code, out, err } = await diff(...demo);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '聊城市 1.0.0 → 冠县 1.0.0（市级 1.0.0）',
      '从：聊城市 1.0.0，2019-01-01 至 2019-12-31',
      '到：冠县 1.0.0（市级 1.0.0），2019-07-01 至 2019-12-31',
    ]);
    expect(out).toMatch(/\n\n基本医保\n {2}▲ 基本医保起付标准.*一级.*【.+】\n/);
    expect(lines.slice(-3)).toEqual(['变更 18 项：有利 15、无影响 3', '总体：有利', '']);
    expect(out).not.toMatch(/undefined|\[object|\{[a-zA-Z]+\}/);
  });

  it('takes one form: --json beside another is refused', async () => {
    const { code, out, err } = await diff(...demo, '--format', 'csv', '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--format csv 与 --json 不能同时给出');
    expect((await diff(...demo, '--format', 'json', '--json')).code).toBe(0);
  });

  it('of two texts of one place says what the version number rises in', async () => {
    const { out } = await diff(low, high, ...rules);
    expect(out).toContain(`${low}（某县，未发布，市级 1.0.0），2019-07-01 至 2019-12-31`);
    expect(out).toContain('总体：有利；按此版本号应升次版本（第二位）');
    const english = await diff(high, low, ...rules, '--lang', 'en');
    expect(english.out).toContain('All in all: worse; the version number rises in its major part');
  });

  it('says that there are no changes only where there are none', async () => {
    const { code, out } = await diff('371525@2019-08-01', '371525@2019-09-01', '--demo', '--fail-on', 'worse');
    expect(code).toBe(0);
    expect(out).toMatch(/没有变更\n$/);
  });

  it.each([
    [low, high, 'worse', 0],
    [high, low, 'worse', 1],
    [high, low, 'mixed,undetermined', 0],
    [high, low, 'undetermined, worse', 1],
  ])('%s %s --fail-on %s: %d', async (from, to, classes, wanted) => {
    expect((await diff(from, to, ...rules, '--fail-on', classes)).code).toBe(wanted);
  });

  it.each([
    [['371525@7.0.0', '371525@1.0.0'], '7.0.0'],
    [['371525@1.0.0'], 'to'],
    [['371525', '371525', '371525'], '参数过多'],
    [['nowhere.yaml', '371525'], 'nowhere.yaml'],
    [['package.json', '371525'], 'package.json'],
    [['371525', '371525', '--fail-on', 'better'], 'worse, mixed, undetermined'],
    [['371525', '371525', '--format', 'pdf'], 'junit'],
    [['371525', '371525', '--output', '/nowhere/x.txt'], '/nowhere/x.txt'],
    [['git:HEAD:nowhere.yaml', '371525'], 'nowhere.yaml'],
    [['git:no-such-revision:package.json', '371525'], 'no-such-revision'],
    [['git:--output=x:package.json', '371525'], '--output=x'],
    [['git:HEAD:-x', '371525'], '-x'],
    [['371525@2019-02-30', '371525'], '371525@2019-02-30”既不是已发布的规则，也不是文件'],
    [['371525@1.0', '371525'], '也不是文件'],
    [['sha256:abc', '371525'], '也不是文件'],
    [['/dev/zero', '371525'], '超过 8388608 字节'],
    [['--git-driver', 'a', 'b'], '七个参数'],
  ])('%j could not: 2, nothing on standard output, one line why', async (args, named) => {
    const { code, out, err } = await diff(...args, '--demo');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(named);
    expect(err).not.toMatch(/^ +at /m);
  });

  it('as JSON is by its schema, as over HTTP', async () => {
    const { out } = await diff(...demo, '--format', 'json');
    expect(misfits('diff-answer', out)).toEqual([]);
    expect((await diff(...demo, '--json')).out).toBe(out);
    expect(JSON.parse(out)).toMatchObject({ class: 'better', step: null, counts: { better: 15, neutral: 3 } });
  });

  it.each([
    ['markdown', /^# 聊城市 1\\?\.0/],
    ['html', /^<!doctype html>\n<html lang="zh-CN">/],
    ['csv', /^\ufeff项目,变更,影响,之前,之后,/],
    ['junit', /^<\?xml version="1\.0".*\n<testsuites name="dixian diff" tests="18" failures="0"/],
  ])('is given as %s', async (format, wanted) => {
    const { code, out } = await diff(...demo, '--format', format);
    expect(code).toBe(0);
    expect(out).toMatch(wanted);
    expect(out).not.toMatch(/undefined|\[object/);
  });

  it('is given as junit with a failure for each change that is worse', async () => {
    const { out } = await diff('371525@1.0.0', '371500@1.0.0', '--demo', '--format', 'junit');
    expect(out).toMatch(/<testsuites name="dixian diff" tests="18" failures="15"/);
  });

  it('is written to a file', async () => {
    const file = join(folder.path, 'changes.xlsx');
    const { code, out } = await diff(...demo, '--format', 'xlsx', '--output', file);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(readFileSync(file).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  });

  it('writes no workbook to a terminal', async () => {
    const { code, out, err } = await runHere(['diff', ...demo, '--format', 'xlsx'], {}, '', { isTTY: true });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--output');
  });
});

describe('dixian changelog', () => {
  it('tells what each publication changed, the first of a city without', async () => {
    const { code, out } = await runHere(['changelog', '371525', '--demo']);
    expect(code).toBe(0);
    expect(out).toMatch(/^冠县（371525）变更记录\n\n1\.0\.0（规则文件夹）\n从：冠县（沿用市级 1\.0\.0）/);
    expect(out).toContain('总体：有利；');
    expect((await runHere(['changelog', '371500'])).out).toMatch(/首次发布\n$/);
    expect((await runHere(['changelog', '371521'])).out).toContain('没有发布过规则集');
  });

  it('is given in every form', async () => {
    const all = ['json', 'markdown', 'html', 'csv'];
    const [json = '', markdown, html, csv] = await Promise.all(
      all.map(async (format) => (await runHere(['changelog', '371525', '--demo', '--format', format])).out),
    );
    expect(misfits('changelog-answer', json)).toEqual([]);
    expect(markdown).toContain('## 1.0.0（规则文件夹）');
    expect(html).toContain('<h2>1.0.0（规则文件夹）</h2>');
    expect(csv).toMatch(/^\ufeff版本,项目,/);
  });
});
