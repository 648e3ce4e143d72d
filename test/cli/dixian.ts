import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The checkout. */
export const root = join(import.meta.dirname, '../..');

/** What a run of the command came to. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Where and how a command is run. */
export interface RunOptions {
  readonly input?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The command's file; the checkout's unless given. */
  readonly program?: string;
  /** Descriptors instead of pipes. */
  readonly from?: number;
  readonly to?: number;
}

/** A child process of the command; it knows nothing of the environment that the tests run in but PATH. */
export function start(
  args: readonly string[],
  { cwd = root, env = {}, program, from, to }: RunOptions = {},
): ChildProcess {
  const file = program ?? join(root, 'server/dixian.mjs');
  return spawn(process.execPath, [file, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: [from ?? 'pipe', to ?? 'pipe', 'pipe'],
  });
}

/** Runs the command to its end. */
export function dixian(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = start(args, options);
  const run = finished(child);
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.input ?? '');
  return run;
}

/** The address that a service says it listens at, once it does. @throws where it ends before, with what it said */
export function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    let errors = '';
    child.stderr?.on('data', (chunk) => {
      errors += chunk;
    });
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      const found = /http:\/\/[^\s#]+\d(?=\s)/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('close', () => reject(new Error(`ended early: ${said}${errors}`)));
  });
}

/** All that a process says, once it has ended. */
export function finished(child: ChildProcess): Promise<Run> {
  let out = '';
  let err = '';
  // A character may come in two pieces.
  child.stdout?.setEncoding('utf8');
  child.stderr?.setEncoding('utf8');
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** An empty folder, taken away by `remove`. */
export function emptyFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'dixian-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
