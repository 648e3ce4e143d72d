import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type DraftJson, draftIn } from '../http/drafts/county-office.ts';
import { officePages } from './office-pages.ts';

const pages = officePages({ now: '2019-07-02T00:00:00Z', samples: true });
const { office } = pages;

const CAP = '医疗商业补充保险年度封顶线';

/** A draft of Guan County from September on, with one figure changed, submitted. */
async function submitted(change: readonly [string, string], reason: string): Promise<DraftJson> {
  const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  const from = ['effective: {from: 2019-07-01', 'effective: {from: 2019-09-01'] as const;
  const text = [from, change].reduce((sofar, [one, other]) => sofar.replace(one, other), begun.text);
  const saved = draftIn(await office.save('G-ED1', begun, text));
  return draftIn(await office.change('G-ED1', saved, 'submission', { reason }));
}

const sendBack = async (draft: DraftJson, reason: string) =>
  draftIn(await office.change('G-RE1', draft, 'returns', { reason }));

/** That a draft was sent back, as its page says it. */
const notice = (page: Page, reason: string) =>
  page.getByRole('alert').filter({ hasText: new RegExp(`某某人（G-RE1）于 2019-07-02 08:00 退回：${reason}`) });

const waiting = (page: Page) => page.getByRole('region', { name: '被退回' }).getByRole('listitem');

it('why a draft was sent back stays on it, and it among what is to be done, until it is submitted again', async () => {
  const { id } = await sendBack(await submitted(['theft: 6000', 'theft: 7000'], '盗抢提高'), '缺少报价依据');
  const page = await pages.open('G-ED1', `/drafts/${id}`);
  await notice(page, '缺少报价依据').waitFor();
  await page.getByRole('textbox', { name: CAP }).fill('400,000');
  await page.getByText('起草中', { exact: true }).waitFor();
  await page.getByText(/^已保存/).waitFor();
  await notice(page, '缺少报价依据').waitFor();
  await page.reload();
  await notice(page, '缺少报价依据').waitFor();

  await page.getByRole('link', { name: '待办' }).click();
  await waiting(page).getByRole('link').click();
  await page.waitForURL(new RegExp(`/drafts/${id}$`));
  await page.getByRole('button', { name: '提交审核' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('提交理由').fill('已附报价');
  await dialog.getByLabel('修改理由').fill('提高保额');
  await dialog.getByRole('button', { name: '提交审核' }).click();
  await page.getByText('待审核', { exact: true }).waitFor();
  expect(await notice(page, '缺少报价依据').count()).toBe(0);
  await page.getByRole('link', { name: '待办' }).click();
  await page.getByText('没有待办。').waitFor();
  pages.expectUnbroken();
  await page.close();
});

it('stays so when the draft is carried onto what was published meanwhile', async () => {
  const { id } = await sendBack(
    await submitted(['accident.medical: 8000', 'accident.medical: 9000'], '提高'),
    '先等市里',
  );
  const other = await submitted(['theft: 6000', 'theft: 8000'], '盗抢');
  const body = { digest: other.submission?.documentDigest };
  const county = draftIn(await office.change('G-RE1', other, 'approvals', body));
  const city = await office.change('C-RE', county, 'approvals', body);
  const ready = city.status < 300 ? draftIn(city) : county;
  draftIn(await office.change('G-RE1', ready, 'publication'), 201);

  const page = await pages.open('G-ED1', `/drafts/${id}`);
  await page.getByRole('button', { name: '并入现行标准' }).click();
  await page.getByText(/^已并入 1\.\d+\.\d+ 版/).waitFor();
  await notice(page, '先等市里').waitFor();
  await page.reload();
  await notice(page, '先等市里').waitFor();
  pages.expectUnbroken();
  await page.close();
});

it('what is to be done, and what waits for review, is told apart by content, reason, and who sent it back and why', async () => {
  const long = `请按承保机构的正式报价重新测算${'，并附上全年保费的明细'.repeat(20)}`;
  await sendBack(await submitted(['annualCap: 350000', 'annualCap: 360000'], '封顶线提到 36 万元'), long);
  const editor = await pages.open('G-ED1', '/tasks');
  const row = waiting(editor).filter({ hasText: '提交理由：封顶线提到 36 万元' });
  await row.getByRole('link', { name: new RegExp(`^冠县 · .*${CAP}.*360,000`) }).waitFor();
  await row.getByText(/某某人（G-RE1）于 2019-07-02 08:00 退回：请按承保机构的正式报价重新测算.*…$/).waitFor();
  expect(await row.innerText()).not.toContain(long);
  expect(await waiting(editor).count()).toBe(2);

  await editor.goto(`${office.service.address}/counties/371525`);
  const listed = editor.getByRole('rowheader').filter({ hasText: '提交理由：封顶线提到 36 万元' });
  await listed.getByRole('link', { name: new RegExp(`${CAP}.*360,000`) }).waitFor();
  await editor.close();

  const { id } = await submitted(['annualCap: 350000', 'annualCap: 370000'], '封顶线提到 37 万元');
  const reviewer = await pages.open('G-RE1', '/tasks');
  const toApprove = reviewer.getByRole('region', { name: '待审核' }).locator(`li:has(a[href="/reviews/${id}"])`);
  await toApprove.getByRole('link', { name: new RegExp(`^冠县 · .*${CAP}.*370,000`) }).waitFor();
  await toApprove.getByText('提交理由：封顶线提到 37 万元').waitFor();
  await reviewer.goto(`${office.service.address}/reviews/${id}`);
  await reviewer.getByText('✓ 已证明，单次申请：无人比按市级标准更差').waitFor();
  await reviewer.getByText(/^△ 全年合计：个别情形下，同一人的两次申请合计，本人比按市级标准多付/).waitFor();
  await reviewer.getByText('看这两次申请').click();
  const second = reviewer.getByRole('region', { name: /^第二次申请/ });
  await second.getByText(/^按市级标准 · 个人负担/).waitFor();
  expect(
    await reviewer
      .getByRole('region', { name: '第一次申请' })
      .getByText(/^按本草稿 · 个人负担/)
      .count(),
  ).toBe(1);
  // Each is coloured by what it comes to itself: of the two one can be better.
  for (const claim of await reviewer.getByRole('region', { name: /^第[一二]次申请$/ }).all()) {
    const told = await claim.getByRole('heading', { level: 4 }).allInnerTexts();
    const [was = 0, is = 0] = told.map((one) => Number(/([0-9,]+\.\d\d) 元/.exec(one)?.[1]?.replaceAll(',', '')));
    const after = claim.getByRole('heading', { name: /^按本草稿/ });
    expect(await after.getAttribute('class')).toBe(is === was ? null : is < was ? 'better' : 'worse');
  }
  await reviewer.getByText(/保费（每人）与市级建议方向相反，沿用现行数字，非本次改动/).waitFor();
  await reviewer.goto(`${office.service.address}/reviews`);
  const queued = reviewer.getByRole('row').filter({ hasText: '封顶线提到 37 万元' });
  await queued.getByText(new RegExp(`${CAP}.*370,000`)).waitFor();
  pages.expectUnbroken();
  await reviewer.close();
});
