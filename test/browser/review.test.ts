import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cityWithHiddenCliff, hidingFigures, plainFigures } from '../hidden-cliff.ts';
import { type DraftJson, draftIn, guan } from '../http/drafts/county-office.ts';
import { example } from '../http/service.ts';
import { seriousFindings } from './browser.ts';
import { expectFitForUse } from './fit-for-use.ts';
import { officePages, SCRIPTS } from './office-pages.ts';

// The city's rules but for one line, by which a county that raises basic insurance leaves some families worse off.
const pages = officePages({ rules: cityWithHiddenCliff() });
const { office } = pages;
const PERIOD = '{from: 2019-10-01, to: 2019-12-31}';
const LATE = '{from: 2019-11-01, to: 2019-12-31}';
/** What stays Chinese in English: what people wrote. */
const WRITTEN = [/某某人/, /请附报价/, /报价不全/, /补充报价/, /提高意外医疗/];

const claim = { type: 'accident', accident: { grades: [], death: false }, cost: { accidentMedical: 9500 } };
const paidOn = async (date: string) => {
  const { json } = await office.service.post(JSON.stringify({ ...example, date, claim }));
  return json.paid;
};

describe('a submission', () => {
  let draft: DraftJson;

  it('is compared, commented on and sent back; nothing that people wrote runs', async () => {
    const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-10-01' });
    const saved = draftIn(await office.save('G-ED1', begun, guan('  accident.medical: 9000', PERIOD)));
    const reason = `提高意外医疗 ${SCRIPTS.join(' ')}`;
    draft = draftIn(await office.change('G-ED1', saved, 'submission', { reason }));
    const written = await pages.open('G-ED1', `/drafts/${draft.id}`);
    await written.getByText('待审核', { exact: true }).waitFor();
    await written.close();
    const page = await pages.open('G-RE1', '/reviews');
    await page
      .getByRole('row', { name: /提交理由：提高意外医疗.*今天提交/ })
      .getByRole('link', { name: /5,000 元提高到 9,000 元/ })
      .click();
    const change = page.getByRole('row', { name: /▲ 更好.*5,000.*9,000/ });
    await change.waitFor();
    // Said once.
    expect(await page.getByText(/5,000 元提高到 9,000 元/).count()).toBe(1);
    await page.getByText('待审核', { exact: true }).waitFor();
    await page.getByRole('button', { name: '显示两份原文' }).click();
    await page.getByRole('cell', { name: '+ accident.medical: 9000' }).waitFor();
    await page.getByRole('button', { name: /^步骤/ }).first().click();
    await page.getByRole('img').first().waitFor();
    await page.getByLabel('针对').selectOption('accident.medical');
    await page.getByLabel('批注内容').fill(`请附报价 ${SCRIPTS[0]}`);
    await page.getByRole('button', { name: '写批注' }).dblclick();
    await page.getByRole('listitem').filter({ hasText: '请附报价' }).waitFor();
    await page.locator('textarea:focus').waitFor();
    await page.getByRole('button', { name: '写批注' }).and(page.locator(':disabled')).waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: '请附报价' }).count()).toBe(1);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByLabel('针对').selectOption('accident.medical');
    await page.getByLabel('批注内容').fill('请补报价');
    await page.getByRole('button', { name: '退回修改……' }).click();
    // With no reason it says so, as a submission does.
    await page.getByRole('button', { name: '退回修改', exact: true }).click();
    await page.getByText('请填写理由').waitFor();
    expect(await page.getByLabel('退回理由').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('退回理由').fill(`报价不全 ${SCRIPTS[1]}`);
    // What is not sent is there again, for who wrote it alone.
    await page.reload();
    await expect.poll(() => page.getByLabel('退回理由').inputValue()).toBe(`报价不全 ${SCRIPTS[1]}`);
    expect(await page.getByLabel('批注内容').inputValue()).toBe('请补报价');
    await expect.poll(() => page.getByLabel('针对').inputValue()).toBe('accident.medical');
    await page.getByRole('button', { name: '退回修改', exact: true }).click();
    await page.getByText(/某某人（G-RE1）退回：报价不全/).waitFor();
    // What was sent is kept no longer, what was not still is.
    const kept = await page.evaluate('JSON.stringify({ ...localStorage })');
    expect(kept).toContain('请补报价');
    expect(kept).not.toContain('报价不全');
    pages.expectUnbroken();
    await page.close();
  });

  it('comes again with what was seen marked; who wrote it sees why they may not approve', async () => {
    draft = draftIn(await office.send('G-ED1', 'GET', `/drafts/${draft.id}`));
    draft = draftIn(
      await office.save('G-ED1', draft, guan('  accident.medical: 9000\n  property.theft: 7000', PERIOD)),
    );
    draft = draftIn(await office.change('G-ED1', draft, 'submission', { reason: '补充报价' }));
    const writer = await pages.open('G-ED1', `/reviews/${draft.id}`);
    await writer.getByText('您写过或提交过其中一部分').waitFor();
    expect(await writer.getByRole('button', { name: '批准' }).count()).toBe(0);
    await writer.close();
    const other = await pages.open('C-RE', `/reviews/${draft.id}`);
    await other.getByText('无须市级批准').waitFor();
    await other.close();
    // Somebody else’s eyes are not one’s own.
    const second = await pages.open('G-RE2', `/reviews/${draft.id}`);
    await second.getByRole('row', { name: /提高到 9,000 元/ }).waitFor();
    expect(await second.getByText(/以前看过|新增/).count()).toBe(0);
    await second.close();
    const page = await pages.open('G-RE1', `/reviews/${draft.id}`);
    await page.getByRole('row', { name: /9,000.*以前看过/ }).waitFor();
    await page.getByRole('row', { name: /7,000.*新增/ }).waitFor();
    await page.getByRole('button', { name: /^标为已处理：请附报价/ }).click();
    await page.getByText('某某人（G-RE1）已处理').waitFor();
    await expectFitForUse(page, WRITTEN);
  });

  it('is approved and published by keyboard alone, and holds from its first day on', async () => {
    const page = await pages.open('G-RE1', `/reviews/${draft.id}`, { width: 390, height: 844 });
    const approve = page.getByRole('button', { name: '批准', exact: true });
    await approve.waitFor();
    const pressed = async (name: string) => {
      for (let tabs = 0; tabs < 80; tabs++) {
        await page.keyboard.press('Tab');
        const focused = page.locator(':focus');
        if ((await focused.count()) === 1 && (await focused.innerText()) === name) return page.keyboard.press('Enter');
      }
      throw new Error(`${name} is not reached by keyboard`);
    };
    const focused = (name: string) =>
      expect.poll(() => page.locator(':focus').innerText(), { timeout: 20_000 }).toBe(name);
    await pressed('批准');
    await focused('确认批准');
    await page.keyboard.press('Escape');
    await focused('批准');
    expect(draftIn(await office.send('G-RE1', 'GET', `/drafts/${draft.id}`)).state).toBe('submitted');
    await page.keyboard.press('Enter');
    await focused('确认批准');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '发布', exact: true }).waitFor();
    const decision = page.locator('.review-decision:focus');
    await decision.waitFor();
    await pressed('发布');
    await page.getByText('冠县从 2019-10-01 起的申请按它结算。发布过的版本不再改动，也不会删除。').waitFor();
    await focused('确认发布');
    // Asked, and not meant: nothing has happened, and it goes on from the same place.
    await page.keyboard.press('Escape');
    await focused('发布');
    expect(draftIn(await office.send('G-RE1', 'GET', `/drafts/${draft.id}`)).state).toBe('approved');
    await page.keyboard.press('Enter');
    await focused('确认发布');
    await page.keyboard.press('Enter');
    await page.getByText(/已发布为 [0-9.]+ 版/).waitFor();
    await decision.waitFor();
    await page.close();
    expect(await paidOn('2019-09-30')).toBe(5000);
    expect(await paidOn('2019-10-01')).toBe(9000);
    pages.expectUnbroken();
  });

  it('tells once it is published what was approved', async () => {
    const page = await pages.open('C-RE', `/reviews/${draft.id}`);
    await page.getByRole('row', { name: /▲ 更好.*5,000.*9,000/ }).waitFor();
    await page.getByRole('columnheader', { name: '此前个人负担' }).waitFor();
    await page.getByText('已发布为 1.0.0 版：某某人（G-RE1）于 2019-05-01 08:00 发布。').waitFor();
    expect(await page.getByText('您不能批准这份提交').count()).toBe(0);
    // The states have the same words as on the drafts' own pages.
    await page
      .getByRole('definition')
      .filter({ hasText: /^已发布$/ })
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('link', { name: '查看各版本' }).click();
    await page.getByRole('heading', { name: '冠县 · 版本' }).waitFor();
    pages.expectUnbroken();
    await page.close();
  });

  it('tells of a raised sum insured, which lowers nobody’s bill', async () => {
    const waiting = await office.submitted(
      'G-ED1',
      guan('  accident.medical: 9500\n  accident.premium: 12\n  accident.death: 36000', LATE),
    );
    const page = await pages.open('G-RE1', `/reviews/${waiting.id}`);
    await page.getByText('县级 0.00 → 20,000.00 元（+20,000.00）').waitFor();
    await page.getByRole('row', { name: /意外身故.*39,000.00 → 45,500.00.*▲ 少付 500.00；▲ 多得 6,500.00/ }).waitFor();
    await page.close();
    draftIn(await office.change('G-ED1', waiting, 'withdrawal'));
  });

  it('is refused where the text moved on meanwhile', async () => {
    const waiting = await office.submitted('G-ED1', guan('  accident.medical: 9500', LATE));
    const page = await pages.open('G-RE1', `/reviews/${waiting.id}`);
    await page.getByRole('button', { name: '批准', exact: true }).waitFor();
    draftIn(await office.change('G-ED1', waiting, 'comments', { text: '请附报价' }));
    await page.getByRole('button', { name: '批准', exact: true }).click();
    await page.getByRole('button', { name: '确认批准' }).click();
    await page.getByRole('alert').filter({ hasText: 'G-ED1 于 2019-05-01 08:00 写了批注' }).waitFor();
    // The page has been brought up to date: now it is of what was looked at.
    await page.getByRole('listitem').filter({ hasText: '请附报价' }).waitFor();
    const said = draftIn(await office.send('G-ED1', 'GET', `/drafts/${waiting.id}`));
    draftIn(await office.change('G-ED1', said, 'withdrawal'));
    await page.getByRole('button', { name: '批准', exact: true }).click();
    await page.getByRole('button', { name: '确认批准' }).click();
    await page.getByRole('alert').filter({ hasText: '草稿现在的状态是“起草中”' }).waitFor();
    await page.getByText('提交已撤回，正在修改').waitFor();
    expect(await page.getByRole('button', { name: '批准', exact: true }).count()).toBe(0);
    expect(await page.getByRole('alert').innerText()).not.toMatch(/[a-z]{4}/);
    await page.close();
  });
});

describe('a draft that hides a cliff', () => {
  const bill = (page: Page) => page.getByRole('region', { name: '这个家庭的账单' });

  it('shows who types it the family’s bill that gets worse; mended, it is proved', async () => {
    const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-10-01' });
    const plain = guan(plainFigures, '{from: 2019-12-01, to: 2019-12-31}');
    const { id } = draftIn(await office.save('G-ED1', begun, plain));
    const page = await pages.open('G-ED1', `/drafts/${id}`);
    await page.getByText('✓ 已证明，单次申请：无人比按市级标准更差').waitFor();
    // The year's own answer stands beside, and nowhere where a claim alone loses.
    await page.getByText(/全年合计/).waitFor();
    const ratio = page.getByRole('textbox', { name: /^基本医保报销比例.*三级/ });
    await ratio.fill('75%');
    await page.getByText(/^✗ 有家庭比按市级标准更差：多付 7,861.26 元/).waitFor();
    await bill(page)
      .getByRole('region', { name: '按本草稿', exact: true })
      .getByText('按本草稿 · 个人负担 47,861.25 元')
      .waitFor();
    expect(await bill(page).getByRole('img').count()).toBe(2);
    expect(await bill(page).getByText('按市级标准 · 个人负担 39,999.99 元').count()).toBe(1);
    expect(await page.getByRole('link', { name: '✗ 有人低于市级标准' }).count()).toBe(1);
    expect(await page.getByText(/全年合计/).count()).toBe(0);
    await ratio.fill('');
    await page.getByText('✓ 已证明，单次申请：无人比按市级标准更差').waitFor();
    expect(await bill(page).count()).toBe(0);
    pages.expectUnbroken();
    await page.close();
  });

  it('is approved by the county, and by the city with its reason alone; then the county publishes it', async () => {
    const hiding = guan(hidingFigures, '{from: 2019-12-01, to: 2019-12-31}');
    const { id } = await office.submitted('G-ED1', hiding);
    const county = await pages.open('G-RE2', `/reviews/${id}`);
    await county.getByText('无人比按市级标准更差的证明：✗ 未通过 – 被推翻：有家庭会更差').waitFor();
    await county.getByText('格式与底线：✓ 通过 – 格式正确，无一处低于市级底线').waitFor();
    await county.getByRole('button', { name: '批准', exact: true }).click();
    await county.getByRole('button', { name: '确认批准' }).click();
    await county.getByText('您已经批准。').waitFor();
    expect(await county.getByText('您不能批准这份提交').count()).toBe(0);
    const city = await pages.open('C-RE', `/reviews/${id}`, { width: 390, height: 844 });
    const override = city.getByRole('button', { name: '仍然批准……' });
    await bill(city).getByRole('img').nth(1).waitFor();
    // At hand without scrolling to the end.
    const box = await override.boundingBox();
    expect((box?.y ?? 1000) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    await override.click();
    await city.getByRole('button', { name: '仍然批准', exact: true }).click();
    await city.getByText('请填写理由').waitFor();
    await city.getByLabel(/为什么仍可施行/).fill('两户，另行救助');
    await city.getByRole('button', { name: '仍然批准', exact: true }).click();
    await city.getByText('仍予批准的理由：两户，另行救助').waitFor();
    // Nothing went wrong: the decision is taken, and can be taken back.
    await city.getByText('已批准，待县审核人发布。').waitFor();
    expect(await city.getByText('您不能批准这份提交').count()).toBe(0);
    await city.getByRole('button', { name: '退回修改……' }).waitFor();
    await expectFitForUse(city, [...WRITTEN, /两户，另行救助/, /更多给付/]);
    // Slower than whoever publishes: nothing that comes late moves what they press.
    let arrives = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrives = resolve;
    });
    await county.route('**/api/v1/edges', (route) => arrived.then(() => route.continue()));
    await county.reload();
    const differing = county.getByRole('row', { name: /[▲▼] (少付|多付) [0-9]/ });
    await differing.first().waitFor();
    const approved = await differing.allInnerTexts();
    // What it costs, by what the reviewer reckons with.
    await county.getByText('一年约多付多少').click();
    await county
      .getByLabel(/^一年几份/)
      .first()
      .fill('10');
    await county.getByText(/^一年约[多少]付 [0-9,.]+ 元$/).waitFor();
    await county.getByRole('button', { name: '发布', exact: true }).click();
    const confirm = county.getByRole('button', { name: '确认发布' });
    await confirm.waitFor();
    const place = await confirm.boundingBox();
    arrives();
    await county.getByRole('heading', { name: '谁受益' }).waitFor();
    expect(await confirm.boundingBox()).toEqual(place);
    // Whoever has asked for no motion finds what opens at its place, and a press on it is not lost.
    expect(await county.evaluate('document.getAnimations().length')).toBe(0);
    await confirm.click();
    await county.getByText(/已发布为 [0-9.]+ 版/).waitFor();
    await county.reload();
    await differing.first().waitFor();
    expect(await differing.allInnerTexts()).toEqual(approved);
    await county.close();
    pages.expectUnbroken();
  });
});

describe('the queue', () => {
  it.each(['G-RE1', 'A-N', null] as const)('is fit for use by %s', async (someone) => {
    await expectFitForUse(await pages.open(someone, '/reviews'), WRITTEN);
    pages.expectUnbroken();
  });
});
