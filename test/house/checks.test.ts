import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './sources.ts';

/** Runs a program of the checkout with Node; answers its exit code and all it said. */
function run(program: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, program), ...args], { cwd: root });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

describe('the checkout', () => {
  it('holds generated files that are what their source says', async () => {
    expect(await run('schemas/generate.mjs', '--check')).toEqual({ code: 0, said: '' });
    expect(await run('client/generate.mjs', '--check')).toEqual({ code: 0, said: '' });
  });

  it('has no type error', async () => {
    expect(await run('node_modules/typescript7/bin/tsc', '--noEmit')).toEqual({ code: 0, said: '' });
    expect(await run('node_modules/typescript7/bin/tsc', '--project', 'editor')).toEqual({ code: 0, said: '' });
  });

  it('is formatted and free of lint', async () => {
    const { code, said } = await run(
      'node_modules/@biomejs/biome/bin/biome',
      'check',
      '--colors=off',
      '--error-on-warnings',
    );
    expect(code, said).toBe(0);
  });
});
