import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The service as a process of its own, on a data folder of its own. */
export interface DixianProcess {
  /** Where it listens. */
  readonly address: string;
  /** Ends it and takes its data away. */
  stop(): Promise<void>;
}

/**
 * Starts `dixian serve` on a port that the system chooses.
 * @param root the checkout
 * @param options of the command, such as `--demo`
 */
export async function startDixian(
  root: string,
  options: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<DixianProcess> {
  const data = mkdtempSync(join(tmpdir(), 'dixian-served-'));
  const child = spawn(process.execPath, ['server/dixian.mjs', 'serve', '--data', data, ...options], {
    cwd: root,
    env: { ...process.env, ...environment, HOST: '127.0.0.1', PORT: '0' },
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
    void ended.then(() => reject(new Error(`the service did not start: ${said}`)));
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
