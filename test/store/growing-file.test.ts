import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../server/store/file-system.ts';
import { linesIn } from '../../server/store/growing-file.ts';

const MEGABYTE = 1 << 20;

describe('the lines of a file that is only added to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dixian-lines-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The lines of a text between two places, by their lengths where they are long. */
  async function linesOf(text: string, start = 0, until = text.length): Promise<readonly (string | number)[]> {
    const path = join(folder, 'lines');
    writeFileSync(path, text);
    const lines: (string | number)[] = [];
    for await (const bytes of linesIn(nodeFileSystem, path, start, until)) {
      const line = Buffer.from(bytes).toString();
      expect(line).toMatch(/^(.)\1*$|^$/);
      lines.push(line.length > 10 ? line.length : line);
    }
    return lines;
  }

  it.each([
    ['', []],
    ['a', []],
    ['a\n', ['a']],
    ['a\n\nbb\nc', ['a', '', 'bb']],
    [`${'a'.repeat(MEGABYTE)}\nb\n`, [MEGABYTE, 'b']],
    [`${'a'.repeat(MEGABYTE - 1)}\nb\n`, [MEGABYTE - 1, 'b']],
    [`a\n${'b'.repeat(3 * MEGABYTE)}\nc\n${'d'.repeat(MEGABYTE)}`, ['a', 3 * MEGABYTE, 'c']],
  ])('are whole, however the file is read (case %#)', async (text, lines) => {
    expect(await linesOf(text)).toEqual(lines);
  });

  it('are those between the two places', async () => {
    expect(await linesOf('aa\nbb\ncc\ndd\n', 3, 9)).toEqual(['bb', 'cc']);
    expect(await linesOf('aa\nbb\ncc\n', 3, 8)).toEqual(['bb']);
    expect(await linesOf('aa\n', 3, 99)).toEqual([]);
  });
});
