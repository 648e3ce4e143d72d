import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Service, type ServiceOptions, startService } from '../http/service.ts';
import { openBrowser } from './browser.ts';

/** The pages in a real browser over a real service, for all tests of a file. */
export interface Pages {
  /** Where the service is. */
  address(): string;
  /** A page of a new visitor, who has no cookies and speaks Chinese. */
  open(path: string, viewport?: { readonly width: number; readonly height: number }): Promise<Page>;
  /** That no script of a page has thrown. */
  expectUnbroken(): void;
}

/** Starts service and browser before the first test of a file, and stops them after the last. */
export function servedPages(options: ServiceOptions = {}): Pages {
  let service: Service | undefined;
  let browser: Browser | undefined;
  const broken: string[] = [];
  beforeAll(async () => {
    const pagesFolder = join(import.meta.dirname, '../../dist/pages');
    service = await startService({ samples: true, pagesFolder, ...options });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });
  const address = () => service?.address ?? '';
  return {
    address,
    open: async (path, viewport = { width: 1366, height: 768 }) => {
      if (browser === undefined) throw new Error('no browser');
      const page = await browser.newPage({ viewport });
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => broken.push(error.message));
      await page.goto(`${address()}${path}`);
      return page;
    },
    expectUnbroken: () => expect(broken).toEqual([]),
  };
}
