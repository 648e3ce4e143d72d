import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { emptyFolder, finished, start } from '../cli/dixian.ts';
import { pages } from './documents.ts';

/** What a page is followed with. */
export interface Following {
  /** Options of `dixian serve`. */
  readonly options?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What the service says once it can be asked; the page's lines find it as `$link`. */
  readonly said: RegExp;
  /** Looks at what came of it. */
  readonly see: (stdout: string, folder: string) => void;
}

/** Runs all `bash` blocks of a page by bash and curl, as they stand there, against a service of their own. */
export async function followed(path: string, { options = [], env = {}, said, see }: Following): Promise<void> {
  const blocks = (pages().find((page) => page.path === path)?.blocks ?? []).filter(
    ({ language }) => language === 'bash',
  );
  if (blocks.length === 0) throw new Error(`${path} has no blocks for bash`);
  const folder = emptyFolder();
  const child = start(['serve', ...options], {
    cwd: folder.path,
    env: { PORT: '0', DIXIAN_DATA: join(folder.path, 'data'), ...env },
  });
  const ended = finished(child);
  try {
    const link = await new Promise<string>((resolve, reject) => {
      let all = '';
      const hear = (chunk: Buffer) => {
        all += chunk;
        const [found] = said.exec(all) ?? [];
        if (found !== undefined) resolve(found);
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.on('close', () => reject(new Error(all)));
    });
    const { origin } = new URL(link);
    const lines = blocks.map(({ text }) => text.replaceAll('http://127.0.0.1:8080', origin));
    const script = ['set -euo pipefail', `link='${link}'`, ...lines].join('\n');
    const { stdout } = await promisify(execFile)('bash', ['-c', script], { cwd: folder.path, maxBuffer: 1 << 24 });
    see(stdout, folder.path);
  } finally {
    child.kill('SIGTERM');
    await ended;
    folder.remove();
  }
}
