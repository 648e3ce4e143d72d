import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { emptyFolder, finished, start } from '../cli/dixian.ts';
import { pages } from './documents.ts';

const run = promisify(execFile);

/** Starts the service as the page says, on a port that the system chooses; answers address and link. */
async function started(folder: string) {
  const env = { PORT: '0', DIXIAN_NOW: '2019-05-01', DIXIAN_DATA: join(folder, 'data') };
  const child = start(['serve'], { cwd: folder, env });
  const said = await new Promise<string>((resolve, reject) => {
    let all = '';
    const hear = (chunk: Buffer) => {
      all += chunk;
      if (/\/setup#\S+/.test(all)) resolve(all);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('close', () => reject(new Error(all)));
  });
  const [link = ''] = /http:\S+\/setup#\S+/.exec(said) ?? [];
  return { child, link, address: link.replace(/\/setup#.*/, '') };
}

describe('docs/officials-api.md', () => {
  it('takes a change from a draft to settled claims, line by line as it stands there', async () => {
    const page = pages().find(({ path }) => path === 'docs/officials-api.md');
    const blocks = (page?.blocks ?? []).filter(({ language }) => language === 'bash');
    expect(blocks.length).toBeGreaterThan(6);
    const folder = emptyFolder();
    const { child, link, address } = await started(folder.path);
    const ended = finished(child);
    try {
      const lines = blocks.map(({ text }) => text.replaceAll('http://127.0.0.1:8080', address));
      const script = ['set -euo pipefail', `link='${link}'`, ...lines].join('\n');
      const { stdout } = await run('bash', ['-c', script], { cwd: folder.path, maxBuffer: 1 << 24 });
      expect(stdout).not.toMatch(/urn:problem:/);
      expect(stdout).toContain('raised from CNY 5,000 to CNY 8,000');
      expect(stdout).toContain('"state":"approved"');
      expect(stdout).toContain('"publication":{"version":"1.0.0","by":"G-102"');
      const paid = [...stdout.matchAll(/"paid":(\d+\.\d\d)$/gm)].map(([, amount]) => Number(amount));
      expect(paid).toHaveLength(2);
      expect((paid[1] ?? 0) - (paid[0] ?? 0)).toBe(3000);
      expect(readFileSync(join(folder.path, 'guanxian.yaml'), 'utf8')).toContain('# 5,000 → 8,000');
      expect(stdout).toContain('"writers":["G-101"]');
    } finally {
      child.kill('SIGTERM');
      await ended;
      folder.remove();
    }
  });
});
