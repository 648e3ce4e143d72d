import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '../usecases/configuration/read.ts';
import { runHere } from './in-process.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dixian-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A configuration file of the test's own. */
function file(text: string): string {
  const path = join(folder, 'configuration.yaml');
  writeFileSync(path, text);
  return path;
}

const hash = `sha256:0123456789${'abcdef'.repeat(9)}`;
const text = `port: 9000
data: "/srv/a: b"
now: 2019-06-01
limits: {claims: 5}
keys: [{name: hospital, hash: "${hash}", scopes: [evaluate, read], jurisdictions: ["371525"]}]
`;

describe('dixian config', () => {
  it('prints what is in effect and where each value comes from', async () => {
    const { code, out, err } = await runHere(['config', '--config', file(text), '--lang', 'en'], { PORT: '9001' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const line of [
      `# configuration file: ${join(folder, 'configuration.yaml')}`,
      'port: 9001 # environment variable PORT',
      'data: "/srv/a: b" # configuration file, line 2',
      'host: "127.0.0.1" # default',
      '  claims: 5 # configuration file, line 4',
      '  burst: 1 # default, worked out here',
      '  - name: hospital',
    ])
      expect(out.split('\n')).toContain(line);
  });

  it('prints what can be read again, to the same configuration, but for the hashes', async () => {
    const { out } = await runHere(['config', '--config', file(text)], { DIXIAN_LOG_LEVEL: 'warn' });
    const again = out.replace('"sha256:01234567…"', `"${hash}"`);
    expect(again).not.toBe(out);
    expect(read(again).configuration).toEqual({
      ...read(text, { DIXIAN_LOG_LEVEL: 'warn' }).configuration,
      ...{ rules: 'rules', workers: 2 },
      limits: { ...read(text).configuration.limits, memoryMegabytes: 1024 },
    });
  });

  it.each([
    [{}, false],
    [{ DIXIAN_ORIGIN: 'http://localhost:8080' }, false],
    [{ DIXIAN_ORIGIN: 'https://dixian.example' }, true],
    [{ DIXIAN_TRUSTED_PROXIES: '1' }, true],
    [{ DIXIAN_TRUSTED_PROXIES: '1', DIXIAN_EVALUATION_NEEDS_KEY: 'false' }, false],
    [{ HOST: '0.0.0.0' }, true],
  ])('by %j a key is needed: %s', async (env, needed) => {
    const { out } = await runHere(['config', '--lang', 'en'], env);
    expect(out).toMatch(new RegExp(`^evaluationNeedsKey: ${needed} #`, 'm'));
  });

  it('never shows a hash in full, as YAML or as JSON', async () => {
    for (const form of [[], ['--json']]) {
      const { out } = await runHere(['config', '--config', file(text), ...form]);
      expect(out).toContain('sha256:01234567…');
      expect(out).not.toContain(hash.slice(0, 24));
    }
  });

  it('as JSON names path, variable, value and origin of each setting', async () => {
    const { out } = await runHere(['config', '--json', '--data', 'd'], { DIXIAN_CONFIG: file(text) });
    const { settings } = JSON.parse(out) as { settings: readonly object[] };
    expect(settings).toContainEqual({
      path: 'limits.claims',
      variable: 'DIXIAN_LIMITS_CLAIMS',
      value: 5,
      from: { kind: 'file', line: 4 },
    });
    expect(settings).toContainEqual({
      path: 'data',
      variable: 'DIXIAN_DATA',
      value: 'd',
      from: { kind: 'option', name: '--data' },
    });
  });

  it('tells every mistake in both languages, and prints nothing else', async () => {
    const wrong = file('por: 1\nlimits:\n  claims: none\n');
    const zh = await runHere(['config', '--config', wrong], { DIXIAN_WORKERS: '-1' });
    expect({ code: zh.code, out: zh.out }).toEqual({ code: 2, out: '' });
    expect(zh.err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/configuration\.yaml:1:1: 没有“por”这个键；您是不是要写 port？/),
      expect.stringMatching(/configuration\.yaml:3:11: 此处应为整数，写的是“none”/),
      expect.stringMatching(/^DIXIAN_WORKERS: -1 超出范围；应为 ≥ 0/),
    ]);
    const en = await runHere(['config', '--config', wrong, '--lang', 'en'], { DIXIAN_WORKERS: '-1' });
    expect(en.err).toContain('DIXIAN_WORKERS: -1 is out of range; It should be ≥ 0');
  });

  it('and serve tell the same, and serve does not start', async () => {
    const wrong = ['--config', file('port: 99999\nhost: ""\n'), '--lang', 'en'];
    const served = await runHere(['serve', ...wrong]);
    expect(served).toEqual(await runHere(['config', ...wrong]));
    expect(served.err.trimEnd().split('\n')).toHaveLength(2);
    expect(served.err).not.toMatch(/^\s+at /m);
  });

  it('tells a file that is not there', async () => {
    const { code, err } = await runHere(['config', '--config', join(folder, 'none.yaml')]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('none.yaml') });
  });

  it('warns of a variable that has no effect, and goes on', async () => {
    const { code, err } = await runHere(['config'], { DIXIAN_LIMITS_CLAIM: '1' });
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('DIXIAN_LIMITS_CLAIMS') });
  });
});
