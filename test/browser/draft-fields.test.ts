import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readText } from '../../editor/standards/text/read-text.ts';
import { valueAt } from '../../editor/standards/text/yaml-value.ts';
import { draftIn } from '../http/drafts/county-office.ts';
import { seriousFindings } from './browser.ts';
import { officePages } from './office-pages.ts';

const pages = officePages({ now: '2019-07-02T00:00:00Z', samples: true });
const { office } = pages;

/** What the city pays of a stay; the sample county pays 75 %. */
const RATIO = '住院医疗救助比例';
const CAP = '医疗商业补充保险年度封顶线';

async function begun(): Promise<Page> {
  const { id } = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  return pages.open('G-ED1', `/drafts/${id}`);
}

const fieldOf = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** What is said to be wrong in the row of a standard, in order. */
const wrongIn = (page: Page, id: string) => page.locator(`[id="standard-${id}"] p:not(.aside)`).allInnerTexts();

it('says of a figure beyond several bounds the tightest alone, as people type figures', async () => {
  const page = await begun();
  const field = fieldOf(page, RATIO);
  const list = page.getByRole('list', { name: '问题' });
  await field.fill('120%');
  await page.getByRole('button', { name: '1 处问题' }).click();
  await list.getByText(`${RATIO}：须低于 100%`).waitFor();
  expect(await wrongIn(page, 'medicalAssistance.ratio')).toEqual([
    '须低于 100%，不能等于 100%（市级规则集规定的取值范围）',
  ]);
  expect(await page.locator('.standards-faces').innerText()).not.toMatch(/1\.2 |第 \d+ 行/);
  await field.blur();
  // What cannot be read has its own complaint and none of the figure's that the draft still has.
  await field.fill('八成');
  await page.getByText('看不懂“八成”').waitFor();
  expect(await wrongIn(page, 'medicalAssistance.ratio')).toEqual(['看不懂“八成”，草稿仍是原来的数值']);
  await page.getByRole('button', { name: '如果是指 80%，点这里写成 80%' }).waitFor();
  await field.fill('75.12345%');
  await expect.poll(() => wrongIn(page, 'medicalAssistance.ratio')).toEqual(['小数位数过多']);
  // The text has the words of the text, and the line.
  await field.fill('120%');
  await list.getByText(`${RATIO}：须低于 100%`).waitFor();
  await page.getByText('YAML 原文', { exact: true }).click();
  await list.getByText('1.2 超出该标准的范围').waitFor();
  await list
    .getByRole('button', { name: /^原文第 \d+ 行$/ })
    .first()
    .waitFor();
  await page.close();
});

it('says of a group that is not whole what is lacking by its name', async () => {
  const page = await begun();
  await fieldOf(page, '慢性病门诊报销比例').fill('');
  await page.getByRole('button', { name: /^\d 处问题$/ }).click();
  await page
    .getByRole('list', { name: '问题' })
    .getByText('慢性病门诊保障病种：须与以下各项一并定出：慢性病门诊报销比例')
    .waitFor();
  expect(await wrongIn(page, 'chronicOutpatient.diseases')).toEqual(['须与以下各项一并定出：慢性病门诊报销比例']);
  expect(await page.locator('.standards-faces').innerText()).not.toContain('chronicOutpatient');
  await page.close();
});

it('tells of what is not in the draft why it is not, and does not call it saved', async () => {
  const page = await begun();
  const places = () =>
    Promise.all(
      ['提交审核', '放弃草稿'].map(async (name) => (await page.getByRole('button', { name }).boundingBox())?.x),
    );
  await page.getByText(/^已保存/).waitFor();
  const still = await places();
  await fieldOf(page, CAP).fill('-5');
  await fieldOf(page, RATIO).fill('八成');
  await fieldOf(page, '小额案件办结期限（日）').fill('2.5');
  const acts = page.locator('.standards-acts-told');
  await acts.getByText(`${CAP}（小于 0）`).waitFor();
  expect(await places()).toEqual(still);
  const said = await acts.innerText();
  expect(said).toContain('没有写入草稿：');
  expect(said).toContain(`${RATIO}（看不懂）`);
  expect(said).toContain('小额案件办结期限（日）（不是整数）');
  const keeping = page.locator('.standards-keeping');
  await expect.poll(() => keeping.innerText()).toMatch(/^其余已保存/);
  expect(await keeping.getAttribute('class')).not.toContain('saved');
  await fieldOf(page, CAP).fill('400,000');
  await fieldOf(page, RATIO).fill('80%');
  await fieldOf(page, '小额案件办结期限（日）').fill('2');
  await expect.poll(() => keeping.innerText()).toMatch(/^已保存/);
  await page.close();
});

it('tells days in the wrong order once, at their fields and in their words', async () => {
  const page = await begun();
  await page.getByLabel('生效末日').fill('2019-06-01');
  const heading = page.getByRole('region', { name: '有效期与理由' });
  const told = '生效末日 2019-06-01 早于生效首日 2019-07-01';
  await heading.getByText(told).waitFor();
  expect(await heading.getByText(told).count()).toBe(1);
  expect(await page.getByText('期间的结束').count()).toBe(0);
  for (const name of ['生效首日', '生效末日']) {
    const field = page.getByLabel(name);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const id = await field.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${id}"]`).innerText()).toContain(told);
  }
  await page.getByLabel('生效末日').fill('2019-12-31');
  await expect.poll(() => page.getByLabel('生效末日').getAttribute('aria-invalid')).toBe(null);
  await page.close();
});

it('calls the standards in both languages what the draft calls them, and says where nothing stands', async () => {
  const { id } = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  const page = await pages.open('G-ED1', `/drafts/${id}`);
  const heading = page.getByRole('region', { name: '有效期与理由' });
  const [zh, en] = [fieldOf(page, '标准标题'), fieldOf(page, '标准标题（英文）')];
  await zh.waitFor();
  expect(await zh.inputValue()).toBe('冠县2019年下半年标准（样例——非实际政策）');
  await zh.fill('');
  await heading.getByText('请填写标准标题').waitFor();
  expect(await zh.getAttribute('aria-invalid')).toBe('true');
  await zh.fill('冠县2020年标准：“提高”版');
  await en.fill('Guan County 2020');
  const text = async () => draftIn(await office.send('G-ED1', 'GET', `/drafts/${id}`)).text;
  await expect
    .poll(async () => valueAt(readText(await text())?.value, ['title']))
    .toEqual({
      zh: '冠县2020年标准：“提高”版',
      en: 'Guan County 2020',
    });
  expect(await heading.getByText('请填写').count()).toBe(0);
  // The field of the reason says where it is published, and how a document is cited there.
  const told = await heading.getByLabel('修改理由').getAttribute('aria-describedby');
  expect(await page.locator(`[id="${told?.split(' ')[0]}"]`).innerText()).toMatch(
    /政策文本[\s\S]*文号，如 .*〔2019〕12号/,
  );
  await page.close();
});

it('brings who meets a conflict to what settles it', async () => {
  const { id } = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  const page = await pages.open('G-ED1', `/drafts/${id}`);
  const last = fieldOf(page, '重大案件办结期限（日）');
  await last.waitFor();
  const now = draftIn(await office.send('G-ED1', 'GET', `/drafts/${id}`));
  draftIn(await office.save('G-ED1', now, (now.text ?? '').replace('annualCap: 350000', 'annualCap: 360000')));
  await last.fill('8');
  const notice = page.locator('.standards-conflict');
  await notice.waitFor();
  await expect.poll(() => notice.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
  await expect
    .poll(() => notice.getByText('改过这份草稿').evaluate((one) => one.getBoundingClientRect().top))
    .toBeGreaterThanOrEqual(0);
  expect(await page.evaluate('document.activeElement.getBoundingClientRect().top < innerHeight / 2')).toBe(true);
  await page.close();
});

it('the city drafts the floor itself, by its figures or as text, which is held to no floor', async () => {
  const page = await pages.open('C-ED', '/counties');
  await page.getByRole('link', { name: '聊城市（市级底线）' }).click();
  await page.getByRole('heading', { name: '聊城市标准' }).waitFor();
  expect(await page.getByRole('columnheader', { name: '本县' }).count()).toBe(0);
  await page.getByRole('button', { name: '起草修改' }).click();
  const field = fieldOf(page, CAP);
  await expect.poll(() => field.inputValue()).toBe('300,000');
  const id = page.url().split('/').at(-1);
  const textNow = async () => draftIn(await office.send('C-ED', 'GET', `/drafts/${id}`)).text;
  const began = await textNow();
  const changed = async () => (await textNow()).split('\n').filter((line) => !began.split('\n').includes(line));
  await field.fill('36万');
  await page.getByText('已改动，现行 300,000 元').waitFor();
  await expect.poll(changed).toEqual([expect.stringMatching(/^ {4}\{value: 360000, unit: CNY/)]);
  // Nothing refuses what the city writes, and what is far off is asked about.
  await field.fill('40');
  await page.getByRole('button', { name: '如果是指 40 万元，点这里写成 40万' }).waitFor();
  const unset = fieldOf(page, '慢性病门诊年度起付标准');
  await unset.fill('500');
  await page.getByText('已改动，现行 未设定').waitFor();
  await unset.fill('未设定');
  // Where several lead to figures, each is changed alone; emptied it says what is in force.
  await fieldOf(page, '基本医保报销比例，二级').fill('72%');
  await field.fill('');
  await expect.poll(changed).toEqual([expect.stringMatching(/^ {4}\{value: \{.*2: 0\.72,/)]);
  expect(await seriousFindings(page)).toEqual([]);
  // What was changed elsewhere is named as the form names it.
  const here = draftIn(await office.send('C-ED', 'GET', `/drafts/${id}`));
  const elsewhere = here.text.replace(/(accident\.medical:\s*\{value: )5000/, '$16000');
  draftIn(await office.save('C-ED', here, elsewhere));
  await field.fill('37万');
  const alert = page.getByRole('alert').filter({ hasText: '另一处' });
  await expect
    .poll(() => alert.innerText())
    .toMatch(/年度封顶线\s+300,000 元\s+370,000 元\s+意外[^\n]*\s+6,000 元\s+5,000 元/);
  await page.getByRole('button', { name: '以另一处的为准' }).click();
  await expect.poll(() => field.inputValue()).toBe('300,000');
  await page.getByText('YAML 原文', { exact: true }).click();
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.getByText('没有发现问题').waitFor();
  expect(await page.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  pages.expectUnbroken();
});
