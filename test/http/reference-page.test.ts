import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../cli/dixian.ts';
import { root } from '../house/sources.ts';
import { becomes, rawConnection, statuses } from './raw.ts';
import { type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService({ referenceFolder: join(root, 'server/http/reference'), metricsOpen: true });
});
afterAll(() => service.stop());

/** Status of an answer, once the service has told of it; and what it told. */
async function asked(path: string, init: RequestInit = {}): Promise<readonly unknown[]> {
  const before = service.logged.length;
  const { status } = await service.call(path, { redirect: 'manual', ...init });
  await becomes(() => service.logged.length > before);
  return [status, ...service.logged.slice(before).map(({ operation, status: told }) => `${operation} ${told}`)];
}

describe('the files of the reference page', () => {
  it('are counted and logged under one name, once each', async () => {
    expect(await asked('/docs/')).toEqual([200, 'docs 200']);
    expect(await asked('/docs')).toEqual([301, 'docs 301']);
    expect(await asked('/docs/reference.css', { method: 'HEAD' })).toEqual([200, 'docs 200']);
    const { headers } = await service.call('/docs/reference.js', { method: 'HEAD' });
    // Not by fetch, which sends with an ETag that it wants no kept copy.
    const one = rawConnection(service.address);
    one.write(`GET /docs/reference.js HTTP/1.1\r\nHost: x\r\nIf-None-Match: ${headers.get('etag')}\r\n\r\n`);
    expect(statuses(await one.until(/\r\n\r\n/))).toEqual(['304']);
    one.socket.destroy();
    await becomes(() => service.logged.at(-1)?.status === 304);
    const { text } = await service.call('/metrics');
    expect(text).toContain('_count{operation="docs",status="200"} 3');
    expect(text).toContain('_count{operation="docs",status="304"} 1');
  });

  it('that there are not are counted as other addresses that there are not', async () => {
    const before = service.reports.length;
    for (const path of [
      '/docs/none.js',
      '/docs/%00',
      '/docs/%zz',
      '/docs/../package.json',
      '/docs/..%2f..%2fmain.ts',
    ]) {
      expect([path, ...(await asked(path))]).toEqual([path, 404, 'none 404']);
    }
    expect(await asked('/docs/', { method: 'POST' })).toEqual([404, 'none 404']);
    expect(service.reports.length).toBe(before);
  });

  it('whose caller leaves before the end are told apart', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder.path, 'large.bin'), Buffer.alloc(50_000_000));
    const other = await startService({ referenceFolder: folder.path });
    const one = rawConnection(other.address);
    one.write('GET /docs/large.bin HTTP/1.1\r\nHost: x\r\n\r\n');
    await one.until(/^HTTP\/1\.1 200 /);
    one.socket.destroy();
    await becomes(() => other.logged.length > 0);
    expect(other.logged).toMatchObject([{ operation: 'docs', method: 'GET', status: 499 }]);
    expect(other.reports).toEqual([]);
    await other.stop();
    folder.remove();
  });

  it('carry the headers of all answers', async () => {
    const { headers } = await service.call('/docs/', { headers: { 'Request-Id': 'mine' } });
    expect(headers.get('request-id')).toBe('mine');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('cache-control')).toBe('no-cache');
  });
});
