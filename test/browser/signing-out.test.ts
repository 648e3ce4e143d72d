import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { draftIn } from '../http/drafts/county-office.ts';
import { PASSWORD } from '../http/signed-in.ts';
import { officePages } from './office-pages.ts';

const pages = officePages({ now: '2019-07-02T00:00:00Z', samples: true });
const { office } = pages;

const CAP = '医疗商业补充保险年度封顶线';

// Each ends its session.
beforeEach(() => office.signOff());

/** The page of a new draft. */
async function begun(): Promise<{ readonly page: Page; readonly id: string }> {
  const { id } = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  const page = await pages.open('G-ED1', `/drafts/${id}`);
  await page.getByRole('textbox', { name: CAP }).waitFor();
  return { page, id };
}

const signOut = (page: Page) => page.getByRole('button', { name: '退出登录' }).click();
const textOf = async (id: string) => draftIn(await office.send('G-ED2', 'GET', `/drafts/${id}`)).text;
const signIn = async (page: Page, staffNumber: string) => {
  if (!page.url().endsWith('/sign-in')) await page.getByRole('link', { name: '登录' }).click();
  await page.getByLabel('工号').fill(staffNumber);
  await page.getByLabel('口令').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: '登录' }).click();
  await page.getByText('当前登录').waitFor();
};
const hasLeft = (page: Page) => page.getByRole('status').filter({ hasText: '已退出登录。' }).waitFor();

it('a figure typed at the last moment is saved first, and the page that follows says calmly that one has left', async () => {
  const { page, id } = await begun();
  await page.getByRole('textbox', { name: CAP }).fill('410,000');
  await signOut(page);
  await hasLeft(page);
  await page.waitForURL(/\/overview$/);
  await page.getByRole('link', { name: '登录' }).waitFor();
  expect(await textOf(id)).toContain('supplementaryMedical.annualCap: 410000');
  await page.getByRole('rowheader', { name: new RegExp(CAP) }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  // The line is of this moment.
  await page.getByRole('link', { name: '待遇测算' }).click();
  await page.waitForURL(/\/calculator/);
  await expect.poll(() => page.getByText('已退出登录').count()).toBe(0);
  pages.expectUnbroken();
  await page.close();
});

it('what cannot be saved is told, and asked about once; what was typed stands when its writer comes back', async () => {
  const { page, id } = await begun();
  const asked: string[] = [];
  const answers = [false, true];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void (answers.shift() ? dialog.accept() : dialog.dismiss());
  });
  await page.route(`**/api/v1/drafts/${id}`, (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await page.getByRole('textbox', { name: CAP }).fill('420,000');
  await signOut(page);
  await expect.poll(() => asked.length).toBe(1);
  expect(asked[0]).toMatch(/没有存进草稿.*仍要退出登录吗？/);
  // Who wants to stay does, with what they typed.
  expect(await page.getByRole('textbox', { name: CAP }).inputValue()).toBe('420,000');
  await signOut(page);
  await hasLeft(page);
  expect(asked).toHaveLength(2);
  expect(await textOf(id)).not.toContain('annualCap: 420000');
  await page.unrouteAll();
  await signIn(page, 'G-ED1');
  await page.goto(`${office.service.address}/drafts/${id}`);
  await page.getByText(/^已保存/).waitFor();
  expect(await textOf(id)).toContain('annualCap: 420000');
  pages.expectUnbroken();
  await page.close();
});

it('what is not understood is in no draft, and is asked about too', async () => {
  const { page } = await begun();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.accept();
  });
  const field = page.getByRole('textbox', { name: CAP });
  await field.fill('四十万左右');
  await page.getByText(/^没有写入草稿/).waitFor();
  await signOut(page);
  await hasLeft(page);
  expect(asked).toHaveLength(1);
  await page.close();
});

it('a service that cannot be reached signs nobody out, and that is told', async () => {
  const page = await pages.open('G-ED1', '/overview');
  await page.route('**/api/v1/session', (route) =>
    route.request().method() === 'DELETE' ? route.abort() : route.continue(),
  );
  await signOut(page);
  await page.getByRole('alert').filter({ hasText: '暂时连不上服务' }).waitFor();
  await page.getByRole('button', { name: '退出登录' }).waitFor();
  await page.close();
});

it('a page learns at once that somebody else has signed in beside it, and is theirs', async () => {
  const { page } = await begun();
  const beside = await pages.another(page);
  await beside.goto(`${office.service.address}/overview`);
  await signOut(beside);
  await hasLeft(beside);
  await page.getByRole('link', { name: '登录' }).waitFor();
  await signIn(beside, 'S-ED');
  await page.getByText('当前登录').waitFor();
  const told = page.getByRole('alert').filter({ hasText: '已有别人在本浏览器的另一个窗口登录，现在是某某人（S-ED）' });
  await told.waitFor();
  await page.getByText('没有这一项，或它属于别的地区').waitFor();
  await told.getByRole('button').click();
  await expect.poll(() => told.count()).toBe(0);
  pages.expectUnbroken();
  await page.close();
});

it.each(['G-ED2', 'S-ED'] as const)('a page that still shows its writer writes nothing as %s', async (other) => {
  const { page, id } = await begun();
  const { Cookie } = await office.as(other);
  const at = Cookie.indexOf('=');
  const cookie = { name: Cookie.slice(0, at), value: Cookie.slice(at + 1), url: office.service.address };
  await page.context().addCookies([cookie]);
  await page.getByRole('textbox', { name: CAP }).fill('430,000');
  const bar = page.locator('.standards-desk-bar');
  await bar.getByRole('alert').filter({ hasText: '已有别人在本浏览器登录' }).waitFor();
  await bar.getByText('未能保存。您输入的内容已留在本浏览器。').waitFor();
  expect(await page.getByRole('textbox', { name: CAP }).inputValue()).toBe('430,000');
  const { text } = draftIn(await office.send('G-ED1', 'GET', `/drafts/${id}`));
  expect(text).not.toContain('annualCap: 430000');
  await bar.getByRole('link', { name: '重新登录' }).click();
  await signIn(page, 'G-ED1');
  await page.waitForURL(new RegExp(`/drafts/${id}$`));
  await page.getByText(/^已保存/).waitFor();
  expect(await textOf(id)).toContain('annualCap: 430000');
  pages.expectUnbroken();
  await page.close();
});
