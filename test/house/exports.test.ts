import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, root } from './sources.ts';

const EXPORT = /^export (?:async )?(?:const|function\*?|class) (\w+)/gm;
const IMPORT = /(?:import|export)\s+(?:type\s+)?(?:\{([^}]*)\}|\*[^']*)\s+from\s+'(\.[^']+)'|\bimport\('(\.[^']+)'\)/g;

type Sources = ReadonlyMap<string, string>;

/** What the sources import of each other, as `path name`; `path *` where it is the whole. */
function importedIn(sources: Sources): ReadonlySet<string> {
  const imported = new Set<string>();
  for (const [path, text] of sources) {
    for (const [, names, from, whole] of text.matchAll(IMPORT)) {
      const target = normalize(join(dirname(path), from ?? whole ?? ''));
      const parts = names?.split(',').map(
        (part) =>
          part
            .trim()
            .replace(/^type /, '')
            .split(' ')[0],
      ) ?? ['*'];
      for (const name of parts) imported.add(`${target} ${name}`);
    }
  }
  return imported;
}

/** Values that a source exports and no other takes; scripts, which import what has been built, take what they name. */
function unused(path: string, text: string, imported: ReadonlySet<string>, scripts: string): readonly string[] {
  const names = [...text.matchAll(EXPORT)].map(([, name = '']) => name);
  const isTaken = (name: string) =>
    imported.has(`${path} ${name}`) || imported.has(`${path} *`) || new RegExp(`\\b${name}\\b`).test(scripts);
  return names.filter((name) => !isTaken(name)).map((name) => `${path}: ${name}`);
}

const read = (paths: readonly string[]): Sources =>
  new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));

describe('exported values', () => {
  it('are found out where nobody imports them', () => {
    const sources: Sources = new Map([
      [
        'a/x.ts',
        'export const one = 1;\nexport function two() {}\nexport class Three {}\nexport async function four() {}',
      ],
      ['b.ts', "import { one as first } from './a/x.ts';\nimport type { two } from './y.ts';"],
    ]);
    const found = [...sources].flatMap(([path, text]) => unused(path, text, importedIn(sources), 'four();'));
    expect(found).toEqual(['a/x.ts: two', 'a/x.ts: Three']);
  });

  it('of the server and the editor are imported somewhere', () => {
    const ours = read(['server', 'editor'].flatMap((folder) => filesIn(folder, /\.tsx?$/)));
    const others = read(['client', 'test', 'bench'].flatMap((folder) => filesIn(folder, /\.tsx?$/)));
    const scripts = [...read(['server', 'schemas', 'client'].flatMap((folder) => filesIn(folder, /\.mjs$/))).values()];
    const imported = importedIn(new Map([...ours, ...others]));
    expect(ours.size).toBeGreaterThan(500);
    const found = [...ours].flatMap(([path, text]) => unused(path, text, imported, scripts.join('\n')));
    expect(found).toEqual([]);
  });
});
