import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectFitForUse } from './fit-for-use.ts';
import { servedPages } from './pages-service.ts';

const pages = servedPages({ now: new Date('2019-07-15T04:00:00Z') });

const STAY =
  '/calculator?place=371525&date=2019-09-01&type=inpatient&c.hospital.level=3&c.cost.inScope=280000&c.cost.outOfScope=35000';

/** What the page says is paid, and what it says the person bears. */
async function sums(page: Page): Promise<readonly string[]> {
  await page.locator('.calculator-sums strong').first().waitFor();
  return page.locator('.calculator-sums strong').allInnerTexts();
}

/** The settlement in JSON that the page shows. */
async function shownJson(page: Page): Promise<Record<string, unknown>> {
  await page.getByText('JSON 答复', { exact: true }).click();
  return JSON.parse(await page.getByRole('textbox', { name: 'JSON 答复' }).inputValue());
}

describe('the calculator', () => {
  it('asks for what a claim needs, settles while it is typed, and says what is wrong at its field', async () => {
    const page = await pages.open('/calculator?place=371500&date=2019-06-01');
    await page.getByRole('status').getByText('还需填写：医院级别、政策范围内费用').waitFor();
    // A claim to begin with stands where the result will, only while nothing is entered.
    const begin = page
      .getByRole('region', { name: '测算结果' })
      .getByRole('button', { name: '县级医院本年第二次住院' });
    await begin.click();
    expect(await sums(page)).toHaveLength(2);
    expect(await begin.count()).toBe(0);
    await page.getByRole('button', { name: '清空' }).click();
    await begin.waitFor();
    await page.getByLabel('日期（出院日期）').fill('2019-06-01');
    await page.getByText('一级', { exact: true }).click();
    const bill = page.getByRole('group', { name: '费用（元）' });
    const inScope = bill.getByLabel('政策范围内费用');
    await inScope.fill('２万元');
    // What was settled before stands until the new settlement is there.
    await expect.poll(() => sums(page)).toEqual(['18,752.00 元', '1,248.00 元']);
    await inScope.fill('两万');
    await page.getByText('不是金额').waitFor();
    await page.getByText('请先改正标出的内容（政策范围内费用）').waitFor();
    expect(await inScope.getAttribute('aria-invalid')).toBe('true');
    await inScope.fill('20,000');
    await page.getByLabel('其中国家基本药物').fill('20000.01');
    const wrong = page.locator('[data-path="cost.essentialDrug"] .calculator-wrong');
    await wrong.getByText('大于').waitFor();
    await page.getByText('请先改正标出的内容（其中国家基本药物）').waitFor();
    await page.getByLabel('其中国家基本药物').fill('');
    await bill.getByLabel('医保目录外全额自费费用').fill('1500');
    await expect.poll(() => page.locator('.calculator-sums').innerText()).toContain('2,598.00');
    await page.close();
  });

  it('says at a field what is wrong with it, and nothing by the names of the program', async () => {
    const page = await pages.open(STAY);
    const inScope = page.locator('[data-path="cost.inScope"]');
    const says = async (typed: string, told: string) => {
      await inScope.getByRole('textbox').fill(typed);
      await expect.poll(() => inScope.locator('.calculator-wrong').innerText()).toBe(told);
    };
    await says('-1', '金额不能小于 0。');
    await says('20000.123', '金额最多两位小数。');
    await says('100亿', '金额过大：须低于 100 亿元。');
    await says('20000', '');
    await page.getByText('其他途径已支付（元）').first().click();
    const elsewhere = page.locator('[data-path="paidElsewhere.inScope"]');
    await elsewhere.getByRole('textbox').fill('20001');
    await elsewhere.getByText('大于这部分费用，请核对。').waitFor();
    expect(await page.getByRole('main').innerText()).not.toMatch(/inScope|paidElsewhere/);
    await page.close();
  });

  it('answers nothing with nothing, says what an amount was meant to be, and asks about a date after the discharge', async () => {
    const page = await pages.open('/calculator?place=371500&date=2019-06-01&type=accident');
    const said = page.getByText('请至少填写一项：各处伤残等级、是否身故、意外伤害医疗费用');
    await said.waitFor();
    expect(await page.locator('.calculator-sums').count()).toBe(0);
    const bill = page.getByRole('group', { name: '费用（元）', exact: true }).getByLabel('意外伤害医疗费用');
    await bill.fill('500');
    expect(await sums(page)).toHaveLength(2);
    expect(await said.count()).toBe(0);
    await bill.fill('3万5');
    await page.getByText('请写成 35000').waitFor();
    await bill.fill('1e5');
    await page.getByText('请写成 100000').waitFor();

    await page.goto(`${pages.address()}${STAY}&c.referral.completedOn=2019-09-02`);
    const completed = page.locator('[data-path="referral.completedOn"]');
    await completed.getByText('晚于出院日期（2019-09-01）').waitFor();
    // It is asked, not refused.
    expect(await sums(page)).toHaveLength(2);
    await page.close();
  });

  it('says at a date what it has to follow, or to come before', async () => {
    const page = await pages.open(`${STAY}&c.referral.admittedOn=2019-08-20&c.referral.completedOn=2019-08-19`);
    const wrong = (path: string) => page.locator(`[data-path="${path}"] .calculator-wrong`);
    await expect
      .poll(() => wrong('referral.completedOn').innerText())
      .toBe('请核对这两个日期；如「急诊入院日期」无误，「补办转诊日期」应不早于 2019-08-20');
    await page.getByText('请先改正标出的内容（补办转诊日期）').waitFor();
    await page.getByLabel('补办转诊日期').fill('2019-08-20');
    expect(await sums(page)).toHaveLength(2);
    await page.getByLabel('急诊入院日期').fill('2019-09-02');
    await expect
      .poll(() => wrong('referral.admittedOn').innerText())
      .toBe('请核对这两个日期；如「出院日期」无误，「急诊入院日期」应不晚于 2019-09-01');
    expect(await page.locator('[data-path="referral.admittedOn"]').innerText()).not.toContain('晚于出院日期（');
    await page.close();
  });

  it('fills in a typical claim on the day that the page is about, and shows the settlement as a picture with a table, in words and as JSON', async () => {
    const page = await pages.open('/calculator?place=371525&date=2019-11-20');
    await page.getByRole('combobox', { name: '典型申请' }).click();
    await page.getByText('市级医院高额住院', { exact: false }).first().click();
    await page.locator('.calculator-sums').waitFor();
    const picture = page.getByRole('img', { name: /住院，冠县，2019-11-20/ });
    expect(await picture.locator('desc').textContent()).toMatch(/费用合计 320,000.00 元，基本医保 .*个人负担/);
    const row = page.getByRole('row', { name: /^基本医保/ });
    expect(await row.innerText()).toMatch(/居民基本医疗保险基金[\s\S]*条款：五（一）1[\s\S]*× 60%/);
    const json = await shownJson(page);
    expect(json).toMatchObject({ claimType: 'inpatient', jurisdiction: '371525', date: '2019-11-20', eligible: true });
    await page.getByText('文字说明').click();
    await page.getByRole('listitem').filter({ hasText: '基本医保：由居民基本医疗保险基金' }).waitFor();
    await page.close();
  });

  it('is said again by its address, and by the curl that it shows', async () => {
    const page = await pages.open(STAY);
    const before = await sums(page);
    // A day stands as all pages write it, and gives way to the browser's own field for who is in it.
    const shown = `getComputedStyle(document.querySelector('[data-day="2019-09-01"]'), '::before').content`;
    expect(await page.evaluate(shown)).toBe('"2019-09-01"');
    await page.getByLabel('日期（出院日期）').focus();
    expect(await page.evaluate(shown)).toBe('none');
    await page.getByLabel('其中国家基本药物').fill('1.5');
    const basis = await shownJson(page);
    await expect.poll(() => new URL(page.url()).searchParams.get('c.cost.essentialDrug')).toBe('1.5');
    const again = await pages.open(page.url().slice(pages.address().length));
    expect(await sums(again)).toEqual(before);
    const repeated = await shownJson(again);
    expect(repeated.settlementDigest).toBe((await shownJsonNow(page)).settlementDigest);
    expect(basis.claimType).toBe('inpatient');
    await again.getByText('用 curl 发同样的请求').click();
    const curl = await again.getByRole('textbox', { name: '用 curl 发同样的请求' }).inputValue();
    const { stdout } = await promisify(execFile)('sh', ['-c', curl]);
    expect(JSON.parse(stdout)).toEqual(repeated);
    await again.close();
    await page.close();
  });

  it('sets places and versions beside each other, and says what is paid more', async () => {
    const page = await pages.open(`${STAY}&beside=371500&beside=371525@1.0.0%2B1.0.0&beside=371522`);
    const table = page.getByRole('table', { name: /对照/ });
    await table.waitFor();
    expect(await table.getByRole('row', { name: /^聊城市/ }).innerText()).toMatch(/255,500.01[\s\S]*▼ −5,600.00/);
    expect(await table.getByRole('row', { name: /^冠县 1.0.0/ }).innerText()).toContain('相同');
    expect(await table.getByRole('row', { name: /^莘县/ }).innerText()).toContain('▲ +14,400.00');
    expect(await page.getByRole('img', { name: /对照/ }).locator('desc').textContent()).toContain(
      '聊城市 59,499.99 元',
    );
    await expectFitForUse(page);
    pages.expectUnbroken();
  });

  it('takes every type of claim, also one that pays nobody', async () => {
    const page = await pages.open(
      '/calculator?place=371525&date=2019-09-01&type=accident&c.accident.grades=7、7&c.cost.accidentMedical=6200',
    );
    expect(await sums(page)).toEqual(['21,200.00 元', '0.00 元']);
    await page
      .getByRole('img', { name: /意外伤害/ })
      .getByText('意外伤害保险（另行给付）', { exact: true })
      .waitFor();
    await page.getByText('筹资测算').click();
    await page
      .getByLabel(/^贫困人口|参保人数|人数/)
      .first()
      .fill('1000');
    await page.getByLabel(/户数/).first().fill('400');
    await page
      .getByRole('row', { name: /^保费筹资/ })
      .getByText('保费 145,000.00')
      .waitFor();
    await page.close();
  });

  it('is fit for use while something is missing and something cannot be read', async () => {
    const page = await pages.open('/calculator?place=371525&date=2019-09-01&type=property&c.cost.loss=x');
    await page.getByText('不是金额').waitFor();
    await expectFitForUse(page);
    pages.expectUnbroken();
  });
});

/** As {@link shownJson}, where the JSON is open already. */
async function shownJsonNow(page: Page): Promise<Record<string, unknown>> {
  return JSON.parse(await page.getByRole('textbox', { name: 'JSON 答复' }).inputValue());
}

describe('the answer sheet', () => {
  it('tells amounts, steps, the figures of city and county, and the versions, on one page', async () => {
    const page = await pages.open(STAY.replace('/calculator', '/calculator/sheet'));
    await page.getByRole('heading', { name: '待遇测算答复单' }).waitFor();
    const text = await page.locator('article').innerText();
    expect(text).toMatch(/合计支付 261,100.01 元/);
    expect(text).toContain('已达上限，20,766.75 元未能支付');
    expect(text).toMatch(/基本医保起付标准（每次住院）（三级）[\s\S]*再次住院起付标准系数（本年度第 1 次住院）/);
    expect(text).toContain('依据“住院医疗救助”（五（一）3）：47,689.00 × 75% = 35,766.75');
    expect(
      await page
        .getByRole('row', { name: /^医疗商业补充保险年度封顶线/ })
        .getByRole('cell')
        .allInnerTexts(),
    ).toEqual(['300,000 元', '350,000 元', '县级', '三（一）']);
    expect(text).toMatch(/县级标准 1\.0\.0（市级 1\.0\.0）[\s\S]*sha256:[0-9a-f]{16}…[\s\S]*sha256:[0-9a-f]{16}…/);
    expect(text.match(/方案原文未载/g)).toHaveLength(1);
    expect(text).toMatch(/姓名：\s+经办人：\s+盖章：/);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await expectFitForUse(page);
    pages.expectUnbroken();
  });

  it('says so where its address lacks the claim', async () => {
    const page = await pages.open('/calculator/sheet?place=371525');
    await page.getByText('链接里缺少申请内容').waitFor();
    await page.close();
  });
});
