import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../server/store/file-system.ts';

describe('a file that was closed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dixian-files-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('takes nothing more, though its descriptor is another file’s by then', async () => {
    const trail = await nodeFileSystem.openToAppend(join(folder, 'trail'));
    await trail.close();
    const others = Array.from({ length: 8 }, (_, index) => openSync(join(folder, `other-${index}`), 'w'));
    await expect(trail.write(new TextEncoder().encode('late'))).rejects.toThrow('closed');
    await expect(trail.cut(0)).rejects.toThrow('closed');
    // Closing again closes nobody else's.
    await trail.close();
    for (const other of others) closeSync(other);
    for (const [index] of others.entries()) expect(readFileSync(join(folder, `other-${index}`), 'utf8')).toBe('');
  });

  it('has what was under way as it was closed', async () => {
    const file = await nodeFileSystem.create(join(folder, 'whole'));
    const bytes = new Uint8Array(1 << 22).fill(120);
    const written = file.write(bytes);
    await file.close();
    await written;
    expect(readFileSync(join(folder, 'whole')).equals(bytes)).toBe(true);
  });
});
