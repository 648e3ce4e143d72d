import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pure } from './layers.ts';
import { filesIn, root } from './sources.ts';

/** What needs no import: the clock, chance, the network, timers and what only Node has. */
const AMBIENT =
  /(?<![.#\w])(Date\.now|Math\.random|new Date(?=\(\))|new Date(?=;)|(Buffer|process|performance|crypto|globalThis|fetch|setTimeout|setInterval|setImmediate)(?=\??[.([]))/g;

/** Files that may use one of these, and why. */
const WAIVED: Readonly<Record<string, readonly [name: string, why: string]>> = {
  'server/access/api-key.ts': ['Buffer', 'base64url of given bytes; keys are made on the server only'],
  'server/access/password-hash.ts': ['Buffer', 'base64url of given bytes; passwords are hashed on the server only'],
  'server/access/token.ts': ['Buffer', 'base64url of given bytes; tokens are made on the server only'],
  'server/domain/sha256.ts': ['process', 'Node’s own hash where there is a Node, a tenth of the time'],
};

function ambientIn(source: string): readonly string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...new Set([...code.matchAll(AMBIENT)].map(([name]) => name))];
}

it.each([
  ['const now = Date.now();', 'Date.now'],
  ['const now = new Date();', 'new Date'],
  ['return Math.random() < 0.5;', 'Math.random'],
  ["Buffer.from('a');", 'Buffer'],
  ['process.env.A;', 'process'],
  ['setTimeout(run, 1);', 'setTimeout'],
  ['await fetch(url);', 'fetch'],
  ['crypto.randomUUID();', 'crypto'],
])('%s is found', (source, name) => {
  expect(ambientIn(source)).toEqual([name]);
});

it('words in comments, methods and given instants are none', () => {
  expect(ambientIn('/** process.env */ new Date(text); this.#process(1); book.fetch(2);\n// Date.now()')).toEqual([]);
});

it('pure folders use no clock, chance, network or Node without an import either', () => {
  const files = pure.flatMap((folder) => filesIn(folder, /\.ts$/));
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) => {
    const names = ambientIn(readFileSync(join(root, file), 'utf8'));
    return names.map((name) => [file, name] as const);
  });
  // Each waiver is used: one that nothing needs any more is taken away.
  expect(found.toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual(
    Object.entries(WAIVED)
      .map(([file, [name]]) => [file, name])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
});
