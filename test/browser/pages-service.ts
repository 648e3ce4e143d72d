import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Service, type ServiceOptions, startService } from '../http/service.ts';
import type { Viewport } from './browser.ts';
import { pagesFolder } from './office-pages.ts';
import { Visitors } from './visitors.ts';

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
  let visitors: Visitors | undefined;
  beforeAll(async () => {
    service = await startService({ samples: true, pagesFolder, ...options });
    visitors = await Visitors.open();
  });
  afterEach(({ task }) => visitors?.tellIfFailed(task, service?.logged));
  afterAll(async () => {
    await visitors?.close();
    await service?.stop();
  });
  const address = () => service?.address ?? '';
  const visitor = async (viewport?: Viewport) => {
    if (visitors === undefined) throw new Error('no browser');
    return visitors.arrive(viewport);
  };
  return {
    address,
    visitor,
    open: async (path, viewport) => {
      const page = await visitor(viewport);
      await page.goto(`${address()}${path}`);
      return page;
    },
    expectUnbroken: () => expect(visitors?.broken).toEqual([]),
  };
}
