import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** By what acts are written: a thread of its own, as the service has it, or the thread that does everything else. */
export const WAYS = ['thread', 'here'] as const;

/** Makes the writer a program, with the thread that it may write by beside it. @returns its path */
export async function writerIn(folder: string): Promise<string> {
  const outExtension = { '.js': '.mjs' };
  const entryPoints = { writer: join(import.meta.dirname, 'writer.ts'), thread: join(root, 'server/writer.ts') };
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  await build({ entryPoints, bundle: true, format: 'esm', platform: 'node', outdir: folder, outExtension, banner });
  return join(folder, 'writer.mjs');
}

/** A program under way, and the lines that it has written. */
export interface Running {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  /** Comes with the line that a test is true of. */
  until(test: (line: string) => boolean): Promise<string>;
  /** Ends it at once and waits until it is gone and everything it wrote has been read. */
  kill(): Promise<void>;
}

/** Starts a command and listens to what it writes. */
export function start(command: string, args: readonly string[]): Running {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const lines: string[] = [];
  const waiting = new Set<(line: string) => void>();
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    lines.push(line);
    for (const tell of waiting) tell(line);
  });
  const gone = Promise.all([once(child, 'exit'), once(reader, 'close')]);
  return {
    child,
    lines,
    until: (test) =>
      new Promise((resolve, reject) => {
        const found = lines.find(test);
        if (found !== undefined) return resolve(found);
        const tell = (line: string) => {
          if (!test(line)) return;
          waiting.delete(tell);
          resolve(line);
        };
        waiting.add(tell);
        void gone.then(() => reject(new Error(`it ended: ${lines.slice(-3).join(' | ')}`)));
      }),
    async kill() {
      // The whole group: a tracer leaves what it traced running.
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
      await gone;
    },
  };
}

/** The last act that was acknowledged; 0 where none was. */
export function lastAcknowledged(lines: readonly string[]): number {
  return Math.max(0, ...lines.map(Number).filter(Number.isInteger));
}
