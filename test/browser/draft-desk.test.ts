import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { draftIn } from '../http/drafts/county-office.ts';
import { seriousFindings } from './browser.ts';
import { officePages } from './office-pages.ts';

const pages = officePages({ now: '2019-07-02T00:00:00Z', samples: true });
const { office } = pages;

const CAP = '医疗商业补充保险年度封顶线';
/** What the city pays of a stay; the sample county pays 75 %. */
const RATIO = '住院医疗救助比例';

async function begun(): Promise<Page> {
  const { id } = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  return pages.open('G-ED1', `/drafts/${id}`);
}
const submit = (page: Page) => page.getByRole('button', { name: '提交审核' });

it('keeps its form on a day for which the city has no rules, says so, and lets nobody submit it', async () => {
  const page = await begun();
  const field = page.getByRole('textbox', { name: CAP });
  await field.fill('400,000');
  await page.getByLabel('生效首日').fill('2020-06-01');
  await expect.poll(() => submit(page).isDisabled()).toBe(true);
  expect(await field.inputValue()).toBe('400,000');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('冠县');
  expect(await page.title()).toBe('冠县 · 县级标准 · 底线');
  await page.getByRole('button', { name: /^\d 处问题$/ }).click();
  await page.getByRole('listitem').filter({ hasText: '冠县在 2020-06-01 没有现行有效的标准。' }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await page.getByRole('link', { name: /市级标准$/ }).count()).toBe(0);
  await page.getByLabel('生效首日').fill('2019-07-01');
  await expect.poll(() => submit(page).isDisabled()).toBe(false);
  pages.expectUnbroken();
  await page.close();
});

it('says that the floor is kept, not that nobody is worse off, where less is paid than before', async () => {
  const page = await begun();
  await page.getByRole('textbox', { name: RATIO }).fill('70%');
  await page.getByRole('link', { name: '✓ 无人低于市级标准' }).waitFor();
  await page.getByRole('heading', { name: '有没有人比按市级标准更差' }).waitFor();
  await page.getByText(/比现行标准多付或少得/).waitFor();
  // Who writes it reads at its head that some get less than now, and finds there whom it takes most from.
  await page.getByRole('link', { name: /^⚠ 比现行少得：住院 [0-9,]+ 种.*情形$/ }).click();
  const gains = page.getByRole('region', { name: '谁受益' });
  await expect
    .poll(() =>
      gains.evaluate((one) => one.getBoundingClientRect().top < one.ownerDocument.documentElement.clientHeight),
    )
    .toBe(true);
  await gains.getByText(/^少得最多的一例：.*多付/).waitFor();
  await page.close();
});

it('tells what a raised premium costs the county in a year, though no claim is settled differently', async () => {
  const page = await begun();
  await page.getByRole('textbox', { name: '意外伤害保险保费（每人）' }).fill('12');
  const premiums = page.getByRole('region', { name: '全年保费' });
  const moved = premiums.getByRole('list').getByRole('listitem');
  await expect.poll(() => moved.allInnerTexts()).toHaveLength(1);
  const lines = (await moved.innerText()).split('\n');
  expect(lines.slice(1)).toEqual([
    '保费 100,000.00 → 120,000.00 元（+20,000.00）',
    '县级 0.00 → 20,000.00 元（+20,000.00）',
  ]);
  await premiums.getByText('全县一年的保费，1万人、4000户').first().waitFor();
  await premiums.getByText('改动前后的筹资明细').click();
  await premiums.getByText(/◆ 意外伤害保险保费（每人） 12 元（市级 10 元）/).waitFor();
  // By the county's own numbers, as far as somebody types them; the next time they stand there.
  const persons = premiums.getByRole('textbox', { name: '参保人数' });
  await persons.fill('2.5万');
  await moved.getByText('县级 0.00 → 50,000.00 元（+50,000.00）').waitFor();
  await premiums.getByText('一年，参保人数 25,000、参保户数 4,000').first().waitFor();
  await page.getByText(/^已保存/).waitFor();
  await page.reload();
  await moved.getByText('县级 0.00 → 50,000.00 元（+50,000.00）').waitFor();
  await persons.fill('许多');
  await premiums.getByText('请填整数，最多 10,000,000').waitFor();
  await moved.getByText('县级 0.00 → 20,000.00 元（+20,000.00）').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.close();
});

it('says in what it is called by how much of the rest is for the worse', async () => {
  const page = await begun();
  await page.getByRole('textbox', { name: RATIO }).fill('70%');
  await page.getByRole('textbox', { name: CAP }).fill('330,000');
  await page.getByText(/^已保存/).waitFor();
  await page.goto(`${office.service.address}/counties/371525`);
  await page
    .getByRole('link', { name: /，另有 1 处，其中 1 处变差$/ })
    .first()
    .waitFor();
  await page.close();
});

it('says of how many situations tried how many get more', async () => {
  const page = await begun();
  await page.getByRole('textbox', { name: CAP }).fill('400,000');
  await page.getByText(/^住院：试算 [0-9,]+ 种情形：[0-9,]+ 种多得、[0-9,]+ 种不变、没有少得$/).waitFor();
  await page.close();
});

it('the calculator opens on the county that one works for', async () => {
  const page = await pages.open('G-ED1', '/calculator');
  await page.getByRole('combobox', { name: '地区' }).waitFor();
  await expect.poll(() => page.locator('.calculator-field').first().innerText()).toContain('冠县');
  await page.close();
});

it('tells that more is paid where nobody has less to pay', async () => {
  const page = await begun();
  await page.getByRole('textbox', { name: '意外身故保额' }).fill('36000');
  await page.getByRole('button', { name: /意外身故.*给付 38,000.00 → 44,000.00 元（▲ 多得 6,000.00 元）/ }).waitFor();
  await page.close();
});

it('keeps the reason of a submission that is closed by Escape, and the place of who asked for it', async () => {
  const page = await begun();
  await page.getByRole('textbox', { name: CAP }).fill('400,000');
  await page.getByText(/^已保存/).waitFor();
  await submit(page).click();
  const reason = page.getByLabel('提交理由');
  await reason.fill('与承保机构谈妥（虚构）');
  await page.keyboard.press('Escape');
  await expect.poll(() => submit(page).evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  expect(await reason.inputValue()).toBe('与承保机构谈妥（虚构）');
  // What is too long is kept as it was pasted, counted, and not sent.
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('修改理由').fill('提高保额');
  await reason.fill('长'.repeat(2003));
  await dialog.getByText('2003/2000，多出 3 字').waitFor();
  await dialog.getByRole('button', { name: '提交审核' }).click();
  await dialog.getByText('文字过长').waitFor();
  expect((await reason.inputValue()).length).toBe(2003);
  await page.close();
});

it('two clicks on a new draft make one', async () => {
  const page = await pages.open('G-ED1', '/counties/371525');
  const draftsOf = async () => {
    const answer = await office.send('G-ED1', 'GET', '/drafts?jurisdiction=371525&limit=100');
    return (answer.json.items as readonly unknown[]).length;
  };
  const before = await draftsOf();
  await page.getByRole('button', { name: '起草修改' }).dblclick();
  await page.waitForURL(/\/drafts\//);
  await page.getByRole('textbox', { name: CAP }).waitFor();
  expect(await draftsOf()).toBe(before + 1);
  await page.close();
});

it('a field is heard with the city’s figure and the way it may go; where that is nowhere, it says so', async () => {
  const page = await begun();
  const heard = async (name: string) => {
    const id = await page.getByRole('textbox', { name }).getAttribute('aria-describedby');
    return page.locator(`[id="${id}"]`).innerText();
  };
  expect(await heard(CAP)).toMatch(/300,000 元\s*▲ 只能提高/);
  // What cannot be changed is no field.
  const best = page.getByRole('row', { name: /^普通门诊挂号费减免比例/ });
  expect(await best.innerText()).toMatch(/100%\s*市级已到最优，不得改动\s*沿用市级：100%/);
  expect(await best.getByRole('textbox').count()).toBe(0);
  // Of the form and the text, only the two are stops of the Tab key.
  expect(await page.getByRole('radiogroup', { name: '表单或原文' }).getAttribute('tabindex')).toBe('-1');
  await page.close();
});

it('an empty reason is asked for in words, whether it stands alone or in two languages', async () => {
  const page = await begun();
  const reason = page.getByLabel('修改理由');
  // The last version’s reason is not this draft’s.
  await reason.and(page.locator(':enabled')).waitFor();
  expect(await reason.inputValue()).toBe('');
  await reason.fill('x');
  await reason.fill('');
  await page.getByRole('region', { name: '有效期与理由' }).getByText('还没有写修改理由').waitFor();
  expect(await page.getByText('zh:').count()).toBe(0);
  // A long one is kept whole, the box grows with it, and it cannot be submitted.
  const height = async () => (await reason.boundingBox())?.height ?? 0;
  const low = await height();
  await reason.fill('提'.repeat(412));
  await page.getByText('412/400，多出 12 字').waitFor();
  expect(await reason.inputValue()).toBe('提'.repeat(412));
  await page.getByRole('button', { name: '1 处问题' }).click();
  await page.getByText(/文本最多 400 个字符，写了 412 个/).waitFor();
  expect(await submit(page).isDisabled()).toBe(true);
  expect(await height()).toBeGreaterThan(low);
  await page.close();
});

it('says nothing wrong of a county while its rules are on their way', async () => {
  const page = await begun();
  await page.getByRole('heading', { name: '冠县：草稿' }).waitFor();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/api\/.*\/effective/, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  await page.getByRole('heading', { name: '有没有人比按市级标准更差' }).waitFor();
  expect(await page.getByRole('main').innerText()).not.toMatch(/371525|按现行标准更差/);
  letGo();
  await page.getByRole('heading', { name: '冠县：草稿' }).waitFor();
  await page.close();
});

it('a remark on a standard is told with its name and leads to its field', async () => {
  const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  await office.change('G-RE1', begun, 'comments', { standard: 'supplementaryMedical.annualCap', text: '请附测算' });
  const page = await pages.open('G-ED1', `/drafts/${begun.id}`);
  const said = page.getByRole('list', { name: '批注' }).getByRole('listitem');
  await said.filter({ hasText: `${CAP} 某某人（G-RE1）：请附测算` }).waitFor();
  await said.getByRole('button', { name: `查看这一项：${CAP}` }).click();
  const field = page.getByRole('textbox', { name: CAP });
  await expect.poll(() => field.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
  await page.close();
});

it('drafts are titled by what they change, and one below the floor by what it holds', async () => {
  const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  const text = begun.text.replace('medicalAssistance.ratio: 0.75', 'medicalAssistance.ratio: 0.60');
  draftIn(await office.save('G-ED1', begun, text));
  const page = await pages.open('G-ED1', '/counties/371525');
  const title = page.locator(`a[href="/drafts/${begun.id}"]`);
  await expect.poll(() => title.innerText()).toMatch(new RegExp(`${RATIO}，市级 70%，本县写 60%.*，不能提交`));
  await page.close();
});

it('reckons what a draft costs in a year by numbers that stay in the browser', async () => {
  const page = await begun();
  await page.getByRole('textbox', { name: RATIO }).fill('85%');
  await page.getByText('一年约多付多少').click();
  const row = page.getByRole('row', { name: '县级医院住院，政策内2万元' });
  const count = page.getByRole('textbox', { name: '一年几份：县级医院住院，政策内2万元' });
  await count.fill('很多');
  await page.getByText('请填整数，最多 10,000,000').waitFor();
  await count.fill('１００');
  const each = Number(/\+([0-9]+\.\d\d)/.exec(await row.innerText())?.[1]);
  expect(each).toBeGreaterThan(0);
  const total = (100 * each).toLocaleString('en', { minimumFractionDigits: 2 });
  const said = page.locator('.standards-year [role="status"]');
  await said.getByText(`一年约多付 ${total} 元`).waitFor();
  await said
    .getByText(/^[^：]*：\+[0-9,]+\.00$/)
    .first()
    .waitFor();
  expect(await page.getByText('请填整数').count()).toBe(0);
  await page.reload();
  await expect.poll(() => count.inputValue()).toBe('１００');
  await said.getByText(`一年约多付 ${total} 元`).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  pages.expectUnbroken();
  await page.close();
});

it('a county’s official has one claim in every county against the city’s, their own county next to the city', async () => {
  const page = await pages.open('G-ED1', '/overview?date=2019-09-01&view=claim&claim=highCostStay');
  const table = page.getByRole('table', { name: /市级医院高额住院/ });
  await table.getByRole('row', { name: /^聊城市/ }).waitFor();
  const rows = await table.getByRole('rowheader').allInnerTexts();
  expect(rows[0]).toMatch(/^聊城市/);
  expect(rows[1]).toMatch(/^冠县（本县）/);
  expect(rows.filter((row) => row.includes('本县'))).toHaveLength(1);
  await table.getByRole('columnheader', { name: '与市级相比' }).waitFor();
  expect(
    await table
      .getByRole('row', { name: /^聊城市/ })
      .getByRole('cell')
      .last()
      .innerText(),
  ).toBe('–');
  await page.close();
});

it('a city’s official is shown counties as they are on the day, and of what was renamed when each name holds', async () => {
  const page = await pages.open('C-ED', '/counties');
  const list = page.getByRole('listitem');
  const renamed = list.filter({ hasText: '茌平' });
  await renamed.waitFor();
  // Every county tells how it stands to the city.
  await expect.poll(() => renamed.innerText()).toMatch(/^茌平县\s+同市级$/);
  expect(await renamed.getByRole('link').getAttribute('href')).toBe('/counties/371523');
  for (const path of ['/compare', '/counties/371525/versions']) {
    await page.goto(new URL(path, page.url()).href);
    const options = page.locator('option').filter({ hasText: '茌平' });
    await options.first().waitFor({ state: 'attached' });
    expect((await options.allTextContents()).slice(0, 2)).toEqual([
      '茌平县 371523（至 2019-12-31）',
      '茌平区 371503（2020-01-01 起）',
    ]);
  }
  await page.close();
});
