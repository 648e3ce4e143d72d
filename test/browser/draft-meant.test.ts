import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { draftIn } from '../http/drafts/county-office.ts';
import { officePages } from './office-pages.ts';

const pages = officePages({ now: '2019-07-02T00:00:00Z', samples: true });
const { office } = pages;

const RATIO = '住院医疗救助比例';
const CAP = '医疗商业补充保险年度封顶线';
const DAYS = '小额案件办结期限（日）';

async function begun(): Promise<{ readonly page: Page; readonly id: string }> {
  const { id } = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  return { page: await pages.open('G-ED1', `/drafts/${id}`), id };
}

const fieldOf = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const textOf = async (id: string) => draftIn(await office.send('G-ED1', 'GET', `/drafts/${id}`)).text ?? '';

it.each([
  [RATIO, '85', '85%', '85%', 'medicalAssistance.ratio: 0.85'],
  [RATIO, '85％。', '85%', '85%', 'medicalAssistance.ratio: 0.85'],
  [CAP, '40', '40 万元', '40万', 'supplementaryMedical.annualCap: 400000'],
  [CAP, '40w', '400,000 元', '400,000', 'supplementaryMedical.annualCap: 400000'],
  [DAYS, '2个工作日', '2 天', '2', ': 2\n'],
])('of %s, where %s stands, what was most likely meant is one click', async (name, typed, said, written, text) => {
  const { page, id } = await begun();
  const field = fieldOf(page, name);
  await field.fill(typed);
  const button = page.getByRole('button', { name: `如果是指 ${said}，点这里写成 ${written}` });
  await button.waitFor();
  // Nothing is filled in by itself.
  expect(await field.inputValue()).toBe(typed);
  await button.click();
  expect(await field.inputValue()).toBe(written);
  expect(await field.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
  expect(await button.count()).toBe(0);
  await expect.poll(() => textOf(id)).toContain(text);
  await page.close();
});

it('says of a deductible above the city’s that it is above, and for whom that is bad', async () => {
  const { page } = await begun();
  await fieldOf(page, '基本医保起付标准（每次住院），二级').fill('600');
  await page.getByText('高于市级 500 元（五（一）1），对参保人不利；只能填 500 元 或更低').waitFor();
  await page.getByRole('button', { name: '1 处问题' }).click();
  const list = page.getByRole('list', { name: '问题' });
  await list.getByText('劣于市级标准：基本医保起付标准（每次住院） [二级]，市级 500 元，本县写 600 元').waitFor();
  expect(await page.getByText('低于市级标准').count()).toBe(0);
  await page.close();
});

it('asks for a day that was emptied, and holds the submission until it is there', async () => {
  const { page, id } = await begun();
  const submit = page.getByRole('button', { name: '提交审核' });
  await expect.poll(() => submit.isEnabled()).toBe(true);
  const first = page.getByLabel('生效首日');
  await first.fill('');
  await first.blur();
  const heading = page.getByRole('region', { name: '有效期与理由' });
  await heading.getByText('请填写生效首日').waitFor();
  expect(await first.inputValue()).toBe('');
  expect(await first.getAttribute('aria-invalid')).toBe('true');
  expect(await submit.isDisabled()).toBe(true);
  await page.locator('.standards-acts-told').getByText('生效首日（没有填）').waitFor();
  await page.getByRole('button', { name: '1 处问题' }).click();
  await page.getByRole('listitem').filter({ hasText: '生效首日' }).getByRole('button', { name: '查看这一项' }).click();
  await expect.poll(() => first.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
  await first.fill('2019-08-01');
  await expect.poll(() => submit.isEnabled()).toBe(true);
  await expect.poll(() => textOf(id)).toContain('from: "2019-08-01"');
  await page.close();
});

it('paper has the figures, and nothing to press or to fill in', async () => {
  const { page } = await begun();
  await fieldOf(page, CAP).waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const name of ['提交审核', '放弃草稿', '导出 Excel', '导入 Excel', '增加险种'])
    expect(await page.getByRole('button', { name }).isVisible()).toBe(false);
  expect(await page.getByRole('navigation', { name: '险种' }).isVisible()).toBe(false);
  expect(await fieldOf(page, CAP).isVisible()).toBe(true);
  // What stands empty holds the city's, which stands beside it.
  expect(await page.getByLabel('意外身故保额（每次事故）', { exact: true }).isVisible()).toBe(false);
  await page.goto(`${office.service.address}/counties/371525`);
  await page.getByRole('cell', { name: /^优于市级 350,000 元/ }).waitFor();
  expect(await page.getByText('起草修改', { exact: true }).isVisible()).toBe(false);
  expect(await page.locator('.standards-drafts').isVisible()).toBe(false);
  await page.close();
});

it('says of a county that is none that there is none, and which there are', async () => {
  const page = await pages.open('G-ED1', '/counties/999999');
  await page.getByRole('heading', { name: '没有代码为 999999 的县' }).waitFor();
  await page.goto(`${new URL(page.url()).origin}/counties/999999/versions`);
  await page.getByRole('heading', { name: '没有代码为 999999 的县' }).waitFor();
  await page.getByRole('link', { name: '冠县', exact: true }).click();
  await page.getByRole('heading', { name: '冠县标准' }).waitFor();
  await page.close();
});
