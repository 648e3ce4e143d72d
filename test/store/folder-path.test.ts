import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../server/store/file-system.ts';
import { makeFolderPath } from '../../server/store/folder-path.ts';
import { syncFiles } from '../../server/store/sync-files.ts';

describe('a folder', () => {
  let root = '';
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'dixian-path-'));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('is made with those above it, and is left as it is where it is there', () => {
    const path = join(root, 'a/b/c');
    makeFolderPath(path);
    writeFileSync(join(path, 'kept'), '');
    makeFolderPath(path);
    expect(existsSync(join(path, 'kept'))).toBe(true);
  });

  it('cannot be made where a file is, or below one', () => {
    writeFileSync(join(root, 'file'), '');
    expect(() => makeFolderPath(join(root, 'file'))).toThrow('EEXIST');
    expect(() => makeFolderPath(join(root, 'file/below'))).toThrow('ENOTDIR');
  });

  it('cannot be made where the system lets nobody make any: that is said, and does not go on for ever', () => {
    expect(() => makeFolderPath('/proc/dixian/data')).toThrow('ENOENT');
  });

  it.each([
    ['of a store', nodeFileSystem],
    ['of the thread that writes', syncFiles],
  ])('is made so by the files %s, for a backup as well', async (_, files) => {
    await files.makeFolder(join(root, 'd/e'));
    await files.makeFolder(join(root, 'd/e'));
    expect(existsSync(join(root, 'd/e'))).toBe(true);
    await expect(files.makeFolder('/proc/dixian/data')).rejects.toThrow('ENOENT');
  });
});
