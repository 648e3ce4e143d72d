import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { RuleSource } from '../../server/rulesets/publication.ts';
import { CountyOffice, type Someone } from '../http/drafts/county-office.ts';
import type { Viewport } from './browser.ts';
import { markSignedIn } from './signed-in-mark.ts';
import { Visitors } from './visitors.ts';

/** The pages as people of the office see them, in a real browser over a real service with accounts and a store. */
export interface OfficePages {
  readonly office: CountyOffice;
  /** A page of somebody who has signed in; null for a visitor. */
  open(someone: Someone | null, path: string, viewport?: Viewport): Promise<Page>;
  /** One more page, not yet at any address, of somebody who has one open. */
  another(page: Page): Promise<Page>;
  /** That no script of a page has thrown, and nothing that people wrote has run. */
  expectUnbroken(): void;
}

/** Where the built pages are. */
export const pagesFolder = join(import.meta.dirname, '../../dist/pages');

/** What people write that would run where a page took it for anything but text: it calls `ran`. */
export const SCRIPTS = ['<img src=x onerror="globalThis.ran()">', '"><script>ran()</script>'] as const;

/** Starts office and browser before the first test of a file, and stops them after the last. */
export function officePages({
  now,
  samples = false,
  rules,
}: {
  readonly now?: string;
  readonly samples?: boolean;
  /** What the store begins with; the city's rules unless given. */
  readonly rules?: RuleSource;
} = {}): OfficePages {
  const office = new CountyOffice(now);
  let visitors: Visitors | undefined;
  beforeAll(async () => {
    await office.open({ samples, ...(rules && { rules }), pagesFolder });
    visitors = await Visitors.open();
  });
  afterEach(({ task }) => visitors?.tellIfFailed(task, office.service.logged));
  afterAll(async () => {
    await visitors?.close();
    await office.close();
  });
  return {
    office,
    open: async (someone, path, viewport) => {
      if (visitors === undefined) throw new Error('no browser');
      const { broken } = visitors;
      const page = await visitors.arrive(viewport);
      await page.exposeFunction('ran', () => broken.push('a text ran as a script'));
      const { address } = office.service;
      if (someone !== null) {
        const { Cookie } = await office.as(someone);
        const at = Cookie.indexOf('=');
        await markSignedIn(page);
        await page.context().addCookies([{ name: Cookie.slice(0, at), value: Cookie.slice(at + 1), url: address }]);
      }
      await page.goto(`${address}${path}`);
      return page;
    },
    another: async (page) => {
      if (visitors === undefined) throw new Error('no browser');
      return visitors.another(page);
    },
    expectUnbroken: () => expect(visitors?.broken).toEqual([]),
  };
}
