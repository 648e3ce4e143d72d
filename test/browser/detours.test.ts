import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { draftIn } from '../http/drafts/county-office.ts';
import { PASSWORD } from '../http/signed-in.ts';
import { officePages } from './office-pages.ts';

const pages = officePages({ now: '2019-07-02T00:00:00Z', samples: true });
const { office } = pages;

/** Types a day as a browser in English takes it, resting after the month and after the first digit of the year. */
async function typeDay(page: Page, field: Locator, keys: string): Promise<void> {
  await field.focus();
  for (const part of [keys.slice(0, 2), keys.slice(2, 5), keys.slice(5)]) {
    await page.keyboard.type(part);
    await page.waitForLoadState('networkidle');
  }
}

it('a day is typed by keyboard, and no year on the way to it takes the field away', async () => {
  const page = await pages.open(null, '/overview?date=2019-02-01');
  for (const path of ['/overview', '/policy/371525']) {
    await page.goto(`${office.service.address}${path}?date=2019-02-01`);
    const field = page.locator('input[type=date]').first();
    await typeDay(page, field, '08152019');
    expect(await field.inputValue(), path).toBe('2019-08-15');
    await expect.poll(() => page.url()).toContain('date=2019-08-15');
  }
  await page.close();
});

it('a day without rules leaves a way back: on every page about a day, and in a draft, which keeps its figures', async () => {
  const page = await pages.open(null, '/overview?date=2035-01-01');
  for (const [path, place] of [
    ['/overview', '聊城市'],
    ['/calculator', '聊城市'],
    ['/policy/371525', '冠县'],
    ['/counties/371525', '冠县'],
  ]) {
    const told = page.getByText(
      new RegExp(`${place}在 2035-01-01 没有现行有效的标准。 有标准的日期：2019-01-01 至 2019-12-31`),
    );
    await page.goto(`${office.service.address}${path}?date=2035-01-01`);
    await told.waitFor();
    await page.getByRole('button', { name: '看 2019-12-31' }).click();
    await told.waitFor({ state: 'detached' });
    await expect.poll(() => page.url()).toContain('date=2019-12-31');
    await page.goto(`${office.service.address}${path}?date=2035-01-01`);
    await told.waitFor();
    await page.locator('input[type=date]').first().fill('2019-08-15');
    await told.waitFor({ state: 'detached' });
    await expect.poll(() => page.url()).toContain('date=2019-08-15');
  }
  // What is to be settled stays, and is settled on a day that has rules.
  await page.goto(
    `${office.service.address}/calculator?place=371525&date=2020-03-01&type=accident&c.cost.accidentMedical=9500`,
  );
  await page.getByText('冠县在 2020-03-01 没有现行有效的标准').waitFor();
  const cost = page.locator('.calculator-claim').getByRole('textbox', { name: /意外/ }).first();
  const typed = await cost.inputValue();
  expect(typed.replace(',', '')).toBe('9500');
  expect(await page.locator('input[type=date]').first().inputValue()).toBe('2020-03-01');
  await page.getByRole('button', { name: '看 2019-12-31' }).click();
  await page.getByRole('img').first().waitFor();
  expect(await cost.inputValue()).toBe(typed);
  await page.close();

  const { id, text: before } = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  const draft = await pages.open('G-ED1', `/drafts/${id}`);
  const first = draft.getByLabel('生效首日', { exact: true });
  const toldOfDay = async () => {
    await draft.getByRole('button', { name: /^\d 处问题$/ }).click();
    await draft.getByRole('listitem').filter({ hasText: '冠县在 2018-01-01 没有现行有效的标准。' }).waitFor();
  };
  await first.fill('2018-01-01');
  await toldOfDay();
  await draft.getByText(/^已保存/).waitFor();
  await draft.reload();
  await toldOfDay();
  await first.fill('2019-07-01');
  await draft.getByRole('textbox', { name: '医疗商业补充保险年度封顶线' }).waitFor();
  const textNow = async () =>
    draftIn(await office.send('G-ED1', 'GET', `/drafts/${id}`)).text?.replace(/from: "(.*?)"/, 'from: $1');
  await expect.poll(textNow).toBe(before);
  await typeDay(draft, first, '08152019');
  await expect.poll(textNow).toBe(before?.replace('from: 2019-07-01', 'from: 2019-08-15'));
  await draft.close();
  pages.expectUnbroken();
});

it('a figure that is not understood, an ended session and somebody else’s submission are each told before anything goes wrong', async () => {
  const { id } = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  const stored = async () => draftIn(await office.send('G-ED1', 'GET', `/drafts/${id}`));
  const page = await pages.open('G-ED1', `/drafts/${id}`);
  const field = page.getByRole('textbox', { name: '医疗商业补充保险年度封顶线' });
  const submit = page.getByRole('button', { name: '提交审核' });

  // Not in the draft, so nobody submits the draft thinking that it is.
  await field.fill('40万左右');
  await page.getByText('没有写入草稿：医疗商业补充保险年度封顶线（看不懂）。改正后才能提交。').waitFor();
  expect(await submit.isDisabled()).toBe(true);

  // A beginning that was understood does not stay in the draft; and nothing of it is lost without asking.
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  const before = (await stored()).text;
  expect(before).toContain('annualCap: 350000 ');
  await field.press('Control+a');
  await field.pressSequentially('3.5w');
  await page.getByText('看不懂“3.5w”，草稿仍是原来的数值').waitFor();
  await page.getByText(/^其余已保存/).waitFor();
  // It outlives the page, with its complaint.
  const again = await pages.another(page);
  await again.goto(page.url());
  await again.getByText('看不懂“3.5w”，草稿仍是原来的数值').waitFor();
  expect(await again.getByRole('textbox', { name: '医疗商业补充保险年度封顶线' }).inputValue()).toBe('3.5w');
  await again.close({ runBeforeUnload: false });
  expect((await stored()).text).toBe(before);
  await page.getByText('YAML 原文', { exact: true }).click();
  await expect.poll(() => asked.length).toBe(1);
  expect(asked[0]).toContain('医疗商业补充保险年度封顶线');
  expect(await field.inputValue()).toBe('3.5w');
  await page.getByRole('link', { name: '冠县标准' }).click();
  await expect.poll(() => asked.length).toBe(2);
  expect(await field.inputValue()).toBe('3.5w');

  // The way to sign in leads back, with what was typed; no words of the interface for programs.
  await page.context().clearCookies();
  await field.fill('41万');
  await page.getByText('您还没有登录，或登录已失效').waitFor();
  expect(await page.getByText(/^当前登录/).count()).toBe(0);
  expect(await submit.isEnabled()).toBe(true);
  expect(await page.locator('main').innerText()).not.toContain('/api/');
  await page.getByRole('link', { name: '重新登录' }).click();
  await page.getByLabel('工号').fill('G-ED1');
  await page.getByLabel('口令', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText(/^已保存/).waitFor();
  await page.getByText(/^当前登录/).waitFor();
  expect(await field.inputValue()).toBe('410,000');
  await expect.poll(async () => (await stored()).text).toContain('annualCap: 410000\n');

  // Going on would take the submission back.
  await office.change('G-ED1', await stored(), 'submission', { reason: 'ready' });
  await field.fill('42万');
  await page.getByText('草稿已经提交审核：选“以我的为准”会撤回提交，已有的批准随之作废。').waitFor();
  expect((await stored()).state).toBe('submitted');
  await page.close();
  pages.expectUnbroken();
});

it('whoever is signed in already is told so, and no refusal outlives what is asked next', async () => {
  const page = await pages.open('G-ED1', '/sign-in');
  await page.getByRole('status').filter({ hasText: '您已登录：某某人（G-ED1）。' }).waitFor();
  const submit = page.getByRole('button', { name: '登录', exact: true });
  await page.getByLabel('工号').fill('G-ED1');
  await page.getByLabel('口令', { exact: true }).fill('not this one at all');
  await submit.click();
  await page.getByText(/工号或口令不对/).waitFor();
  await page.getByLabel('工号').fill('');
  await page.getByLabel('口令', { exact: true }).fill('');
  await submit.click();
  await page.getByText('请填写工号。').waitFor();
  expect(await page.getByText(/工号或口令不对/).count()).toBe(0);
  await page.getByRole('link', { name: '继续使用' }).click();
  await page.waitForURL(/\/overview/);
  pages.expectUnbroken();
  await page.close();
});
