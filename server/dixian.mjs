#!/usr/bin/env node
// The `dixian` command. An installed package holds the finished bundle; a checkout holds the sources and builds when they
// are newer than the bundle, so that a change is always what runs and nothing hangs on an install script.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const sources = new URL('./main.ts', import.meta.url);
const bundle = new URL('../dist/main.js', import.meta.url);

async function buildIfStale() {
  const { build, isStale } = await import('./build.mjs');
  if (isStale()) await build();
}

/** The pages are built in a process of their own, beside a service that answers already. */
async function buildPagesIfStale() {
  const { pagesAreStale } = await import('../editor/build.mjs');
  if (!pagesAreStale()) return;
  const { spawn } = await import('node:child_process');
  console.error('网页正在生成，接口先行可用。The pages are being built; the API answers already.');
  const build = spawn(process.execPath, [fileURLToPath(new URL('../editor/build.mjs', import.meta.url))], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  build.once('exit', (code) => {
    console.error(code === 0 ? '网页已就绪。The pages are ready.' : '网页未能生成。The pages could not be built.');
  });
  build.unref();
}

try {
  if (existsSync(sources)) {
    await buildIfStale();
    if (process.argv[2] === 'serve') await buildPagesIfStale();
  }
} catch (error) {
  console.error(`dixian: 无法构建 could not build: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(2);
}
process.setSourceMapsEnabled(true);
const { main } = await import(bundle.href);
process.exitCode = await main(process.argv.slice(2));
