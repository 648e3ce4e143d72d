import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dixian, emptyFolder, root } from './dixian.ts';
import { runHere } from './in-process.ts';

const DIGEST = /^sha256:[0-9a-f]{64}$/;

describe('dixian', () => {
  it('shows its commands in either language', async () => {
    const zh = await dixian(['--help']);
    expect(zh.code).toBe(0);
    for (const command of ['serve', 'validate', 'evaluate', 'test', 'floor', 'show', 'digest'])
      expect(zh.out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    const en = await runHere(['--lang', 'en', '--help']);
    expect((await runHere(['evaluate', '--lang=en', '--help'])).out).not.toMatch(/\p{Script=Han}/u);
    expect(en.code).toBe(0);
    expect(en.out).not.toMatch(/\p{Script=Han}/u);
    expect((await runHere([])).code).toBe(2);
  });

  it.each([
    [['evalute', 'x'], 'evaluate'],
    [['show', '371500', '--dat', '2019-01-01'], '--date'],
    [['show', '371500', '--output', 'x'], '没有选项 --output；用 --help 查看全部选项\n'],
    [['show'], 'code'],
    [['show', '371500', '--date', '2019-02-30'], '2019-02-30'],
    [['show', '371500', '--date'], '--date'],
    [['show', '371500', '--lang', 'fr'], 'zh, en'],
    [['show', '371500', '371502'], '参数过多'],
    [['show', '110000'], '371525'],
    [['floor', '371500'], '371502'],
    [['show', '371500', '--date', '2020-01-01'], '2019-12-31'],
    [['digest', 'package.json'], 'package.json'],
    [['validate', 'nowhere.yaml'], 'nowhere.yaml'],
    [['test', 'test/house'], 'Scenarios'],
  ])('%j could not: one line with what, where and help', async (args, named) => {
    const { code, out, err } = await runHere(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(named);
    expect(err).toMatch(/\p{Script=Han}/u);
    expect(err).not.toMatch(/^ +at /m);
  });

  it('shows what is in force, the city beside the county', async () => {
    const { code, out, err } = await runHere(['show', '371525', '--demo', '--date', '2019-08-01']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/住院医疗救助比例 medicalAssistance\.ratio: 75% {2}\[.*县级.*\]\n {6}市级：70%/);
    expect(out).toContain('基本医保起付标准（每次住院）');
    // 只改了一级医院，二、三级沿用市级
    expect(out).toMatch(/basicMedical\.deductible: .*\[.*部分县级.*\]/);
    expect(out).not.toMatch(/medicalAssistance\.ratio: .*部分县级/);
    expect(out).not.toMatch(/undefined|\[object|\{[a-zA-Z]+\}/);
    const city = await runHere(['show', '371500']);
    expect(city.err).toContain('2019-12-31');
    expect(city.out).toContain('medicalAssistance.ratio: 70%');
  });

  it('shows it as JSON', async () => {
    const { out } = await runHere(['show', '371525', '--date', '2019-08-01', '--json']);
    const shown = JSON.parse(out) as {
      date: string;
      standards: Record<string, { value: unknown; cityValue: unknown }>;
      ruleSet: { version: null };
    };
    expect(shown.date).toBe('2019-08-01');
    expect(shown.ruleSet.version).toBeNull();
    expect(shown.standards['medicalAssistance.ratio']).toMatchObject({ value: 0.7, cityValue: 0.7, origin: 'city' });
  });

  it('prints the floor of a county as JSON Schema', async () => {
    const { code, out } = await runHere(['floor', '371525', '--date', '2019-08-01']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      properties: { jurisdiction: { const: '371525' } },
    });
  });

  it('prints digests of a text and of what is in force', async () => {
    const file = JSON.parse((await runHere(['digest', 'rules/371500/liaocheng-2019.yaml', '--json'])).out) as Record<
      string,
      string
    >;
    const code = JSON.parse((await runHere(['digest', '371500', '--date', '2019-08-01', '--json'])).out) as Record<
      string,
      string
    >;
    expect(file.digest).toMatch(DIGEST);
    expect(file.termsDigest).toMatch(DIGEST);
    expect(code.digest).toBe(file.digest);
    expect(code.effectiveDigest).toMatch(DIGEST);
    expect(code.effectiveTermsDigest).toMatch(DIGEST);
  });

  it('finds wrong that next year’s plan insures the products for this year, which would pay nothing', async () => {
    const folder = emptyFolder();
    const file = join(folder.path, 'plan.yaml');
    const plan = readFileSync(`${root}/rules/371500/liaocheng-2019.yaml`, 'utf8');
    const told = async (text: string) => {
      writeFileSync(file, text);
      return runHere(['validate', file]);
    };
    const year = 'effective: {from: 2020-01-01, to: 2020-12-31}';
    const { code, out } = await told(plan.replace(/^effective: \{.*?\}/m, year));
    expect(code).toBe(1);
    expect(out.match(/periodNeverMet/g)).toHaveLength(3);
    const used = await runHere(['show', '371500', '--rules', folder.path, '--date', '2020-03-01']);
    expect([used.code, used.err.match(/没有一天重合/g)?.length]).toEqual([2, 3]);
    // One day of the plan's own is enough.
    const day = 'effective: {from: 2019-12-31, to: 2020-12-30}';
    expect((await told(plan.replace(/^effective: \{.*?\}/m, day))).code).toBe(0);
    folder.remove();
  });

  it('finds nothing wrong with the rules of the package', async () => {
    const { code, out } = await runHere(['validate', 'rules']);
    expect(out).toContain('0 个错误');
    expect(code).toBe(0);
    const json = JSON.parse((await runHere(['validate', 'rules/samples', '--json'])).out) as {
      kind: string;
      findings: unknown[];
    }[];
    expect(json.map(({ kind }) => kind)).toContain('Override');
  });

  it('runs the scenarios of the package, with the samples too', async () => {
    const { code, out } = await runHere(['test', '--demo', '--coverage', '--json']);
    const report = JSON.parse(out) as {
      passed: number;
      failed: number;
      gaps: { message: string }[];
      scenarios: unknown[];
    };
    expect(report.failed).toBe(0);
    expect(report.passed).toBeGreaterThan(100);
    expect(report.gaps.map(({ message }) => message)).toEqual([]);
    expect(code).toBe(0);
  });

  it('runs the scenarios of a folder on the rules that stand in it, of however many cities', async () => {
    const { code, out } = await runHere(['test', 'test/cities']);
    expect(out).toContain('0 个不符');
    expect(Number(/(\d+) 个通过/.exec(out)?.[1])).toBeGreaterThan(150);
    expect(code).toBe(0);
  });

  it('says of a scenario that was refused why, place by place, in the language asked for', async () => {
    const rules = emptyFolder();
    try {
      copyFileSync(`${root}/test/bad/_city.yaml`, join(rules.path, 'plan.yaml'));
      const claim = '{type: stay, hospital: {level: 1}, cost: {inScope: a}, history: {month: {basic: {paid: 1}}}}';
      const scenario = `{name: a, claim: ${claim}, expect: {paid: 0}}`;
      const text = `kind: Scenarios\njurisdiction: "990000"\ndate: 2020-06-01\nscenarios: [${scenario}]\n`;
      writeFileSync(join(rules.path, 'scenarios.yaml'), text);
      const { out } = await runHere(['test', rules.path]);
      expect(out).toContain('claimWrongType /claim/cost/inScope（「政策内费用」（cost.inScope）应为数字，实际为“a”）');
      expect(out).toContain(
        'claimCounterUnknown /claim/history/month（没有规则或限额用到累计“history.month”；用到的有：history.year.basic、',
      );
      expect((await runHere(['test', rules.path, '--lang', 'en'])).out).toContain('should be a number and is “a”');
    } finally {
      rules.remove();
    }
  });

  it('asks for the days about the ends of a period only where a layer has one of its own', async () => {
    const rules = emptyFolder();
    try {
      const city = readFileSync(`${root}/test/bad/_city.yaml`, 'utf8');
      const claim = '{type: stay, hospital: {level: 1}, cost: {inScope: 100}}';
      const text = `kind: Scenarios\njurisdiction: "990000"\ndate: 2020-06-01\nscenarios: [{name: a, claim: ${claim}, expect: {eligible: true}}]\n`;
      writeFileSync(join(rules.path, 'scenarios.yaml'), text);
      const days = async (plan: string) => {
        writeFileSync(join(rules.path, 'plan.yaml'), plan);
        const { out } = await runHere(['test', '--coverage', rules.path]);
        expect(out).toContain('没有用例');
        return out.split('\n').filter((line) => /没有.*(首日|末日)/.test(line));
      };
      expect(await days(city)).toEqual([]);
      const shorter = city.replace('{name: basic,', '{name: basic, period: {from: 2020-02-01, to: 2020-12-31},');
      expect(shorter).not.toBe(city);
      expect((await days(shorter)).length).toBe(4);
    } finally {
      rules.remove();
    }
  });

  it('calls no coverage complete where no scenario has run', async () => {
    const rules = emptyFolder();
    try {
      copyFileSync(`${root}/test/bad/_city.yaml`, join(rules.path, 'city.yaml'));
      writeFileSync(join(rules.path, 'scenarios.yaml'), 'kind: Scenarios\njurisdiction: "990000"\nscenarios: 1\n');
      const { code, out } = await runHere(['test', '--coverage', '--rules', rules.path, '--lang', 'en']);
      expect(code).toBe(1);
      expect(out).toContain('all rules: no scenario has run on any rule set');
      expect(out).not.toContain('complete');
    } finally {
      rules.remove();
    }
  });

  it('away from any rules takes those of the package', async () => {
    const folder = emptyFolder();
    try {
      const { code, out } = await dixian(['show', '371500'], { cwd: folder.path });
      expect(code).toBe(0);
      expect(out).toContain('聊城市');
    } finally {
      folder.remove();
    }
  });
});
