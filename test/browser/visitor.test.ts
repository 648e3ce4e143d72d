import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { PASSWORD } from '../http/signed-in.ts';
import { officePages } from './office-pages.ts';

const pages = officePages();

/** What the browser's console shows as an error, from now on. */
function consoleErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return errors;
}

it('a visitor whom nobody knows sees pages without an error in the console, signs in, stays in, and leaves', async () => {
  const page = await pages.open(null, '/policy');
  await page.getByRole('link', { name: '登录' }).waitFor();
  const errors = consoleErrors(page);
  for (const path of ['/overview', '/calculator', '/compare']) {
    await page.goto(`${pages.office.service.address}${path}`);
    await page.getByRole('link', { name: '登录' }).waitFor();
    await page.waitForLoadState('networkidle');
  }
  expect(errors).toEqual([]);

  await page.getByRole('link', { name: '登录' }).click();
  await page.getByLabel('工号').fill('G-ED1');
  await page.getByLabel('口令').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: '登录' }).click();
  const leave = page.getByRole('button', { name: '退出' });
  await leave.waitFor();
  await page.reload();
  await leave.click();
  await page.getByRole('link', { name: '登录' }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: '登录' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(errors).toEqual([]);
  pages.expectUnbroken();
});

it('whoever’s session has ended meanwhile is nobody again, and is asked about once', async () => {
  const page = await pages.open('G-ED1', '/overview');
  await page.getByRole('button', { name: '退出' }).waitFor();
  await page.context().clearCookies();
  await page.reload();
  await page.getByRole('link', { name: '登录' }).waitFor();
  expect(await page.evaluate('localStorage.getItem("dixian.signedIn")')).toBeNull();
});
