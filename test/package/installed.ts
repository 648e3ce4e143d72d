import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished, type Run } from '../cli/dixian.ts';
import { Checkout } from '../docs/checkout.ts';

/** The packed package, installed in a folder that had nothing in it. */
export interface Installed {
  readonly folder: string;
  /** Files of the package. */
  readonly files: readonly string[];
  /** Runs a line of words without quotes in the folder. */
  run(line: string): Promise<Run>;
  /** Starts what runs until it is stopped; a service on a port of the system's choice. */
  start(line: string): ChildProcess;
  remove(): void;
}

/** Does what these two lines say: packs a copy of the checkout, and installs the file in an empty folder. */
export async function install(pack: string, installation: string): Promise<Installed> {
  const checkout = new Checkout();
  const folder = mkdtempSync(join(tmpdir(), 'dixian-installed-'));
  try {
    const packed = await succeeding(runIn(checkout.folder, `${pack} --json`));
    const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }];
    const command = installation.replace(`./${filename}`, join(checkout.folder, filename));
    if (command === installation) throw new Error(`${pack} made ${filename}, and ${installation} wants another file`);
    await succeeding(runIn(folder, `${command} --ignore-scripts --no-audit --no-fund --prefer-offline`));
    return {
      folder,
      files: files.map(({ path }) => path).sort(),
      run: (line) => runIn(folder, line),
      start: (line) => startIn(folder, line),
      remove: () => rmSync(folder, { recursive: true, force: true }),
    };
  } finally {
    await checkout.remove();
  }
}

async function succeeding(run: Promise<Run>): Promise<string> {
  const { code, out, err } = await run;
  if (code !== 0) throw new Error(`${out}${err}`);
  return out;
}

function runIn(folder: string, line: string): Promise<Run> {
  const child = startIn(folder, line);
  child.stdin?.end();
  return finished(child);
}

function startIn(folder: string, line: string): ChildProcess {
  const [program = '', ...args] = line.split(' ');
  return spawn(program, args, { cwd: folder, env: environment() });
}

/** Without what a run of the tests by npm leaves for its children, and what would change the program. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_(registry|cache|userconfig)$)|DIXIAN_|NODE_OPTIONS$|HOST$|PORT$|VITEST)/.test(name),
  );
  return { ...Object.fromEntries(kept), PORT: '0' };
}
