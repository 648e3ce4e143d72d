import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../house/sources.ts';

const page = readFileSync(join(root, 'docs/reliability.md'), 'utf8');

/** The last cell of each promise: files of tests, each with words of the test's name. What was counted stands apart. */
const promises = page
  .replace(/## What the long run counted[\s\S]*?(?=\n## )/, '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (---|promise|defect)/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()));

describe('docs/reliability.md', () => {
  it.each(promises)('%s', (_, shown = '') => {
    const tests = shown.split('; ').map((one) => /^`([^`]+)` › (.+)$/.exec(one));
    expect(tests.length).toBeGreaterThan(0);
    for (const test of tests) {
      const [, file = '', words = ''] = test ?? [];
      expect(existsSync(join(root, file)), `${shown}: no such file`).toBe(true);
      const source = readFileSync(join(root, file), 'utf8').replace(/\s+/g, ' ');
      expect(source.includes(words), `no test of ${file} says “${words}”`).toBe(true);
    }
  });

  it('has a promise in each part', () => {
    expect(promises.length).toBeGreaterThan(25);
  });
});
