import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The checkout. */
export const root = join(import.meta.dirname, '../..');

const notOurs = new Set(['node_modules', 'dist', 'data', 'data-demo', 'coverage', '.git', 'results']);

/** Files below a folder of the checkout, by their path from its root. */
export function filesIn(folder: string, matching = /./): readonly string[] {
  const start = join(root, folder);
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split('/').some((part) => notOurs.has(part)) && matching.test(path))
    .sort();
}
