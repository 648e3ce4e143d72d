import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type DraftJson, draftIn } from '../http/drafts/county-office.ts';
import { officePages } from './office-pages.ts';

const pages = officePages({ now: '2019-07-02T00:00:00Z', samples: true });
const { office } = pages;

const textOf = async ({ id }: DraftJson) => draftIn(await office.send('G-ED1', 'GET', `/drafts/${id}`)).text;

/** A draft of Guan County from what is in force, with some of its text changed. */
async function written(...changes: readonly (readonly [string | RegExp, string])[]): Promise<DraftJson> {
  const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  const text = changes.reduce((sofar, [one, other]) => sofar.replace(one, other), begun.text);
  return { ...draftIn(await office.save('G-ED1', begun, text)), text };
}

async function submitted(draft: DraftJson, reason: string): Promise<DraftJson> {
  return draftIn(await office.change('G-ED1', draft, 'submission', { reason }));
}

async function published(draft: DraftJson): Promise<DraftJson> {
  const body = { digest: draft.submission?.documentDigest };
  const county = draftIn(await office.change('G-RE1', draft, 'approvals', body));
  const approved =
    county.state === 'approved' ? county : draftIn(await office.change('C-RE', county, 'approvals', body));
  const version = draftIn(await office.change('G-RE1', approved, 'publication'), 201);
  // What is begun from here on is begun after it.
  office.now = new Date(office.now.getTime() + 60_000);
  return version;
}

const FROM_AUGUST = ['effective: {from: 2019-07-01', 'effective: {from: 2019-08-01'] as const;
const CAP = ['annualCap: 350000', 'annualCap: 400000'] as const;
const MEDICAL = ['accident.medical: 8000', 'accident.medical: 9000'] as const;

/** Pictures to be looked at, where a folder for them is named. */
async function picture(page: Page, name: string) {
  const folder = process.env.PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  for (const [width, height] of [
    [1366, 768],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

it('a draft that would undo a version which has not begun says so wherever it is decided on, and that version is not put back in vain', async () => {
  const later = await published(await submitted(await written(FROM_AUGUST, CAP), '封顶线到 40 万'));
  const version = later.publication?.version ?? '';
  const draft = await written(MEDICAL);

  const editor = await pages.open('G-ED1', `/drafts/${draft.id}`);
  const banner = editor.getByRole('alert').filter({ hasText: `${version} 版已发布，2019-08-01 起施行` });
  await banner.waitFor();
  const part = editor.getByRole('region', { name: `还将取代 ${version} 版（2019-08-01 至 2019-12-31）` });
  await part.getByText(`有 1 处比 ${version} 版差`).waitFor();
  await part.getByText(/▼ 更差.*400,000.*350,000/).waitFor();
  await part.getByText('2019-08-01 的典型申请：').waitFor();
  await picture(editor, 'draft');

  // Whoever reviews is told the same, and asked before they approve and publish.
  const waiting = await submitted(draft, '医疗费用到 9,000');
  const said = { text: '封顶线怎么办？' };
  draftIn(await office.change('G-RE1', waiting, 'comments', said));
  const reviewer = await pages.open('G-RE1', `/reviews/${draft.id}`);
  const onReview = reviewer.getByRole('region', { name: `还将取代 ${version} 版（2019-08-01 至 2019-12-31）` });
  await onReview.getByText(/▼ 更差.*400,000.*350,000/).waitFor();
  await picture(reviewer, 'review');
  await reviewer.getByRole('button', { name: '批准', exact: true }).click();
  const dialog = reviewer.getByRole('dialog');
  await dialog.getByText('还有 1 条批注没有标为已处理：').waitFor();
  await dialog.getByText('封顶线怎么办？').waitFor();
  await dialog.getByText(/▲ 更好.*8,000.*9,000/).waitFor();
  await dialog.getByText(`将取代并暂停 ${version} 版（2019-08-01 至 2019-12-31）。`).waitFor();
  await dialog.getByText(/由 400,000 .*350,000/).waitFor();
  await picture(reviewer, 'approve');
  await dialog.getByRole('button', { name: '确认批准' }).click();
  await reviewer.getByText(/您已经批准。 还须市审核人（.*执行期从过去开始.*）批准，之后才能发布。/).waitFor();
  await picture(reviewer, 'approved');
  const body = { digest: waiting.submission?.documentDigest };
  const now = draftIn(await office.send('G-RE1', 'GET', `/drafts/${draft.id}`));
  draftIn(await office.change('C-RE', now, 'approvals', body));
  await reviewer.reload();
  await reviewer.getByRole('button', { name: '发布', exact: true }).click();
  await dialog.getByText(`将取代并暂停 ${version} 版（2019-08-01 至 2019-12-31）。`).waitFor();
  await picture(reviewer, 'publish');
  await dialog.getByRole('button', { name: '确认发布' }).click();
  await reviewer.getByText(/已发布为/).waitFor();
  const last = draftIn(await office.send('G-RE1', 'GET', `/drafts/${draft.id}`)).publication?.version ?? '';
  // What was decided on is told for ever.
  await onReview.getByText(/▼ 更差.*400,000.*350,000/).waitFor();

  await reviewer.goto(`${office.service.address}/counties/371525/versions`);
  await reviewer.getByRole('button', { name: `恢复：${version}` }).click();
  await reviewer.getByText(`恢复后仍不会施行：${last} 版后发布`).waitFor();
  await reviewer.getByRole('textbox', { name: /^恢复/ }).fill('误暂停');
  await reviewer.getByRole('button', { name: '恢复', exact: true }).click();
  await reviewer.getByRole('row', { name: new RegExp(`^${version} .*从未 有效，但被 ${last} 版取代`) }).waitFor();
  await reviewer.getByRole('row', { name: /^1\.0\.0 .*按现在的版本：不施行 曾于 2019-07-01 施行/ }).waitFor();
  await picture(reviewer, 'versions');
  pages.expectUnbroken();
  await Promise.all([editor.close(), reviewer.close()]);
});

it('it goes on from that version, or ends the day before it', async () => {
  const later = await published(await submitted(await written(FROM_AUGUST, CAP), '封顶线到 40 万'));
  const version = later.publication?.version ?? '';
  const [one, other] = [await written(['theft: 6000', 'theft: 7000']), await written(['theft: 6000', 'theft: 7500'])];

  const page = await pages.open('G-ED1', `/drafts/${one.id}`);
  await page.getByRole('button', { name: `改从 ${version} 版起草` }).click();
  await page.getByText(`已并入 ${version} 版，保留本草稿的 1 处改动。`).waitFor();
  expect(await textOf(one)).toMatch(/from: 2019-08-01[\s\S]*annualCap: 400000[\s\S]*theft: 7000/);
  expect(await page.getByText('在这份草稿的执行期内').count()).toBe(0);

  await page.goto(`${office.service.address}/counties/371525`);
  await page.getByText(`须并入 ${version} 版`).waitFor();
  await picture(page, 'county');
  await page.getByRole('link', { name: /7,500/ }).click();
  await page.getByRole('button', { name: '本草稿止于 2019-07-31' }).click();
  await expect.poll(() => page.getByText('在这份草稿的执行期内').count()).toBe(0);
  await expect.poll(() => textOf(other)).toMatch(/to: "?2019-07-31/);
  pages.expectUnbroken();
  await page.close();
});

it('a draft is called by what its writers changed, whatever is published since; a version by its content too', async () => {
  const draft = await written(['theft: 6000', 'theft: 9000']);
  const sent = await submitted(draft, '已补充报价');
  draftIn(await office.change('G-RE1', sent, 'returns', { reason: '请补报价' }));
  const other = await submitted(await written([/accident.medical: \d+/, 'accident.medical: 12000']), '再提高');
  await published(other);

  const page = await pages.open('G-ED1', '/counties/371525');
  const row = page.getByRole('rowheader').filter({ hasText: '提交理由：已补充报价' });
  await row.getByRole('link', { name: /由 [\d,]+ 元提高到 9,000 元/ }).waitFor();
  expect(await row.getByRole('link').innerText()).not.toContain('另有');
  const became = page.getByRole('rowheader').filter({ hasText: '提交理由：再提高' });
  await became.getByRole('link', { name: /12,000/ }).waitFor();
  await page.close();
});

it('a first day without standards is a problem of the draft, with its county by name, and nothing to try again', async () => {
  const draft = await written(['effective: {from: 2019-07-01', 'effective: {from: 2018-01-01']);
  const page = await pages.open('G-ED1', `/drafts/${draft.id}`);
  await page.getByText(/有 1 处问题，改正后才能提交/).waitFor();
  await page.getByRole('button', { name: '1 处问题' }).click();
  await page.getByRole('listitem').filter({ hasText: '冠县在 2018-01-01 没有现行有效的标准。' }).waitFor();
  expect(await page.getByRole('button', { name: '提交审核' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0);
  expect(await page.getByText('规则集').count()).toBe(0);
  expect(await page.getByText('371525').count()).toBe(0);
  await picture(page, 'first-day');
  pages.expectUnbroken();
  await page.close();
});

it('a city’s reviewer is told of what the counties published since the submission, on the page and anew in both dialogs', async () => {
  const begun = await office.begin('C-ED', { jurisdiction: '371500', version: '1.0.0' });
  const cityText = begun.text
    .replace(/(accident\.medical:\s*\{value: )5000/, (_, head: string) => `${head}13000`)
    .replace('effective: {from: 2019-01-01', 'effective: {from: 2019-10-01');
  const saved = draftIn(await office.save('C-ED', begun, cityText));
  const city = draftIn(await office.change('C-ED', saved, 'submission', { reason: '全市提高' }));
  const later = async (from: string, theft: number) => {
    const changes = [
      [/effective: \{from: [\d-]+/, `effective: {from: ${from}`],
      [/theft: \d+/, `theft: ${theft}`],
    ] as const;
    const made = await published(await submitted(await written(...changes), '再提高'));
    return `冠县 ${made.publication?.version} 版（${from} 至 2019-12-31）`;
  };
  const [first] = [await later('2019-11-01', 9100)];

  const page = await pages.open('C-RE', `/reviews/${city.id}`);
  const part = page.getByRole('region', { name: '发布后对已发布版本的影响' });
  await part.getByText('将暂停 1 个已发布、尚未生效的版本').waitFor();
  await part.getByText(first).waitFor();
  const row = part.getByRole('row', { name: /^冠县 .*意外伤害医疗保额.* 12,000 元 13,000 元$/ }).first();
  await row.waitFor();
  await picture(page, 'city-review');

  // It is taken back by another while the page is open; the question tells of the other.
  const second = await later('2019-12-01', 9200);
  await page.getByRole('button', { name: '批准', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(second).waitFor();
  expect(await dialog.getByText(first).count()).toBe(0);
  await dialog.getByText('将超过 1 个县的 1 项数值，见“发布后对已发布版本的影响”。').waitFor();
  await picture(page, 'city-approve');
  await dialog.getByRole('button', { name: '确认批准' }).click();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await dialog.getByText('发布这个版本？').waitFor();
  await dialog.getByText(second).waitFor();
  await dialog.getByRole('button', { name: '确认发布' }).click();
  await page.getByText(/已发布为/).waitFor();
  expect(await part.count()).toBe(0);

  // A draft with a figure that the city has gone beyond since, and that its writer left as it was, keeps its name.
  await written([/effective: \{from: [\d-]+/, 'effective: {from: 2019-10-15'], [/theft: \d+/, 'theft: 9900']);
  const writer = await pages.open('G-ED1', '/counties/371525');
  const named = writer.getByRole('rowheader').filter({ has: writer.getByRole('link', { name: /9,900 元/ }) });
  await named.getByText(/^劣于市级标准：意外伤害医疗保额.*市级 13,000 元，本县写 12,000 元.*，不能提交$/).waitFor();
  expect(await named.getByRole('link').innerText()).not.toContain('劣于市级标准');
  await picture(writer, 'city-county');
  pages.expectUnbroken();
  await Promise.all([page.close(), writer.close()]);
});

it('a city’s official prepares next year’s plan: the products move with its days, it is submitted, and its reviewer sees it settle', async () => {
  const { id } = await office.begin('C-ED', { jurisdiction: '371500', version: '1.0.0' });
  const page = await pages.open('C-ED', `/drafts/${id}`);
  const stored = async () => draftIn(await office.send('C-ED', 'GET', `/drafts/${id}`));
  for (const [label, day] of [
    ['生效末日', '2020-12-31'],
    ['生效首日', '2020-01-01'],
  ] as const) {
    await page.getByLabel(label).fill(day);
    await page.getByLabel(label).press('Enter');
  }
  await expect
    .poll(async () => (await stored()).text?.match(/\{from: "2020-01-01", to: "2020-12-31"\}/g))
    .toHaveLength(4);
  await expect.poll(() => page.getByRole('button', { name: '提交审核' }).isEnabled()).toBe(true);
  expect(await page.getByRole('button', { name: /处问题/ }).count()).toBe(0);
  await office.change('C-ED', await stored(), 'submission', { reason: '2020 年度方案' });

  const review = await pages.open('C-RE', `/reviews/${id}`);
  await review.getByText('2020-01-01 尚无现行标准可比，以下只按本方案结算。').waitFor();
  await review
    .getByRole('row', { name: /– [\d,.]+( 元)? –/ })
    .first()
    .waitFor();
  expect(await review.getByText('没有生效的规则集').count()).toBe(0);
  pages.expectUnbroken();
  await Promise.all([page.close(), review.close()]);
});
