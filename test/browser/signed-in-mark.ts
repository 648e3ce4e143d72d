import type { BrowserContext, Page } from 'playwright-core';

/**
 * Keeps in a browser what the pages keep there when somebody signs in on them, for people who get their session's cookie
 * otherwise: without it a page takes its visitor for nobody. At the next address that is opened.
 */
export async function markSignedIn(browser: BrowserContext | Page): Promise<void> {
  await browser.addInitScript("if (location.protocol === 'http:') localStorage.setItem('dixian.signedIn', '1')");
}
