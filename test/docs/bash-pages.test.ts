import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { followed } from './bash-blocks.ts';

describe('docs/officials-api.md', () => {
  it('takes a change from a draft to settled claims, line by line as it stands there', async () => {
    await followed('docs/officials-api.md', {
      env: { DIXIAN_NOW: '2019-05-01' },
      said: /http:\S+\/setup#\S+/,
      see: (stdout, folder) => {
        expect(stdout).not.toMatch(/urn:problem:/);
        expect(stdout).toContain('raised from CNY 5,000 to CNY 8,000');
        expect(stdout).toContain('"state":"approved"');
        expect(stdout).toContain('"publication":{"version":"1.0.0","by":"G-102"');
        const paid = [...stdout.matchAll(/"paid":(\d+\.\d\d)$/gm)].map(([, amount]) => Number(amount));
        expect(paid).toHaveLength(2);
        expect((paid[1] ?? 0) - (paid[0] ?? 0)).toBe(3000);
        expect(readFileSync(join(folder, 'guanxian.yaml'), 'utf8')).toContain('# 5,000 → 8,000');
        expect(stdout).toContain('"writers":["G-101"]');
      },
    });
  });
});

describe('docs/accounts.md', () => {
  it('makes an account that signs in and is locked, and a key that is revoked, on the demonstration', async () => {
    await followed('docs/accounts.md', {
      options: ['--demo'],
      said: /http:\/\/127\.0\.0\.1:\d+/,
      see: (stdout) => {
        expect(stdout).not.toMatch(/urn:problem:/);
        expect(stdout.match(/"staffNumber":"D-001"/g)?.length).toBeGreaterThanOrEqual(2);
        expect(stdout).toMatch(/"staffNumber":"LC-1034"[^\n]*"locked":true/);
        expect(stdout).toMatch(/"key":"dixian_[\w-]{43}"/);
        expect(stdout).toMatch(/"act":"key\.revoked"/);
        expect(stdout).toMatch(/\{"lines":\d+,"hash":"sha256:[0-9a-f]{64}"\}$/);
      },
    });
  });
});
