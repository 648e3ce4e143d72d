import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Service, type ServiceOptions, startService } from '../http/service.ts';
import { newVisitor, openBrowser, type Viewport } from './browser.ts';

/** The pages in a real browser over a real service, for all tests of a file. */
export interface Pages {
  /** Where the service is. */
  address(): string;
  /** A new visitor, not yet at any page. */
  visitor(viewport?: Viewport): Promise<Page>;
  /** A page of a new visitor, who has no cookies and speaks Chinese. */
  open(path: string, viewport?: Viewport): Promise<Page>;
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
  const visitor = (viewport?: Viewport) => newVisitor(browser, broken, viewport);
  return {
    address,
    visitor,
    open: async (path, viewport) => {
      const page = await visitor(viewport);
      await page.goto(`${address()}${path}`);
      return page;
    },
    expectUnbroken: () => expect(broken).toEqual([]),
  };
}
