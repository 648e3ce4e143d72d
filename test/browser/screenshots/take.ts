import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, type Viewport } from '../browser.ts';
import { signIn } from '../demo-people.ts';
import { startDixian } from '../dixian-process.ts';
import { PICTURES, type Picture } from './pictures.ts';
import { showsSame } from './shows-same.ts';

/** The two screens that pictures are taken of. */
const SIZES = {
  wide: { width: 1366, height: 768 },
  narrow: { width: 390, height: 844 },
} as const satisfies Record<string, Viewport>;

/**
 * Takes the pictures of `docs/screenshots` from the demonstration and a real browser, in the place of those that were there.
 * @param root the checkout
 * @param only names of pictures; none for all. What is needed to come to them is done all the same
 */
export async function takePictures(root: string, only: readonly string[]): Promise<void> {
  const unknown = only.filter((name) => !PICTURES.some((picture) => picture.name === name));
  if (unknown.length > 0) throw new Error(`no such picture: ${unknown.join()}; there are ${names().join()}`);
  const folder = join(root, 'docs', 'screenshots');
  mkdirSync(folder, { recursive: true });
  const made: string[] = [];
  const demo = await startDixian(root, ['--demo']);
  let browser: Browser | null = null;
  try {
    browser = await openBrowser();
    const visits = new Visits(browser, demo.address, root);
    for (const picture of PICTURES) {
      const page = await visits.pageOf(picture);
      await picture.prepare(page);
      if (only.length > 0 && !only.includes(picture.name)) continue;
      for (const [name, bytes] of await taken(page, picture)) {
        const file = join(folder, name);
        // A picture that shows the same stays, byte for byte.
        if (!existsSync(file) || !(await showsSame(browser, readFileSync(file), bytes))) writeFileSync(file, bytes);
        made.push(name);
      }
    }
    // Last: where a picture fails, the old ones stay.
    if (only.length === 0) for (const name of readdirSync(folder)) if (!made.includes(name)) rmSync(join(folder, name));
  } finally {
    await browser?.close();
    await demo.stop();
  }
}

const names = () => PICTURES.map(({ name }) => name);

/** Pages of people of the demonstration: each person has a browser profile, and signs in once. */
class Visits {
  readonly #profiles = new Map<string, BrowserContext>();
  readonly #browser: Browser;
  readonly #address: string;
  readonly #root: string;
  #page: Page | null = null;

  constructor(browser: Browser, address: string, root: string) {
    this.#browser = browser;
    this.#address = address;
    this.#root = root;
  }

  /** The page that a picture is taken of: a new one at its address, or the last one. */
  async pageOf({ by, path }: Picture): Promise<Page> {
    if (path === null && this.#page !== null) return this.#page;
    await this.#page?.close();
    const profile = this.#profiles.get(by ?? '') ?? (await this.#newProfile(by));
    this.#page = await profile.newPage();
    // Generous: a machine that has much else to do still comes to the same picture.
    this.#page.setDefaultTimeout(120_000);
    await this.#page.goto(`${this.#address}${path}`);
    return this.#page;
  }

  async #newProfile(by: string | null): Promise<BrowserContext> {
    const profile = await this.#browser.newContext({ viewport: SIZES.wide, locale: 'zh-CN', reducedMotion: 'reduce' });
    this.#profiles.set(by ?? '', profile);
    if (by !== null) await signIn(profile, this.#address, this.#root, by);
    return profile;
  }
}

/** The pictures of a page that shows what it is about, by the names of their files; leaves it wide and in Chinese. */
async function taken(
  page: Page,
  { name, inEnglish, wideOnly }: Picture,
): Promise<readonly (readonly [string, Buffer])[]> {
  const found: [string, Buffer][] = [[`${name}.png`, await shot(page)]];
  if (inEnglish !== undefined) {
    await page.getByRole('button', { name: 'English' }).click();
    await inEnglish(page);
    found.push([`${name}.en.png`, await shot(page)]);
    await page.getByRole('button', { name: '中文' }).click();
  }
  if (wideOnly === true) return found;
  await page.setViewportSize(SIZES.narrow);
  found.push([`${name}.narrow.png`, await shot(page)]);
  await page.setViewportSize(SIZES.wide);
  return found;
}

async function shot(page: Page): Promise<Buffer> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(SAME_MINUTE);
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}

/**
 * The demonstration's clock goes on: its first day is shown with the same minute, and the end of the trail, which hashes every
 * instant, with the same hash, so that a picture changes only when its page does.
 */
const SAME_MINUTE = `{
  for (const hash of document.querySelectorAll('.administration-secret'))
    hash.textContent = hash.textContent.replace(/[0-9a-f]{64}/, '0123456789abcdef'.repeat(4));
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
    if (/2019-07-01 00:\\d\\d/.test(text.data)) text.data = text.data.replaceAll(/2019-07-01 00:\\d\\d/g, '2019-07-01 00:00');
}`;
