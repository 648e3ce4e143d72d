import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { filesIn, root } from './sources.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Made from a definition elsewhere, or one table: as long as what they hold. */
const exempt = [/^(schemas|client)\/generated\//, /^server\/domain\/messages\//];

describe('files', () => {
  it('are short: a source has at most 300 lines', () => {
    const sources = [...filesIn('.', /\.(ts|mjs)$/)].filter((path) => !exempt.some((pattern) => pattern.test(path)));
    expect(sources.length).toBeGreaterThan(20);
    const long = sources.filter((path) => read(path).trimEnd().split('\n').length > 300);
    expect(long).toEqual([]);
  });

  it('name no place on the machine they were written on', () => {
    const places = new RegExp(
      `(^|[\\s"'(=])/(${['work', 'home', 'root', 'Users'].join('|')})/|[A-Z]:\\\\\\\\?Users`,
      'm',
    );
    const named = filesIn('.').filter((path) => places.test(read(path)));
    expect(named).toEqual([]);
  });

  it('name no place of the rules they come with: a plan of any city is YAML alone', () => {
    const registry = parse(read('rules/371500/jurisdictions.yaml')) as {
      readonly jurisdictions: readonly { readonly code: string; readonly name: Readonly<Record<string, string>> }[];
    };
    const names = registry.jurisdictions.flatMap(({ code, name }) => [code, ...Object.values(name)]);
    expect(names).toEqual(expect.arrayContaining(['371525', '冠县', 'Guan County']));
    // The plan's own name for what it insures.
    const places = new RegExp([...names, '特惠', 'Liaocheng', '聊城'].join('|'));
    const sources = [...filesIn('server'), ...filesIn('editor'), ...filesIn('schemas', /^[^/]*\.schema\.json$/)];
    expect(sources.length).toBeGreaterThan(500);
    expect(sources.filter((path) => places.test(read(path)))).toEqual([]);
  });

  it('leave the registry to the one who installs: no resolved URL in the lock file', () => {
    const lock = read('package-lock.json');
    expect(lock).not.toContain('"resolved"');
    expect(lock).toContain('"integrity"');
  });

  it('hang nothing on an install script', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const hook of ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'])
      expect(scripts).not.toHaveProperty(hook);
  });
});
