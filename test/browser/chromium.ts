import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Chromium made for headless use alone – lighter to install and to run – and the whole one, where Debian's packages put them. */
const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** The first browser that is there; the variable CHROMIUM names another. */
function found(): string | undefined {
  const named = process.env.CHROMIUM;
  return (named === undefined ? PLACES : [named]).find((path) => existsSync(path));
}

/**
 * Where Chromium is. On a fresh Debian where we are root it is installed first, with a Chinese font, so that no browser test
 * is ever left out for want of it.
 * @throws where there is none and it cannot be installed, with what would bring it
 */
export async function chromiumPath(): Promise<string> {
  const there = found();
  if (there !== undefined) return there;
  const missing = `no browser at ${process.env.CHROMIUM ?? PLACES.join(' or ')}: apt-get install chromium-headless-shell fonts-noto-cjk, or name another by the variable CHROMIUM`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(missing);
  const packages = ['chromium-headless-shell', 'fonts-noto-cjk'];
  console.log(`installing ${packages.join(' and ')} for the browser tests`);
  const wait = ['-qq', '-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=3'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', [...wait, 'update'], { env });
    await run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages], { env, maxBuffer: 1e8 });
  } catch (error) {
    throw new Error(`${missing} (${error instanceof Error ? error.message.slice(0, 500) : String(error)})`);
  }
  const installed = found();
  if (installed === undefined) throw new Error(missing);
  return installed;
}
