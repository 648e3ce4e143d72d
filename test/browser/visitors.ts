import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RunnerTask } from 'vitest';
import { sharedBrowser, type Viewport } from './browser.ts';

/** A wide screen of an office. */
const WIDE: Viewport = { width: 1366, height: 768 };

/**
 * Visitors of the pages, each with a browser profile to himself. A profile whose pages are all closed goes to the next
 * visitor, wiped of cookies and of what was stored: the scripts that it still holds need not be read and compiled anew, which
 * takes most of the time that a page needs to open.
 */
export class Visitors {
  /** What scripts of the pages have thrown. */
  readonly broken: string[] = [];
  readonly #browser: Browser;
  readonly #profiles: BrowserContext[] = [];
  /** Profiles without a visitor, and the origin that the last one had been at. */
  readonly #free: { readonly context: BrowserContext; readonly origin: string }[] = [];

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** No visitors yet. @throws where there is none and it cannot be installed */
  static async open(): Promise<Visitors> {
    return new Visitors(await sharedBrowser());
  }

  /** Takes all of them away; the browser serves the next file. */
  async close(): Promise<void> {
    await Promise.all(this.#profiles.splice(0).map((profile) => profile.close()));
  }

  /** A page of a new visitor, who has no cookies and speaks Chinese, not yet at any address. */
  async arrive(viewport: Viewport = WIDE): Promise<Page> {
    const left = this.#free.pop();
    if (left === undefined) {
      const profile = await this.#browser.newContext({ reducedMotion: 'reduce' });
      this.#profiles.push(profile);
      return this.#page(profile, viewport);
    }
    const { context, origin } = left;
    await context.clearCookies();
    const page = await this.#page(context, viewport);
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb' });
    await session.detach();
    return page;
  }

  /** One more page of a visitor who has one open. */
  async another(page: Page): Promise<Page> {
    return this.#page(page.context(), page.viewportSize() ?? WIDE);
  }

  /** Prints of a test that has failed what the service answered last and what its pages show, for whoever asks why. */
  async tellIfFailed({ name, result }: RunnerTask, logged: readonly object[] = []): Promise<void> {
    if (result?.state !== 'fail') return;
    const requests = logged.slice(-12).map((one) => JSON.stringify(one));
    console.error([name, ...requests, await this.#seen()].join('\n'));
  }

  async #seen(): Promise<string> {
    const open = this.#profiles.flatMap((profile) => profile.pages());
    const texts = open.map(async (page) => {
      const focus = page.locator(':focus').evaluateAll(([element]) => element?.outerHTML.slice(0, 300) ?? 'nowhere');
      return `${page.url()}\nfocus: ${await focus}\n${await page.locator('body').innerText()}`;
    });
    return (await Promise.all(texts)).join('\n\n');
  }

  async #page(context: BrowserContext, viewport: Viewport): Promise<Page> {
    const page = await context.newPage();
    await page.setViewportSize(viewport);
    // Generous: a slow machine must not fail a right page.
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => this.broken.push(error.message));
    page.on('close', () => {
      const { protocol, origin } = new URL(page.url());
      if (context.pages().length === 0 && protocol === 'http:') this.#free.push({ context, origin });
    });
    return page;
  }
}
