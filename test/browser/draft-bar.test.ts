import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { seriousFindings, type Viewport } from './browser.ts';
import { officePages } from './office-pages.ts';

const pages = officePages({ now: '2019-07-02T00:00:00Z', samples: true });
const { office } = pages;

const LAST = '重大案件办结期限（日）';
const DEDUCTIBLE = '基本医保起付标准（每次住院），二级';

async function begun(viewport?: Viewport): Promise<Page> {
  const { id } = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  return pages.open('G-ED1', `/drafts/${id}`, viewport);
}

const fieldOf = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** Whether something is within the window, wherever the page is scrolled to. */
async function isInSight(page: Page, one: Locator): Promise<boolean> {
  const box = await one.boundingBox();
  const height = Number(await page.evaluate('innerHeight'));
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}

const scrolled = async (page: Page) => Number(await page.evaluate('scrollY'));

it.each([
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
])('how a draft is kept, what is wrong with it and its submission stay in sight at $width pixels', async (viewport) => {
  const page = await begun(viewport);
  await fieldOf(page, DEDUCTIBLE).fill('600');
  const count = page.getByRole('button', { name: '1 处问题' });
  await count.waitFor();
  await fieldOf(page, LAST).fill('8');
  const kept = page.locator('.standards-keeping');
  await expect.poll(() => kept.innerText()).toMatch(/^已保存/);
  expect(await scrolled(page)).toBeGreaterThan(1000);
  const submit = page.getByRole('button', { name: '提交审核' });
  for (const one of [kept, count, submit]) expect(await isInSight(page, one)).toBe(true);
  expect((await page.locator('.standards-desk-bar').boundingBox())?.height).toBeLessThan(50);
  expect(await seriousFindings(page)).toEqual([]);
  await count.click();
  await page.getByRole('list', { name: '问题' }).getByText('劣于市级标准').waitFor();
  pages.expectUnbroken();
  await page.close();
});

it('a lost connection and a session that has ended are told where one types, once, with the way back', async () => {
  const page = await begun();
  await fieldOf(page, LAST).fill('8');
  await page.getByText(/^已保存/).waitFor();
  // Who published the figure before is not told beside one that they did not.
  expect(await page.getByRole('row', { name: LAST }).innerText()).toMatch(/已改动，现行 \d+ 天/);
  expect(await page.getByRole('row', { name: LAST }).innerText()).not.toContain('发布人');
  await page.context().setOffline(true);
  await fieldOf(page, LAST).fill('7');
  const told = page.getByText('暂时连不上服务。您输入的内容已留在本浏览器');
  await told.waitFor();
  expect(await told.count()).toBe(1);
  expect(await isInSight(page, told)).toBe(true);
  await page.context().setOffline(false);
  await page.getByText(/^已保存/).waitFor();
  await page.context().clearCookies();
  await fieldOf(page, LAST).fill('6');
  const again = page.locator('.standards-desk-bar').getByRole('link', { name: '重新登录' });
  await again.waitFor();
  expect(await scrolled(page)).toBeGreaterThan(1000);
  expect(await isInSight(page, again)).toBe(true);
  expect(await page.getByRole('alert').filter({ hasText: '登录已失效' }).count()).toBe(1);
  await page.close();
});

it('keys lead from a field to the submission and back; the reason of one that was not sent outlives a reload', async () => {
  const page = await begun();
  await page.getByText(/^已保存/).waitFor();
  const submit = page.getByRole('button', { name: '提交审核' });
  const last = fieldOf(page, LAST);
  await last.press('Control+Enter');
  const held = page.locator(':focus');
  expect(await submit.and(held).count()).toBe(1);
  await submit.press('Control+Enter');
  expect(await last.and(held).count()).toBe(1);
  const reason = page.getByLabel('提交理由');
  await submit.first().click();
  await reason.fill('村里透析的人多');
  await page.reload();
  await submit.first().click();
  expect(await reason.inputValue()).toBe('村里透析的人多');
  await page.close();
});

it('a problem that is found moves nothing from under the pointer', async () => {
  const page = await begun();
  const field = fieldOf(page, DEDUCTIBLE);
  await page.getByText(/^已保存/).waitFor();
  await page.getByText('1 条提醒').waitFor();
  const before = await field.boundingBox();
  await field.fill('600');
  await page.getByRole('button', { name: '1 处问题' }).waitFor();
  await page.getByText('有 1 处问题，改正后才能提交').waitFor();
  expect((await field.boundingBox())?.y).toBe(before?.y);
  await page.close();
});

it('it is seen which field has the focus where the browser puts its own colours in the place of ours', async () => {
  const page = await begun();
  await page.emulateMedia({ forcedColors: 'active' });
  await fieldOf(page, LAST).focus();
  const framed = 'document.activeElement.closest(".ant-input-affix-wrapper")';
  expect(await page.evaluate(`getComputedStyle(${framed}).outlineStyle`)).toBe('solid');
  await page.close();
});

it('what stands beside a long head in a table on a phone is not written over by it', async () => {
  const page = await pages.open('G-ED1', '/counties/371525', { width: 390, height: 844 });
  await page.locator('.panel-stack td[data-head]').first().waitFor();
  const [cell, head] = (await page.evaluate(`(() => {
    const cell = document.querySelector('.panel-stack td[data-head]');
    cell.setAttribute('data-head', '对参保人'.repeat(12));
    return [cell.clientHeight, parseFloat(getComputedStyle(cell, '::before').height)];
  })()`)) as [number, number];
  expect(head).toBeGreaterThan(40);
  expect(cell).toBeGreaterThanOrEqual(head);
  await page.close();
});
