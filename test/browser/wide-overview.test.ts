import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { openFolder } from '../../server/store/folder-source.ts';
import { root } from '../house/sources.ts';
import { seriousFindings } from './browser.ts';
import { madeUp, manyCounties } from './many-counties.ts';
import { servedPages } from './pages-service.ts';

const COUNTIES = 140;
const CAP = '医疗商业补充保险年度封顶线';

const folder = mkdtempSync(join(tmpdir(), 'dixian-counties-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const pages = servedPages({ rules: await openFolder(manyCounties(root, folder, COUNTIES), { samples: false }) });

const cells = (page: Page) => page.getByRole('gridcell').count();
const grid = (page: Page) => page.getByRole('grid', { name: /各项标准/ });

/** What the element that has the focus says, and in which column it stands. */
const focused = (page: Page) =>
  page.evaluate(`{
    const cell = document.activeElement.closest('td');
    [cell?.getAttribute('aria-colindex'), cell?.innerText, cell?.closest('tr')?.querySelector('th')?.innerText];
  }`) as Promise<readonly string[]>;

/** Presses Ctrl and End in a page as soon as its first figure stands, and keeps how many rows stood then. */
const END_AT_ONCE = `new MutationObserver((_, watch) => {
  const first = document.querySelector('[data-at="0 0"]');
  if (first === null) return;
  watch.disconnect();
  first.focus();
  rowsAtKey = document.querySelectorAll('tbody th[scope=row]').length;
  first.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', ctrlKey: true, bubbles: true, cancelable: true }));
}).observe(document, { childList: true, subtree: true });`;

describe('the overview of 150 counties', () => {
  it('holds the counties in sight alone, shows the last when it is scrolled there, and the floor throughout', async () => {
    const page = await pages.open('/overview?date=2019-09-01');
    await page.getByRole('columnheader', { name: '东昌府区' }).waitFor();
    // The first rows stand before the others.
    await page.getByRole('rowheader').nth(60).waitFor();
    const rows = await page.getByRole('rowheader').count();
    expect(await grid(page).getAttribute('aria-colcount')).toBe(String(2 + 11 + COUNTIES));
    expect(rows).toBeGreaterThan(60);
    // The floor, what is in sight of 1366 pixels, and some columns beside it: of 153.
    expect(await cells(page)).toBeLessThan(rows * 24);
    const last = madeUp(COUNTIES - 1).name;
    expect(await page.getByRole('columnheader', { name: last }).count()).toBe(0);
    const heights = `[...document.querySelectorAll('.matrix tr')].map((row) => Math.round(row.getBoundingClientRect().height))`;
    const before = await page.evaluate(heights);
    await page.locator('.scroll').evaluate((region) => region.scrollTo({ left: region.scrollWidth }));
    await page.getByRole('columnheader', { name: last }).waitFor();
    const row = page.getByRole('row', { name: new RegExp(`^${CAP}`) });
    const shown = await row.getByRole('gridcell').last().innerText();
    expect(shown).toMatch(/▲\s*489,000 元/);
    expect(await row.getByRole('gridcell').first().innerText()).toContain('300,000 元');
    expect(await cells(page)).toBeLessThan(rows * 24);
    // Nothing jumps up or down on the way.
    expect(await page.evaluate(heights)).toEqual(before);
    expect(await seriousFindings(page)).toEqual([]);
    pages.expectUnbroken();
    await page.close();
  });

  it('leads Ctrl and End to the last figure also while only the first rows stand', async () => {
    const page = await pages.open('/overview?date=2019-09-01');
    await page.addInitScript(END_AT_ONCE);
    await page.reload();
    await page.getByRole('rowheader').nth(60).waitFor();
    expect(await page.evaluate('rowsAtKey')).toBeLessThan(60);
    const last = await page.getByRole('rowheader').last().innerText();
    await expect
      .poll(async () => (await focused(page)).filter((_, at) => at !== 1))
      .toEqual([String(2 + 11 + COUNTIES), last]);
    await page.close();
  });

  it('is gone over by keyboard, from the floor to the last county, and opens a history', async () => {
    const page = await pages.open('/overview?date=2019-09-01');
    const { keyboard } = page;
    await page.getByRole('columnheader', { name: '东昌府区' }).waitFor();
    await page.getByRole('button', { name: 'Excel' }).focus();
    await keyboard.press('Tab');
    await expect.poll(async () => (await focused(page))[0]).toBe('2');
    await keyboard.press('Control+End');
    const [column] = await focused(page);
    expect(column).toBe(String(2 + 11 + COUNTIES));
    await page.getByRole('columnheader', { name: madeUp(COUNTIES - 1).name }).waitFor();
    await keyboard.press('Home');
    await keyboard.press('ArrowRight');
    await expect.poll(async () => (await focused(page))[0]).toBe('3');
    await keyboard.press('Control+Home');
    // Down to a standard that is raised, across to a county that raises it.
    await keyboard.press('End');
    await expect.poll(async () => (await focused(page))[1]).toMatch(/▲\s*一级 60 元/);
    await keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('heading', { name: new RegExp(madeUp(COUNTIES - 1).name) })
      .waitFor();
    pages.expectUnbroken();
    await page.close();
  });
});
