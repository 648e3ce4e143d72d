import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../cli/dixian.ts';
import { type Service, startService } from './service.ts';

const folder = emptyFolder();
const asBrowser = { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };
let service: Service;

beforeAll(async () => {
  service = await startService({ pagesFolder: join(folder.path, 'pages'), metricsOpen: true });
});
afterAll(async () => {
  await service.stop();
  folder.remove();
});

describe('before the pages are built', () => {
  it('a browser is told so and asks again, while the API answers', async () => {
    const page = await service.call('/overview', asBrowser);
    expect(page.status).toBe(503);
    expect(page.headers.get('retry-after')).toBe('2');
    expect(page.text).toContain('页面正在生成');
    expect(page.text).toContain('The pages are being built');
    expect((await service.call('/api/v1/jurisdictions', asBrowser)).status).toBe(200);
  });
});

describe('the pages, once they are there', () => {
  beforeAll(() => {
    mkdirSync(join(folder.path, 'pages/assets'), { recursive: true });
    writeFileSync(join(folder.path, 'pages/index.html'), '<!doctype html><title>底线</title>');
    writeFileSync(join(folder.path, 'pages/assets/page-abc.js'), 'export {};');
  });

  it.each(['/', '/overview', '/counties/371525', '/setup'])('%s is the one document, for browsers', async (path) => {
    const page = await service.call(path, asBrowser);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<title>底线</title>');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.headers.get('request-id')).not.toBeNull();
  });

  it('are no page for programs', async () => {
    expect((await service.call('/')).json).toMatchObject({ name: 'dixian' });
    expect((await service.call('/overview')).status).toBe(404);
    expect((await service.call('/api/v1/none', asBrowser)).headers.get('content-type')).toContain('problem+json');
    expect((await service.call('/overview', { ...asBrowser, method: 'POST' })).status).toBe(404);
  });

  it('have files that may be kept for ever, and no others beside them', async () => {
    const file = await service.call('/assets/page-abc.js');
    expect(file.status).toBe(200);
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await service.call('/assets/other.js', asBrowser)).status).toBe(404);
    expect((await service.call('/assets/..%2f..%2fpackage.json', asBrowser)).status).toBe(404);
  });

  it('are counted', async () => {
    const { text } = await service.call('/metrics');
    expect(text).toMatch(/operation="pages",status="200"/);
    // A file that there is not is told of once, by the one who says so.
    expect(text).not.toMatch(/operation="pages",status="404"/);
  });
});
