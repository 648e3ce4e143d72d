import { describe, expect, it } from 'vitest';
import { draftIn, guan } from '../http/drafts/county-office.ts';
import { expectFitForUse } from './fit-for-use.ts';
import { officePages, SCRIPTS } from './office-pages.ts';

const pages = officePages();
const { office } = pages;
/** What stays Chinese in English: names of people, and what they wrote. */
const WRITTEN = [/某某人/, /须重新测算/];

describe('the versions of a county', () => {
  it('stand in time; one that has not begun is set aside with a reason, and put back', async () => {
    for (const [figure, from] of [
      ['8000', '2019-07-01'],
      ['9000', '2019-10-01'],
    ]) {
      const text = guan(`  accident.medical: ${figure}`, `{from: ${from}, to: 2019-12-31}`);
      draftIn(await office.change('G-RE1', await office.approved('G-ED1', 'G-RE1', text), 'publication'), 201);
    }
    const page = await pages.open('G-RE1', '/counties/371525/versions');
    await page.getByRole('img', { name: '各版本的生效时间' }).waitFor();
    // The later version takes days from the earlier, which has not begun and is suspended by that.
    await page.getByRole('row', { name: /2019-07-01 至 2019-12-31 从未 ‖ 已暂停/ }).waitFor();
    const suspend = page.getByRole('button', { name: /^暂停/ }).first();
    await suspend.click();
    await page.getByRole('textbox', { name: /理由/ }).fill(`须重新测算 ${SCRIPTS[0]}`);
    await page.getByRole('button', { name: '暂停', exact: true }).click();
    await page.getByRole('row', { name: /从未 ‖ 已暂停.*须重新测算/ }).waitFor();
    await expect.poll(() => page.locator(':focus').innerText()).toBe('恢复');
    await page.getByRole('button', { name: /^恢复/ }).first().click();
    await page.getByRole('textbox', { name: /^恢复/ }).fill('已测算');
    await page.getByRole('button', { name: '恢复', exact: true }).click();
    await page.getByRole('row', { name: /1\.1\.0.*2019-10-01.*有效/ }).waitFor();
    // Why each of them came about stands beside it, as it was published; what was written for its reviewers does not.
    expect(await page.getByRole('cell', { name: '提高待遇' }).count()).toBe(2);
    expect(await page.getByText('more is paid').count()).toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载原文：1.0.0' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('371525-1.0.0.yaml');
    // What the city sets aside, the county is not offered to put back.
    const later = '/jurisdictions/371525/rule-sets/1.1.0';
    const answer = await office.send('C-RE', 'POST', `${later}/suspension`, { reason: '市里测算' });
    expect(answer.status).toBe(200);
    await page.reload();
    await page.getByRole('row', { name: /1\.1\.0.*已暂停.*市里测算/ }).waitFor();
    expect(await page.getByRole('button', { name: '恢复：1.1.0' }).count()).toBe(0);
    expect((await office.send('C-RE2', 'POST', `${later}/resumption`, { reason: '已测算' })).status).toBe(200);
    await page.reload();
    await page.getByRole('row', { name: /1\.1\.0.*2019-10-01.*有效/ }).waitFor();
    pages.expectUnbroken();
    await expectFitForUse(page, WRITTEN);
  });
});

describe('who works for a county', () => {
  it('is shown its versions first, and it beside its city until they choose others', async () => {
    const page = await pages.open('G-RE1', '/versions');
    await page.getByRole('heading', { level: 1, name: '冠县 · 版本' }).waitFor();
    await page.getByText(/尚未到生效首日的版本，本地审核人和市审核人可以暂停/).waitFor();
    await page.goto(`${office.service.address}/policy`);
    await page.getByRole('heading', { name: '冠县 · 现行政策' }).waitFor();
    await page.goto(`${office.service.address}/compare`);
    const [before, after] = [page.getByRole('group').nth(0), page.getByRole('group').nth(1)];
    await expect.poll(() => before.getByRole('combobox').first().inputValue()).toBe('371500');
    expect(await after.getByRole('combobox').first().inputValue()).toBe('371525');
    expect(await page.getByText('请选择两侧。').count()).toBe(0);
    await before.getByRole('combobox').first().selectOption('371522');
    await expect.poll(() => new URL(page.url()).search).toBe('?from=371522&to=371525');
    await page.close();
    const visitor = await pages.open(null, '/compare');
    await visitor.getByText('请选择两侧。').waitFor();
    expect(await visitor.getByRole('combobox').first().inputValue()).toBe('');
    await visitor.close();
    pages.expectUnbroken();
  });
});

describe('the reason of a version', () => {
  it('is the published one to a visitor too, in the history of a figure as well', async () => {
    const page = await pages.open(null, '/counties/371525/versions');
    await page.getByRole('cell', { name: '提高待遇' }).first().waitFor();
    expect(await page.getByText('more is paid').count()).toBe(0);
    await page.goto(`${office.service.address}/overview?date=2019-10-01`);
    await page.getByRole('checkbox', { name: '只看有县另定的标准' }).check();
    await page
      .getByRole('row', { name: /意外伤害医疗保额/ })
      .getByRole('button', { name: /9,000/ })
      .click();
    const history = page.getByRole('dialog');
    await history.getByText('修改理由：提高待遇').first().waitFor();
    expect(await history.getByText('more is paid').count()).toBe(0);
    pages.expectUnbroken();
    await page.close();
  });
});

describe('a version that has not begun', () => {
  it('is revoked by a reviewer of the city, with a reason, for good; a county’s cannot', async () => {
    const ofCounty = await pages.open('G-RE1', '/counties/371525/versions');
    await ofCounty.getByRole('button', { name: /^暂停/ }).waitFor();
    expect(await ofCounty.getByRole('button', { name: /^撤销/ }).count()).toBe(0);
    const page = await pages.open('C-RE', '/counties/371525/versions');
    await page.getByRole('button', { name: '撤销：1.1.0' }).click();
    const revoke = page.getByRole('button', { name: '撤销', exact: true });
    // Without a reason nothing can be done.
    expect(await revoke.isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: /^撤销 1\.1\.0/ }).fill('误发');
    await revoke.click();
    await page.getByRole('row', { name: /1\.1\.0.*✗ 已撤销.*误发/ }).waitFor();
    expect(
      await page
        .getByRole('button', { name: /：1\.1\.0$/ })
        .filter({ hasText: /撤销|恢复|暂停/ })
        .count(),
    ).toBe(0);
    const { json } = await office.service.call('/api/v1/jurisdictions/371525/rule-sets/1.1.0');
    expect(json).toMatchObject({ publication: { standing: 'revoked', events: expect.any(Array) } });
    pages.expectUnbroken();
  });
});

describe('a comparison', () => {
  it('tells sentences and classes, by a link that says the same again, and as a file', async () => {
    const page = await pages.open(null, '/compare');
    await page.getByLabel('之前：地区').selectOption('371500');
    await page.getByLabel('之前：版本或日期').selectOption('1.0.0');
    await page.getByLabel('之后：地区').selectOption('371525');
    // Two places: neither comes before the other.
    await page.getByLabel('另一方：版本或日期').selectOption('1.0.0');
    await page.getByRole('row', { name: /▲ 更好.*5,000.*8,000/ }).waitFor();
    await page.reload();
    await page.getByRole('row', { name: /▲ 更好.*5,000.*8,000/ }).waitFor();
    await page.getByLabel('显示').selectOption('better');
    expect(await page.getByRole('cell', { name: '＝ 无影响' }).count()).toBe(0);
    expect(await page.getByText('改称').count()).toBe(0);
    expect(await page.getByText('下一个版本号').count()).toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出为 CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    pages.expectUnbroken();
    await expectFitForUse(page);
  });
});
