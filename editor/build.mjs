// Builds the pages into dist/pages where they are missing or older than their sources. They are built in a folder beside it
// that then takes its place, so that the service never hands out half of them.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pages = join(root, 'dist', 'pages');
const sources = ['editor', 'client', 'package.json'];

/** The time of the newest source, folders included: a file taken away changes its folder. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const newestSource = () => Math.floor(Math.max(...sources.map((name) => newest(join(root, name)))) / 1000);

/** Whether the pages are missing or older than a source. */
export function pagesAreStale() {
  const index = join(pages, 'index.html');
  return !existsSync(index) || Math.floor(statSync(index).mtimeMs / 1000) < newestSource();
}

/**
 * Builds the pages. Fails with Vite's message where a source does not compile. Run as a program alone: the pages are what the
 * variable says that React's build goes by, and a process that tests or serves has its own.
 */
async function buildPages() {
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  // Taken before reading: a source changed meanwhile makes the pages stale again.
  const madeFrom = newestSource();
  const outDir = `${pages}.${process.pid}`;
  mkdirSync(dirname(pages), { recursive: true });
  try {
    await build({
      configFile: join(root, 'editor', 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir, emptyOutDir: true },
    });
    utimesSync(join(outDir, 'index.html'), madeFrom, madeFrom);
    rmSync(pages, { recursive: true, force: true });
    renameSync(outDir, pages);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) await buildPages();
