// Writes schemas/examples/answers.json, the answers that the document of the interface shows: each example is asked of a
// service over the rules of the checkout. The ordinary run of the tests holds the committed file to the same answers.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const file = join(root, 'schemas/examples/answers.json');

function run(program, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    env: { ...process.env, UPDATE_EXAMPLES: '1' },
    encoding: 'utf8',
  });
  if (status === 0) return;
  console.error(stdout + stderr);
  process.exit(1);
}

const before = readFileSync(file, 'utf8');
run('vitest/vitest.mjs', 'run', 'test/http/examples.test.ts');
run('@biomejs/biome/bin/biome', 'format', '--write', file);
if (readFileSync(file, 'utf8') !== before) console.log('schemas/examples/answers.json');
