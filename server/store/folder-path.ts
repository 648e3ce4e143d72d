import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it that are missing. One by one: Node's own recursive way never ends where the system says that
 * the parent is missing although it is there, as below /proc.
 * @throws what the system says where it cannot be made
 */
export function makeFolderPath(path: string): void {
  const failed = mkdirFailure(path);
  if (failed === null) return;
  if (failed.code === 'EEXIST' && statSync(path).isDirectory()) return;
  const above = dirname(path);
  if (failed.code !== 'ENOENT' || above === path) throw failed;
  makeFolderPath(above);
  const again = mkdirFailure(path);
  if (again !== null) throw again;
}

function mkdirFailure(path: string): NodeJS.ErrnoException | null {
  try {
    mkdirSync(path);
    return null;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}
