import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openSetUp } from '../../server/usecases/people/set-up.ts';
import { unzipped } from '../http/changes/unzipped.ts';
import { seriousFindings } from './browser.ts';
import { expectFitForUse } from './fit-for-use.ts';
import { servedPages } from './pages-service.ts';

const PASSWORD = '山高水长-2019-虚构口令';

let token: string | null = null;
const pages = servedPages({
  prepare: async (people) => {
    token = await openSetUp(people);
  },
});
const { open } = pages;

/** How high the rows are together, and how high what stands in them. */
const HEIGHTS = `(() => {
  const rows = [...document.querySelectorAll('.matrix tr')];
  const height = () => rows.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
  const planned = height();
  for (const row of rows) Object.assign(row.style, { contentVisibility: 'visible', minHeight: 0 });
  return { planned, needed: height() };
})()`;

describe('the overview', () => {
  it('shows every county beside the city’s floor, in Chinese first', async () => {
    const page = await open('/');
    const row = page.getByRole('row', { name: /医疗商业补充保险：年度封顶|商业补充.*封顶/ }).first();
    await row.waitFor();
    expect(new URL(page.url()).pathname).toBe('/overview');
    expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(
      expect.arrayContaining(['标准', '市级底线', '冠县', '莘县']),
    );
    expect(await row.innerText()).toContain('350,000 元');
    expect(await row.innerText()).toContain('300,000 元');
    // As the policy writes it, not as files name it.
    expect(await row.getByRole('rowheader').innerText()).toContain('三（一）');
    await page.close();
  });

  it('loads less than 330 KB of script, compressed, made for use and not for development', async () => {
    const page = await pages.visitor();
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.url());
    });
    await page.goto(`${pages.address()}/overview`);
    await page.getByRole('row').nth(5).waitFor();
    await page.close();
    const texts = await Promise.all(scripts.map(async (url) => (await fetch(url)).text()));
    const compressed = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(scripts.length).toBeGreaterThan(0);
    expect(compressed).toBeLessThan(330_000);
    expect(texts.join()).not.toContain('React DevTools');
  });

  it('keeps what is chosen in its address', async () => {
    const page = await open('/overview?date=2019-02-01');
    // More than the first, which stand before the others.
    await page.getByRole('row').nth(50).waitFor();
    await page.getByRole('checkbox', { name: '只看有县另定的标准' }).check();
    // Before the first of the sample overrides nothing is raised.
    await page.getByText('没有符合条件的标准').waitFor();
    await page.goto(`${pages.address()}/overview?date=2019-09-01&raised=1&product=property`);
    await page.getByRole('row', { name: /盗/ }).first().waitFor();
    expect(await page.getByRole('row').count()).toBe(3);
    await page.close();
  });

  it('opens the history of a figure: over time, by which version, who published it and why, and what is not in force', async () => {
    const page = await open('/overview?date=2019-09-01&product=property&raised=1');
    await page.getByRole('row', { name: /盗/ }).getByRole('button', { name: /▲|元/ }).last().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: /盗.*，/ }).waitFor();
    const picture = dialog.getByRole('img');
    expect(await picture.locator('desc').textContent()).toMatch(/2019-01-01 起 5,000 元，2019-0\d-01 起 [\d,]+ 元/);
    const rows = dialog.getByRole('table').getByRole('row');
    expect(await rows.nth(1).innerText()).toMatch(/2019-01-01 至 2019-0\d-\d+\s+5,000 元\s+市级底线/);
    expect(await rows.nth(2).innerText()).toMatch(/第 \d\.\d\.\d 版/);
    await dialog.getByText('该地发布过的全部版本').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(new URL(page.url()).searchParams.get('history')).toMatch(/^property\./);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => new URL(page.url()).searchParams.get('history')).toBeNull();
    await page.close();
  });

  it.each([
    [undefined, '371525'],
    [{ width: 390, height: 844 }, '371500'],
  ])('whoever opened a history by its address goes on from its figure (%o)', async (size, code) => {
    const page = await open(`/overview?date=2019-09-01&history=supplementaryMedical.annualCap&at=${code}`, size);
    await page.getByRole('dialog').getByRole('heading').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const figure = `supplementaryMedical.annualCap ${code}`;
    await expect.poll(() => page.evaluate('document.activeElement.dataset.figure')).toBe(figure);
    await page.close();
  });

  it('sorts by the size of the raise, and is handed out as CSV and as a workbook', async () => {
    const page = await open('/overview?date=2019-09-01&order=raise&raised=1');
    await page.getByRole('rowheader', { name: /^医疗商业补充保险保费/ }).waitFor();
    const names = await page.getByRole('rowheader').allInnerTexts();
    const at = (name: string) => names.findIndex((text) => text.startsWith(name));
    // A cap raised by a sixth before a premium that is lower by a thirtieth; both are there.
    expect(at('医疗商业补充保险年度封顶线')).toBeGreaterThan(-1);
    expect(at('医疗商业补充保险年度封顶线')).toBeLessThan(at('医疗商业补充保险保费'));
    const handedOut = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    };
    const csv = await handedOut('CSV');
    expect(csv.name).toBe('聊城市-2019-09-01.csv');
    const lines = csv.bytes.toString('utf8').split('\r\n');
    expect(lines[0]).toMatch(/^\u{feff}"险种","标准","id","条款","市级底线","莘县","冠县"$/u);
    expect(lines.filter((line) => line.includes('"▲ 350,000 元（2019-07-01 起）"'))).toHaveLength(1);
    expect(lines.length).toBe(names.length + 2);
    const workbook = await handedOut('Excel');
    expect(workbook.name).toBe('聊城市-2019-09-01.xlsx');
    const cells = [...unzipped(workbook.bytes).values()];
    // A figure is a number, written as on the page.
    expect(cells.join()).toContain('<v>350000</v>');
    expect(cells.join()).toContain('&quot;▲ &quot;#,##0&quot; 元（2019-07-01 起）&quot;');
    expect(cells.join()).not.toContain('<f>');
    await page.close();
  });

  it('tells a premium that is lower as different: neither raised nor worse, in mark, words, colour and count', async () => {
    const page = await open('/overview?date=2019-09-01&raised=1');
    const row = page.getByRole('row', { name: /^医疗商业补充保险保费/ });
    const cell = row.getByRole('gridcell').filter({ hasText: '145 元' });
    // What is out of sight has no text of the screen.
    expect(await cell.textContent()).toMatch(/^◆145 元/);
    expect(await cell.getAttribute('title')).toBe('冠县自 2019-07-01 起与市级不同，只关筹资，不影响待遇');
    expect(await cell.getAttribute('class')).toBe('different');
    // Each row is a standard that a county set otherwise; all but this one are raised.
    const rows = page.getByRole('rowheader').filter({ hasText: /三|五|二|四|县增设/ });
    // Rows may still be on their way when the first of them stands.
    const counted = async () => page.getByText(`2 个县共提高 ${(await rows.count()) - 1} 项标准`).count();
    await expect.poll(counted).toBe(1);
    await page.goto(`${pages.address()}/counties/371525?date=2019-09-01`);
    const own = page
      .getByRole('row', { name: /^医疗商业补充保险保费/ })
      .getByRole('cell')
      .last();
    expect(await own.textContent()).toMatch(/^◆ 与市级不同，只关筹资，不影响待遇145 元/);
    await page.close();
  });

  it('is printed with every row and every county, and without what is chosen by', async () => {
    const page = await open('/overview?date=2019-09-01&order=raise');
    await page.getByRole('grid').waitFor();
    const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
    // On a screen of an office the table scrolls, and nothing else does.
    expect(await page.locator('html').evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0);
    await page.emulateMedia({ media: 'print' });
    const printed = page.locator('.overview-printed');
    await printed.waitFor();
    expect(await printed.getByRole('row').count()).toBe(rows);
    expect(await printed.getByRole('columnheader').count()).toBe(2 + 11);
    expect(await page.getByRole('combobox').first().isVisible()).toBe(false);
    await page.close();
  });

  it('tells what is chosen also where the browser puts its own colours in the place of ours', async () => {
    const page = await open('/overview?date=2019-09-01');
    await page.emulateMedia({ forcedColors: 'active' });
    const outline = (name: string) =>
      page
        .getByRole('link', { name, exact: true })
        .evaluate((one) => one.ownerDocument.defaultView?.getComputedStyle(one).outlineStyle);
    await page.getByRole('grid').waitFor();
    expect([await outline('各项标准'), await outline('同一申请在各县')]).toEqual(['solid', 'none']);
    await page.close();
  });

  it('settles one typical claim in every county, side by side', async () => {
    const page = await open('/overview?date=2019-09-01&view=claim&claim=highCostStay');
    const table = page.getByRole('table', { name: /市级医院高额住院/ });
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBe(13);
    expect(await table.getByRole('row', { name: /^冠县/ }).innerText()).toMatch(/41,999.99\s+▲ \+6,000.00/);
    expect(await page.getByRole('img').locator('desc').textContent()).toContain('冠县 41,999.99 元');
    await expectFitForUse(page);
  });

  it('lists standards with the counties that differ on a narrow screen', async () => {
    const page = await open('/overview?date=2019-09-01&raised=1', { width: 390, height: 844 });
    const cap = page.getByRole('listitem').filter({ hasText: '医疗商业补充保险年度封顶线' });
    await cap.waitFor();
    expect(await cap.innerText()).toMatch(/市级底线\s+300,000 元\s+冠县\s+▲\s*350,000 元/);
    expect(await page.getByRole('table').count()).toBe(0);
    await expectFitForUse(page);
  });

  it('leaves no room below what stands in its rows, in either language', async () => {
    // All columns are in sight, so that each row holds what it is to be as high as.
    const page = await open('/overview?date=2019-09-01', { width: 2600, height: 3000 });
    await page.getByRole('rowheader').nth(40).waitFor();
    for (const language of ['中文', 'English']) {
      if (language === 'English') await page.getByRole('button', { name: language }).click();
      await page.getByRole('rowheader', { name: /^(chronic outpatients: ratio|慢性病门诊报销比例)/ }).waitFor();
      const { planned, needed } = (await page.evaluate(HEIGHTS)) as Readonly<Record<'planned' | 'needed', number>>;
      expect(planned / needed).toBeLessThan(1.04);
    }
    await page.close();
  });

  it('says from when other rules come into force in a county', async () => {
    const page = await open('/overview?date=2019-02-01');
    await page.getByRole('columnheader', { name: /冠县.*2019-07-01 起有变/ }).waitFor();
    const cap = page.getByRole('row', { name: /^医疗商业补充保险年度封顶线/ });
    await cap.getByText('→ 2019-07-01 起 350,000 元').waitFor();
    await page.close();
  });

  it('says on a county’s page what each figure is to become, and from when', async () => {
    const page = await open('/counties/371525?date=2019-02-01');
    const cap = page.getByRole('row', { name: /医疗商业补充保险年度封顶线/ });
    await cap.getByText('→ 2019-07-01 起改为 350,000 元').waitFor();
    expect(await cap.innerText()).toContain('同市级');
    // What stays says nothing.
    const same = page.getByRole('row', { name: /^其中省级资金（每人，不低于）/ });
    expect(await same.innerText()).not.toContain('→');
    await page.close();
  });

  it('speaks English by a switch that keeps the page and is remembered', async () => {
    const page = await open('/overview?product=accident');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Liaocheng · Overview' }).waitFor();
    expect(new URL(page.url()).search).toBe('?product=accident');
    const words = (await page.locator('body').innerText()).replace('中文', '');
    expect(words).not.toMatch(/\p{Script=Han}/u);
    await page.reload();
    await page.getByRole('heading', { name: 'Liaocheng · Overview' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await page.close();
  });
});

describe('people', () => {
  it('are let in by the link of the first start, sign in, and out again', async () => {
    const page = await open(`/setup#${token}`);
    await page.getByLabel('工号').fill('A-1');
    await page.getByLabel('姓名').fill('虚构管理员');
    await page.getByLabel('口令', { exact: true }).fill('short');
    await page.getByLabel('再输一次口令').fill('short');
    await page.getByRole('button', { name: '建立账号' }).click();
    await page.getByRole('alert').getByText('口令过短').waitFor();
    await page.getByLabel('口令', { exact: true }).fill(PASSWORD);
    await page.getByLabel('再输一次口令').fill('别的口令');
    await page.getByRole('button', { name: '建立账号' }).click();
    await page.getByText('两次输入的口令不一致').waitFor();
    expect(await page.getByText('口令过短').count()).toBe(0);
    await page.getByLabel('再输一次口令').fill(PASSWORD);
    await page.getByRole('button', { name: '建立账号' }).click();
    await page.getByRole('status').getByText('账号已建立').waitFor();
    // The secret does not stay in the address.
    expect(page.url()).not.toContain('#');
    await page.getByRole('main').getByRole('link', { name: '登录' }).click();
    await page.getByLabel('工号').fill('A-1');
    await page.getByLabel('口令', { exact: true }).fill('不是这个口令，肯定不是');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').getByText('口令').waitFor();
    // What was refused is not asked again to be told in the other language.
    await page.getByRole('button', { name: 'English' }).click();
    const refusal = page.getByRole('alert').getByText('password');
    await refusal.waitFor();
    expect(await refusal.innerText()).not.toMatch(/\p{Script=Han}/u);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByLabel('口令', { exact: true }).fill(PASSWORD);
    await page.getByLabel('口令', { exact: true }).press('Enter');
    await page.getByText('当前登录：虚构管理员').waitFor();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('link', { name: '登录' }).waitFor();
    await page.close();
  });
});

describe('every page', () => {
  it.each(['/overview', '/sign-in', '/setup#token', '/invitation#token', '/none'])(
    '%s has no serious finding of axe, wide in Chinese and narrow in English',
    async (path) => {
      await expectFitForUse(await open(path));
      pages.expectUnbroken();
    },
  );
});
