#!/usr/bin/env node
// The `dixian` command. An installed package holds the finished bundle; a checkout holds the sources and builds when they
// are newer than the bundle, so that a change is always what runs and nothing hangs on an install script.
import { existsSync } from 'node:fs';

const sources = new URL('./main.ts', import.meta.url);
const bundle = new URL('../dist/main.js', import.meta.url);

async function buildIfStale() {
  const { build, isStale } = await import('./build.mjs');
  if (isStale()) await build();
}

try {
  if (existsSync(sources)) await buildIfStale();
} catch (error) {
  console.error(`dixian: 无法构建 could not build: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(2);
}
process.setSourceMapsEnabled(true);
const { main } = await import(bundle.href);
process.exitCode = await main(process.argv.slice(2));
