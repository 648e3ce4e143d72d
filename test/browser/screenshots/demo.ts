import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The demonstration as a process of its own, on a data folder of its own. */
export interface Demo {
  /** Where it listens. */
  readonly address: string;
  /** Ends it and takes its data away. */
  stop(): Promise<void>;
}

/** Starts `dixian serve --demo` on a port that the system chooses, by the clock that every demonstration begins with. @param root the checkout */
export async function startDemo(root: string): Promise<Demo> {
  const data = mkdtempSync(join(tmpdir(), 'dixian-demo-'));
  const child = spawn(process.execPath, ['server/dixian.mjs', 'serve', '--demo', '--data', data], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0' },
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
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
    void ended.then(() => reject(new Error(`the demonstration did not start: ${said}`)));
  });
  return {
    address,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
