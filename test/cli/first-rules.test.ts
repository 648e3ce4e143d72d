import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dixian, emptyFolder, listening, root, start } from './dixian.ts';

let folder: ReturnType<typeof emptyFolder>;
beforeEach(() => {
  folder = emptyFolder();
  cpSync(join(root, 'rules'), join(folder.path, 'rules'), { recursive: true });
});
afterEach(() => folder.remove());

const city = '371500/liaocheng-2019.yaml';
const county = '371525/guanxian.yaml';

/** A text of the folder of rules, changed. */
function change(file: string, from: string | RegExp, to: string): void {
  const path = join(folder.path, 'rules', file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

/** A county's text that would be published without `--demo`. */
function addCounty(standards: string): void {
  mkdirSync(join(folder.path, 'rules', '371525'));
  const heading =
    'kind: Override\njurisdiction: "371525"\nextends: "371500"\neffective: {from: 2019-07-01, to: 2019-12-31}\n';
  writeFileSync(join(folder.path, 'rules', county), `${heading}reason: 试\nstandards:\n  ${standards}\n`);
}

const data = () => join(folder.path, 'data');
const serve = (...args: readonly string[]) => dixian(['serve', ...args], { cwd: folder.path, env: { PORT: '0' } });

/** Starts the service, which is to listen, and stops it. */
async function starts(...args: readonly string[]): Promise<void> {
  const child = start(['serve', ...args], { cwd: folder.path, env: { PORT: '0' } });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await listening(child);
  child.kill('SIGTERM');
  await ended;
}

describe('the first start of dixian serve on rules with errors', () => {
  it('publishes nothing for a mistyped standard, a figure below the floor and a fixed figure in a county’s text', async () => {
    const wrong = [
      ['unknownCityStandard', 'medicalAssistance.ratoi: 0.75'],
      ['belowFloor', 'medicalAssistance.ratio: 0.65'],
      ['fixedChanged', 'medicalAssistance.annualCap: 20000'],
    ] as const;
    addCounty(wrong.map(([, standard]) => standard).join('\n  '));
    const { code: exit, out, err } = await serve();
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err.startsWith(`${join('rules', county)}:7:`)).toBe(true);
    for (const [index, [code]] of wrong.entries()) {
      const line = 7 + index;
      expect(err).toMatch(
        new RegExp(`^${join('rules', county)}:${line}:\\d+: 错误 ${code}: .*\\n {2}${line} \\| `, 'm'),
      );
    }
    expect(err).toContain('没有写入任何内容');
    expect(existsSync(data())).toBe(false);
    change(county, /^ {2}medicalAssistance[\s\S]*$/m, '  medicalAssistance.ratio: 0.75\n');
    await starts();
    expect(existsSync(join(data(), 'rule-sets/371525/1.0.0.yaml'))).toBe(true);
  });

  it('publishes nothing where the city’s text refers to what there is not', async () => {
    change(city, '$hospitalReduction.outOfCatalogueRatio', '$hospitalReduction.outOfCatalogueRatoi');
    const { code, out, err } = await serve('--lang', 'en');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^rules\/371500\/liaocheng-2019\.yaml:\d+:\d+: error unknownStandard: /);
    expect(err).toMatch(/nothing was published, nothing written; correct these files, then run this again[^\n]*\n$/);
    expect(existsSync(data())).toBe(false);
    change(city, 'outOfCatalogueRatoi', 'outOfCatalogueRatio');
    await starts();
  });

  it('tells of all files at once, also of one that is no YAML and of one that does not say when it holds', async () => {
    change(city, '$hospitalReduction.outOfCatalogueRatio', '$hospitalReduction.outOfCatalogueRatoi');
    addCounty('a: [');
    writeFileSync(join(folder.path, 'rules/later.yaml'), 'kind: RuleSet\njurisdiction: "371500"\n');
    const { err } = await serve('--lang', 'en');
    const named = [...err.matchAll(/^(\S+?):\d+:\d+: error/gm)].map(([, file]) => file);
    expect([...new Set(named)]).toEqual([
      'rules/371500/liaocheng-2019.yaml',
      join('rules', county),
      'rules/later.yaml',
    ]);
  });

  it('with --demo checks the samples too, and without does not', async () => {
    change('samples/371525-guanxian-sample.yaml', 'ratio: 0.75', 'ratio: 0.65');
    const { code, err } = await serve('--demo');
    expect(code).toBe(2);
    expect(err).toContain('belowFloor');
    expect(existsSync(join(folder.path, 'data-demo'))).toBe(false);
    await starts();
  });

  it('goes on where there are warnings alone, and says how many', async () => {
    addCounty('supplementaryMedical.premium: 145');
    const child = start(['serve'], { cwd: folder.path, env: { PORT: '0' } });
    let err = '';
    child.stderr?.on('data', (chunk) => {
      err += chunk;
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    await listening(child);
    child.kill('SIGTERM');
    await ended;
    expect(err).toBe('“rules”中的规则有 1 个提醒，用 dixian validate 可逐条查看\n');
  });
});

describe('dixian user add', () => {
  it('publishes no rules with errors either', async () => {
    addCounty('medicalAssistance.ratio: 0.65');
    const args = ['user', 'add', 'LC-1', '--name', '王芳', '--role', 'administrator'];
    const { code, err } = await dixian(args, { cwd: folder.path });
    expect(code).toBe(2);
    expect(err).toContain('belowFloor');
    expect(existsSync(data())).toBe(false);
  });
});

describe('a data folder that has rules', () => {
  it('is started on whatever stands in the folder of rules by now', async () => {
    await starts();
    change(city, '$hospitalReduction.outOfCatalogueRatio', '$hospitalReduction.outOfCatalogueRatoi');
    await starts();
  });
});
