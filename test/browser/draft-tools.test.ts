import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftIn } from '../http/drafts/county-office.ts';
import { seriousFindings } from './browser.ts';
import { officePages } from './office-pages.ts';

const pages = officePages({ now: '2019-07-02T00:00:00Z', samples: true });
const { office } = pages;
let folder: string;
/** A new draft of Guan County, and its page as its editor sees it. */
let page: Page;
let id: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  ({ id } = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' }));
  page = await pages.open('G-ED1', `/drafts/${id}`);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const textOf = async (id: string) => draftIn(await office.send('G-ED1', 'GET', `/drafts/${id}`)).text;

it('an official reads how a clause counts and is read beside its field, and goes on to it in the policy text', async () => {
  const { keyboard } = page;
  const focused = () =>
    page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.innerText');
  const ratio = page.getByRole('textbox', { name: '专家门诊诊查费减免比例' });
  await ratio.waitFor();
  await ratio.focus();
  // From field to field no clause stands in the way; a field's own is one step back. Where nothing can be changed there is no field.
  await keyboard.press('Tab');
  expect(await focused()).toBe('大型设备检查费减免比例');
  await page.getByRole('textbox', { name: '住院目录外自费费用减免比例' }).focus();
  await keyboard.press('Tab');
  expect(await focused()).toBe('五（一）2');
  await page.getByRole('textbox', { name: '大病保险起付标准（每年），足额' }).focus();
  await keyboard.press('Shift+Tab');
  expect(await focused()).toBe('五（一）1');
  await keyboard.press('Enter');
  const clause = page.getByRole('region', { name: '五（一）1：大病保险起付标准（每年）' });
  const told = await clause.innerText();
  expect(told).toMatch(/怎么算（现行规则）\s+大病保险 申请类型为住院：政策范围内费用中此前尚未支付的部分超过大病/);
  expect(told).toMatch(/怎么理解\s+分段自零起算[\s\S]*数值出处\s+全省居民大病保险起付标准，方案只写减半/);
  const opened = page.waitForEvent('popup');
  await clause.getByRole('link', { name: '在政策文本中看五（一）1（新窗口）' }).click();
  const policy = await opened;
  const row = policy.getByRole('row', { name: /大病保险起付标准（每年）/ });
  await row.waitFor();
  await expect
    .poll(() => policy.evaluate('document.querySelector(".policy-sought").getBoundingClientRect().top < innerHeight'))
    .toBe(true);
  expect(await row.getAttribute('class')).toBe('policy-sought');
  await policy.close();
  await page.getByRole('button', { name: '五（一）1', expanded: true }).press('Escape');
  await clause.waitFor({ state: 'detached' });
});

it('an official takes a draft to Excel, changes it there and takes it in again', async () => {
  const before = await textOf(id);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 Excel' }).click();
  const exported = join(folder, 'exported.xlsx');
  expect((await download).suggestedFilename()).toBe(`冠县-${id}.xlsx`);
  await (await download).saveAs(exported);

  // Unchanged it changes nothing.
  const file = page.locator('input[type=file]');
  const dialog = page.getByRole('dialog');
  await file.setInputFiles(exported);
  await dialog.getByText('工作簿没有改动这份草稿的任何数值').waitFor();
  expect(await dialog.getByText('未采用').count()).toBe(0);
  await dialog.getByRole('button', { name: '取消' }).click();

  const parts = unzipSync(readFileSync(exported));
  const texts = [...strFromU8(parts['xl/sharedStrings.xml'] as Uint8Array).matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(
    ([, text]) => text,
  );
  let sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
  /** The line of a figure, by its mark. */
  const lineOf = (mark: string) =>
    new RegExp(`<c r="I([0-9]+)"[^>]*><v>${texts.indexOf(mark)}</v>`).exec(sheet)?.[1] ?? '';
  const put = (address: string, cell: string) => {
    const old = new RegExp(`<c r="${address}"( s="[0-9]+")?([^>]*/>|[^>]*>.*?</c>)`);
    expect(sheet).toMatch(old);
    sheet = sheet.replace(old, (_, style = '') => cell.replace('<c', `<c r="${address}"${style}`));
  };
  const cap = lineOf('supplementaryMedical.annualCap');
  const ratio = lineOf('basicMedical.ratio/1');
  const death = lineOf('accident.death');
  put(`E${cap}`, '<c><v>420000</v></c>');
  put(`E${ratio}`, '<c t="inlineStr"><is><t>８５％</t></is></c>');
  put(`E${death}`, '<c t="inlineStr"><is><t>四万</t></is></c>');
  put(`B${death}`, '<c t="inlineStr"><is><t>身故</t></is></c>');
  const changed = join(folder, 'changed.xlsx');
  // A product that somebody writes below the additions is no cell's to carry.
  const added = strFromU8(parts['xl/worksheets/sheet3.xml'] as Uint8Array).replace(
    '</sheetData>',
    '<row r="4"><c r="B4" t="inlineStr"><is><t>县失能险</t></is></c></row></sheetData>',
  );
  const sheets = { 'xl/worksheets/sheet1.xml': strToU8(sheet), 'xl/worksheets/sheet3.xml': strToU8(added) };
  writeFileSync(changed, zipSync({ ...parts, ...sheets }));

  await file.setInputFiles(changed);
  await dialog.getByText('将改动 2 个数值').waitFor();
  const rows = await dialog.getByRole('row').allInnerTexts();
  expect(rows.map((row) => row.replaceAll(/\s+/g, ' ').trim())).toEqual([
    '单元格 标准名称 现在 工作簿',
    expect.stringMatching(new RegExp(`^E${ratio} 基本医保报销比例 一级 沿用市级：80% 85%$`)),
    expect.stringMatching(new RegExp(`^E${cap} 医疗商业补充保险年度封顶线 350,000 元 420,000 元$`)),
    '单元格 内容 原因',
    `标准!B${death} 身故 不是供填写的单元格，却被改动`,
    `标准!E${death} 四万 看不懂的数值`,
    '补充项目!B4 县失能险 增加的险种与类别不能从工作簿改动，请在表单或原文中修改',
  ]);
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: '写入草稿' }).click();
  await page.getByText(/^已保存/).waitFor();
  const field = page.getByRole('textbox', { name: '医疗商业补充保险年度封顶线' });
  expect(await field.inputValue()).toBe('420,000');
  await expect
    .poll(() => textOf(id))
    .toBe(
      before
        // With the figure goes the comment that told of it.
        .replace(/annualCap: 350000 +# 300,000 → 350,000/, 'annualCap: 420000')
        .replace(/^ {2}basicMedical\.deductible.*\n/m, (line) => `${line}  basicMedical.ratio: {1: 0.85}\n`),
    );

  // Another file is said to be none.
  await file.setInputFiles({ name: 'a.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK no') });
  await dialog.getByText('无法按工作簿（.xlsx）读取这个文件').waitFor();
  await dialog.getByRole('button', { name: '取消' }).click();
  await dialog.waitFor({ state: 'hidden' });
});

/** Whether something has the focus. */
const hasFocus = (one: Locator) => one.evaluate((element) => element === element.ownerDocument.activeElement);

/** Presses something that asks before what was typed is dropped, and answers. @returns the question */
async function asked(answer: 'accept' | 'dismiss', press: () => Promise<void>): Promise<string> {
  const question = page.waitForEvent('dialog').then(async (dialog) => {
    await dialog[answer]();
    return dialog.message();
  });
  await press();
  return question;
}

/** Takes a category of the county's own into its product, sees what is wrong in words, changes its line, and takes it out. */
async function categoryByGuidedForm(): Promise<void> {
  const before = await textOf(id);
  const categories = page.getByRole('region', { name: '本县自设的人员类别' });
  await categories.getByRole('button', { name: '增加类别' }).click();
  const dialog = page.getByRole('dialog', { name: '增加人员类别' });
  const put = (label: string, text: string) => dialog.getByLabel(label, { exact: true }).fill(text);
  await put('类别代号（英文字母，发布后不变）', '支出型');
  await dialog.getByLabel('金额不低于标准线').check();
  await put('标准线', '好几千');
  await put('申请日期自（不填则同草稿）', '2019-10-31');
  await put('申请日期至（不填则同草稿）', '2019-08-01');
  await dialog.getByRole('button', { name: '写入草稿' }).click();
  await dialog.getByText('须以小写字母开头，只用字母和数字').waitFor();
  await dialog.getByText('看不懂“好几千”，请写成 1.2万 之类').waitFor();
  await dialog.getByText('早于起始日期').waitFor();
  expect(await dialog.getByText('请填写').count()).toBe(2);
  expect(await seriousFindings(page)).toEqual([]);
  await put('类别名称', '支出型困难户');
  await put('类别代号（英文字母，发布后不变）', 'spending');
  await put('标准线', '1.2万');
  await put('申请日期自（不填则同草稿）', '2019-08-01');
  await put('申请日期至（不填则同草稿）', '');
  await dialog.getByLabel('县防贫险').check();
  await dialog.getByRole('button', { name: '写入草稿' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => hasFocus(categories.getByRole('button', { name: '增加类别' }))).toBe(true);
  const own = categories.getByRole('region', { name: '支出型困难户' });
  await own.getByText('金额不低于标准线 · 由县防贫险保障 · 申请日期自 2019-08-01').waitFor();
  await own.getByRole('textbox').fill('1.5万');
  await expect.poll(() => textOf(id)).toContain('hardship.spending: {value: 15000,');
  // The service finds nothing wrong with what the form wrote.
  const { json } = await office.service.call('/api/v1/validations', {
    method: 'POST',
    body: await textOf(id),
    headers: { 'Content-Type': 'application/yaml' },
  });
  expect(json).toMatchObject({ valid: true });
  await own.getByRole('button', { name: '去掉支出型困难户' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '去掉' }).click();
  await expect.poll(() => textOf(id)).toBe(before);
}

it('an official adds a product of the county’s own by a guided form, sees it pay, changes it and takes it out', async () => {
  const before = await textOf(id);
  const add = page.getByRole('button', { name: '增加险种' });
  await add.click();
  const dialog = page.getByRole('dialog');
  const put = (label: string | RegExp, text: string) => dialog.getByLabel(label, { exact: true }).fill(text);
  const name = dialog.getByLabel('名称', { exact: true });
  await expect.poll(() => hasFocus(name)).toBe(true);
  // Nothing was typed, so nothing is asked, and the focus goes back to where it came from.
  await page.keyboard.press('Escape');
  await expect.poll(() => hasFocus(add)).toBe(true);
  await add.press('Enter');
  await expect.poll(() => hasFocus(name)).toBe(true);
  await page.keyboard.type('县防贫险');
  // What was typed outlives a click beside the dialog and a wrong key.
  await page.mouse.click(10, 400);
  const question = '这里填写的内容还没有写入草稿，确定放弃吗？';
  expect(await asked('dismiss', () => page.keyboard.press('Escape'))).toBe(question);
  expect(await asked('dismiss', () => dialog.getByRole('button', { name: '取消' }).click())).toBe(question);
  expect(await name.inputValue()).toBe('县防贫险');
  await put('代号（英文字母，发布后不变）', 'accident');
  const ratio = dialog.getByLabel('赔付比例', { exact: true });
  expect(await ratio.getAttribute('placeholder')).toBe('如 30%');
  await ratio.fill('８０');
  await dialog.getByRole('button', { name: '写入草稿' }).click();
  // Each field that is wrong says so, and nothing is written.
  await dialog.getByText('这个代号已经用过').waitFor();
  expect(await dialog.getByText('请填写').count()).toBe(2);
  await dialog.getByText('“８０”没有百分号').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await put('代号（英文字母，发布后不变）', 'countyCover');
  await put('赔付机构', '某承保机构');
  await dialog.getByRole('button', { name: '如果是指 80%，点这里写成 80%' }).click();
  expect(await ratio.inputValue()).toBe('80%');
  expect(await hasFocus(ratio)).toBe(true);
  await put(/每人年度封顶线/, '2万');
  await dialog.getByLabel('建档立卡享受脱贫攻坚政策').check();
  await dialog.getByRole('button', { name: '写入草稿' }).click();
  await expect.poll(() => hasFocus(add)).toBe(true);

  const effects = page.getByRole('complementary', { name: '改了会怎样' });
  await expect
    .poll(() => effects.getByRole('region', { name: '按本草稿' }).innerText(), { timeout: 20_000 })
    .toContain('县防贫险');
  await expect.poll(() => textOf(id)).toContain('    - name: countyCover\n      layer: countyCover\n');
  expect((await textOf(id)).startsWith(before)).toBe(true);

  await categoryByGuidedForm();
  const added = page.getByRole('region', { name: '县防贫险' });
  await added.getByRole('textbox', { name: '县防贫险年度封顶线' }).fill('3万');
  await expect.poll(() => textOf(id)).toContain('countyCover.annualCap: {value: 30000,');
  await added.scrollIntoViewIfNeeded();
  await added.getByRole('button', { name: '去掉县防贫险' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '去掉' }).click();
  await expect.poll(() => textOf(id)).toBe(before);
  await expect.poll(() => hasFocus(add)).toBe(true);
  pages.expectUnbroken();
});

it('the picture of a claim can be read where the browser puts its own colours in the place of ours', async () => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const picture = page.locator('.standards-effects svg[role="img"]').first();
  await picture.waitFor();
  const looks = (selector: string) =>
    page.evaluate(`(() => {
      const ground = getComputedStyle(document.body);
      const looks = [...document.querySelectorAll('.standards-effects svg ${selector}')].map((one) => getComputedStyle(one).fill);
      return { letters: ground.color, ground: ground.backgroundColor, looks: [...new Set(looks)] };
    })()`) as Promise<{ readonly letters: string; readonly ground: string; readonly looks: readonly string[] }>;
  const { letters, ground, looks: texts } = await looks('text');
  expect(texts).toEqual([letters]);
  expect(letters).not.toBe(ground);
  // Bars as well have the system's colours: none of ours, and none of the ground's.
  const bars = (await looks('g > rect')).looks.filter((fill) => fill !== 'none' && !fill.startsWith('url'));
  expect(bars.length).toBeGreaterThan(1);
  for (const fill of bars)
    expect(['rgb(140, 140, 140)', 'rgb(9, 88, 217)', 'rgb(173, 78, 0)', ground]).not.toContain(fill);
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
});

it('on a phone says at the lower edge what a draft does, and leads there; the county tells its drafts by what they change', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('textbox', { name: '医疗商业补充保险年度封顶线' }).scrollIntoViewIfNeeded();
  const jump = page.getByRole('link', { name: /改了会怎样/ });
  expect(await jump.innerText()).toMatch(/个人负担 [\d,.]+ → [\d,.]+ 元（▲ 少付 [\d,.]+ 元）/);
  expect(await seriousFindings(page)).toEqual([]);
  await jump.press('Enter');
  await jump.waitFor({ state: 'detached' });
  const top = (selector: string) => `document.querySelector('${selector}').getBoundingClientRect().top`;
  expect(await page.evaluate(`${top('.standards-effects')} < innerHeight`)).toBe(true);

  const county = await pages.another(page);
  await county.goto(`${office.service.address}/counties/371525`);
  const draft = county.getByRole('row').filter({ has: county.locator(`a[href="/drafts/${id}"]`) });
  await draft.getByText('基本医保报销比例（一级）由 80% 提高到 85%（+5 个百分点），参保人受益，另有 1 处').waitFor();
  await county.getByRole('navigation', { name: '险种' }).getByRole('link', { name: '意外伤害保险' }).click();
  // What is gone to lies below the links, which stay.
  const links = '[aria-label="险种"]';
  await expect.poll(() => county.evaluate(`${top(links)} === 0 && ${top('#product-accident')} > 0`)).toBe(true);
  expect(await county.evaluate(`${top('#product-accident')} < innerHeight / 2`)).toBe(true);
  await county.close();
});
