import { execFileSync } from 'node:child_process';

/** Fails, naming what is missing, where a campaign cannot be run: nothing is ever left out in silence. */
export function needs(tools: readonly string[], root = false): void {
  const missing = tools.filter((tool) => !isThere(tool));
  if (missing.length > 0) throw new Error(`this campaign needs ${missing.join(', ')} (Debian packages of these names)`);
  if (root && process.getuid?.() !== 0) throw new Error('this campaign mounts a disk of its own and needs root');
}

function isThere(tool: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${tool}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
