import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { root } from '../house/sources.ts';

const notCopied = new Set(['node_modules', '.git', 'dist', 'data', 'data-demo', 'coverage', 'results']);

/** A copy of the checkout in which a page's commands run and its changes are made; the tree itself is never touched. */
export class Checkout {
  readonly folder = mkdtempSync(join(tmpdir(), 'dixian-docs-'));
  #server: { readonly process: ChildProcess; readonly address: string } | null = null;

  constructor() {
    cpSync(root, this.folder, { recursive: true, filter: (path) => path === root || !notCopied.has(basename(path)) });
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /** Runs one line as a shell does, standard error among the output. */
  run(line: string): Promise<{ readonly code: number | null; readonly output: string }> {
    // npx looks for a package of the name before it runs ours; that it does is checked once, by `npx` in the tree.
    const command = line.replace(/\bnpx dixian\b/g, 'node server/dixian.mjs');
    return new Promise((resolve, reject) => {
      const child = spawn('sh', ['-c', `exec 2>&1; ${command}`], { cwd: this.folder, env: environment() });
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, output }));
    });
  }

  /** Makes the change that a diff block shows: the lines with a minus and those without a sign must stand in the file. */
  change(file: string, diff: string): void {
    const path = join(this.folder, file);
    const lines = diff.split('\n');
    const side = (sign: string) =>
      lines.filter((line) => line.startsWith(sign) || line.startsWith(' ')).map((line) => line.slice(1));
    const before = side('-');
    if (before.length === 0) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${side('+').join('\n')}\n`, { flag: 'wx' });
      return;
    }
    const text = readFileSync(path, 'utf8');
    const parts = text.split(before.join('\n'));
    if (parts.length !== 2) throw new Error(`${file}: the lines to change stand there ${parts.length - 1} times`);
    writeFileSync(path, parts.join(side('+').join('\n')));
  }

  /** What `npm start` runs, on a port the system chooses; answers where it listens. */
  async start(): Promise<string> {
    if (this.#server !== null) return this.#server.address;
    const { scripts } = JSON.parse(readFileSync(join(this.folder, 'package.json'), 'utf8')) as {
      scripts: { start: string };
    };
    const child = spawn('sh', ['-c', `exec ${scripts.start}`], {
      cwd: this.folder,
      env: { ...environment(), PORT: '0', DIXIAN_DATA: join(this.folder, 'data') },
    });
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      const hear = (chunk: Buffer) => {
        said += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('error', reject);
      child.on('close', () => reject(new Error(`the service did not start: ${said}`)));
    });
    this.#server = { process: child, address };
    return address;
  }

  async remove(): Promise<void> {
    const child = this.#server?.process;
    if (child !== undefined && child.exitCode === null) {
      await new Promise((resolve) => {
        child.once('close', resolve);
        child.kill('SIGTERM');
      });
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Without what would make the program behave differently than on a fresh machine. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(DIXIAN_|NODE_OPTIONS$|HOST$|PORT$|FORCE_COLOR$|VITEST)/.test(name),
  );
  return Object.fromEntries(kept);
}
