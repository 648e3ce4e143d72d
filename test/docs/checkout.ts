import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { root } from '../house/sources.ts';

const notCopied = new Set(['node_modules', '.git', 'data', 'data-demo', 'coverage', 'results']);

/**
 * A copy of the checkout in which a page's commands run and its changes are made; the tree itself is never touched. Bundles
 * and pages are copied with it and count as made of the copy: the command makes them anew where the page changes a source,
 * and test/cli/build.test.ts holds that it makes them where there are none.
 */
export class Checkout {
  readonly folder = mkdtempSync(join(tmpdir(), 'dixian-docs-'));
  readonly #servers = new Map<string, { readonly process: ChildProcess; readonly address: Promise<string> }>();

  constructor() {
    cpSync(root, this.folder, { recursive: true, filter: (path) => path === root || !notCopied.has(basename(path)) });
    const built = join(this.folder, 'dist');
    for (const path of readdirSync(built, { recursive: true }))
      utimesSync(join(built, String(path)), new Date(), new Date());
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /** Runs one line as a shell does, standard error among the output. */
  run(line: string): Promise<{ readonly code: number | null; readonly output: string }> {
    // What npx runs in a checkout, without the second that npx takes; commands.test.ts runs npx itself once.
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

  /** What `npm start` runs, with these options, on a port the system chooses; answers where it listens. */
  start(options = ''): Promise<string> {
    const running = this.#servers.get(options);
    if (running !== undefined) return running.address;
    const { scripts } = JSON.parse(readFileSync(join(this.folder, 'package.json'), 'utf8')) as {
      scripts: { start: string };
    };
    const child = spawn('sh', ['-c', `exec ${scripts.start} ${options}`], {
      cwd: this.folder,
      env: { ...environment(), PORT: '0' },
    });
    const address = new Promise<string>((resolve, reject) => {
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
    this.#servers.set(options, { process: child, address });
    return address;
  }

  async remove(): Promise<void> {
    for (const { process: child } of this.#servers.values()) {
      if (child.exitCode !== null) continue;
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
