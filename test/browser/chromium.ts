import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where Debian's package puts it; the variable names another. */
const path = process.env.CHROMIUM ?? '/usr/bin/chromium';

/**
 * Where Chromium is. On a fresh Debian where we are root it is installed first, with a Chinese font, so that no browser test
 * is ever left out for want of it.
 * @throws where there is none and it cannot be installed, with what would bring it
 */
export async function chromiumPath(): Promise<string> {
  if (existsSync(path)) return path;
  const missing = `no browser at ${path}: apt-get install chromium fonts-noto-cjk, or name another by the variable CHROMIUM`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(missing);
  console.log('installing chromium and fonts-noto-cjk for the browser tests');
  const wait = ['-qq', '-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=3'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', [...wait, 'update'], { env });
    const packages = ['chromium', 'fonts-noto-cjk'];
    await run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages], { env, maxBuffer: 1e8 });
  } catch (error) {
    throw new Error(`${missing} (${error instanceof Error ? error.message.slice(0, 500) : String(error)})`);
  }
  if (!existsSync(path)) throw new Error(missing);
  return path;
}
