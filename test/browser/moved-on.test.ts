import { expect, it } from 'vitest';
import { type DraftJson, draftIn } from '../http/drafts/county-office.ts';
import { officePages } from './office-pages.ts';

const pages = officePages({ now: '2019-07-02T00:00:00Z', samples: true });
const { office } = pages;

/** A draft of Guan County with some of its text changed, from September on. */
async function written(...changes: readonly (readonly [string, string])[]): Promise<DraftJson> {
  const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  const from = ['effective: {from: 2019-07-01', 'effective: {from: 2019-09-01'] as const;
  const text = [from, ...changes].reduce((sofar, [one, other]) => sofar.replace(one, other), begun.text);
  return { ...draftIn(await office.save('G-ED1', begun, text)), text };
}

async function approved(draft: DraftJson): Promise<DraftJson> {
  const submitted = draftIn(await office.change('G-ED1', draft, 'submission', { reason: '提高（虚构）' }));
  const body = { digest: submitted.submission?.documentDigest };
  const county = draftIn(await office.change('G-RE1', submitted, 'approvals', body));
  return draftIn(await office.change('C-RE', county, 'approvals', body));
}

const textOf = async ({ id }: DraftJson) => draftIn(await office.send('G-ED1', 'GET', `/drafts/${id}`)).text;

it('what is published meanwhile is told to who reviews and who writes, and their draft is carried onto it in one click', async () => {
  const waiting = await approved(await written(['accident.medical: 8000', 'accident.medical: 9000']));
  const both = await written(['annualCap: 350000', 'annualCap: 380000'], ['theft: 6000', 'theft: 7000']);
  const first = await approved(await written(['annualCap: 350000', 'annualCap: 400000']));
  draftIn(await office.change('G-RE1', first, 'publication'), 201);

  const review = await pages.open('G-RE1', `/reviews/${waiting.id}`);
  const told =
    /这份草稿提交之后，又发布了 1\.\d+\.\d+ 版（2019-09-01 起施行，某某人（G-RE1）于 2019-07-02 08:00 发布）/;
  await review.getByRole('alert').filter({ hasText: told }).waitFor();
  const publish = review.getByRole('button', { name: '发布', exact: true });
  expect(await publish.isDisabled()).toBe(true);
  await review.getByText('请退回，由编写人并入现行标准后再提交。').waitFor();
  // Each thing says of which moment it is.
  await review.getByText(/与现在的现行标准比较。草稿里没有 1\.\d+\.\d+ 版的改动/).waitFor();
  await review.getByText(/提交时为 1\.\d+\.\d+，重新提交时另算/).waitFor();
  await review.getByRole('heading', { name: '检查 提交时（2019-07-02 08:00）的结果' }).waitFor();
  await review.close();

  const page = await pages.open('G-ED1', `/drafts/${waiting.id}`);
  await page.getByRole('alert').filter({ hasText: told }).waitFor();
  await page.getByRole('button', { name: '撤回并入现行标准' }).click();
  await page.getByText(/^已并入 1\.\d+\.\d+ 版，保留本草稿的 1 处改动。/).waitFor();
  const text = await textOf(waiting);
  expect(text).toContain('supplementaryMedical.annualCap: 400000');
  expect(text).toContain('accident.medical: 9000');
  expect(draftIn(await office.send('G-ED1', 'GET', `/drafts/${waiting.id}`)).state).toBe('draft');
  await page.reload();
  await page.getByRole('button', { name: '提交审核' }).waitFor();
  expect(await page.getByText('又发布了').count()).toBe(0);

  // Both changed one figure: nothing is taken unasked.
  await page.goto(`${office.service.address}/drafts/${both.id}`);
  await page.getByText(/这份草稿起草之后，又发布了 1\.\d+\.\d+ 版/).waitFor();
  await page.getByRole('button', { name: '并入现行标准' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('只有本草稿改过的 1 处照本草稿保留。').waitFor();
  const take = dialog.getByRole('button', { name: '并入现行标准' });
  expect(await take.isDisabled()).toBe(true);
  expect(await dialog.getByRole('row').nth(1).innerText()).toMatch(/年度封顶线\s+400,000 元\s+380,000 元/);
  await dialog.getByRole('radio', { name: /本草稿 380,000 元/ }).check();
  await take.click();
  await page.getByText(/^已并入 1\.\d+\.\d+ 版/).waitFor();
  expect(await textOf(both)).toMatch(/annualCap: 380000[\s\S]*theft: 7000/);
  pages.expectUnbroken();
  await page.close();
});
