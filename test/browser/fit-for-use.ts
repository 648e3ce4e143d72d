import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { isLong } from '../durability/rounds.ts';
import { seriousFindings } from './browser.ts';

/**
 * Holds an open page to what every page must be: nothing serious found by axe, wide in Chinese (in the long run also
 * narrow in English), no Chinese left in English (but for the names given), nothing that only scrolling sideways shows.
 * Closes it.
 * @param names texts that stay Chinese in English: what people wrote or are called
 */
export async function expectFitForUse(page: Page, names: readonly RegExp[] = []): Promise<void> {
  await page.locator('h1').first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: '中文' }).waitFor();
  await page.waitForLoadState('networkidle');
  // Axe takes longest of all: the second look is the long run's.
  if (isLong) expect(await seriousFindings(page)).toEqual([]);
  // What is drawn from an answer speaks the other language once that answer has come.
  await expect.poll(() => foreignTexts(page, names), { timeout: 15_000 }).toEqual([]);
  expect(await page.evaluate(BESIDE)).toBe(0);
  await page.setViewportSize({ width: 1366, height: 768 });
  expect(await page.evaluate(BESIDE)).toBe(0);
  await page.close();
}

/** What of a page only scrolling sideways shows, in pixels; measured where the longer words of English stand. */
const BESIDE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

const HEARD = `['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
  [...document.querySelectorAll('[' + name + ']')].map((element) => element.getAttribute(name)))`;

/** Chinese on a page that is in English: texts shown, and names and titles that are only heard or hovered. */
async function foreignTexts(page: Page, names: readonly RegExp[]): Promise<readonly string[]> {
  const shown = (await page.locator('body').innerText()).split('\n');
  const heard = (await page.evaluate(HEARD)) as readonly string[];
  return [...shown, ...heard]
    .map((text) => names.reduce((left, name) => left.replaceAll(new RegExp(name, 'g'), ''), text))
    .filter((text) => text.trim() !== '中文' && /\p{Script=Han}/u.test(text));
}
