import type { Page } from 'playwright-core';

/** One page of which pictures are taken. */
export interface Picture {
  /** What its files are called, before size and language. */
  readonly name: string;
  /** Who looks, by the staff number of `rules/samples/office.yaml`; null for a visitor. */
  readonly by: string | null;
  /** Its address; null where the same person goes on from the picture before. */
  readonly path: string | null;
  /** What is done first; comes when the page shows what it is about. */
  readonly prepare: (page: Page) => Promise<unknown>;
  /** It is taken in English as well, after this was done. */
  readonly inEnglish?: (page: Page) => Promise<unknown>;
  /** Whether it is taken wide only: dialogs of work that nobody does on a phone. */
  readonly wideOnly?: true;
}

const CAP = '医疗商业补充保险年度封顶线';
const PROVED = /已证明，/;
const STAY =
  'place=371525&date=2019-09-01&type=inpatient&c.hospital.level=3&c.cost.inScope=280000&c.cost.outOfScope=35000';

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first().waitFor();
const table = (page: Page) => page.getByRole('table').first().waitFor();
const effects = (page: Page) => page.getByRole('complementary', { name: '改了会怎样' });

/** Types a figure, and waits until just that is saved: the trail then tells of as many saves each time. */
async function typeCap(page: Page, figure: string): Promise<void> {
  const field = page.getByRole('textbox', { name: CAP });
  await field.waitFor();
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT');
  await field.fill(figure);
  await saved;
  await page.getByText(/^已保存/).waitFor();
}

/** Types a figure into the draft that is open, and waits for what it does. */
async function raiseCap(page: Page): Promise<void> {
  await typeCap(page, '400,000');
  await effects(page)
    .getByRole('button', { name: /补充保险接近封顶/ })
    .waitFor();
  // What the service finds and proves comes a moment later.
  const premium = page.locator('[id="standard-supplementaryMedical.premium"]');
  await premium.getByText(/未按市级建议/).waitFor();
  await page.getByText(PROVED).first().waitFor();
  await inTheMiddle(page);
}

/** Scrolls to the figure that the pictures are about. */
async function inTheMiddle(page: Page): Promise<void> {
  const row = page.locator('[id="standard-supplementaryMedical.annualCap"]');
  await row.evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

/** All pages, in this order: what one leaves behind, the next ones show. */
export const PICTURES: readonly Picture[] = [
  {
    name: 'overview',
    by: null,
    path: '/overview?date=2019-09-01',
    prepare: (page) => page.getByRole('grid').waitFor(),
    inEnglish: (page) => page.getByRole('columnheader', { name: 'Standard' }).waitFor(),
  },
  { name: 'overview-claim', by: null, path: '/overview?date=2019-09-01&view=claim&claim=highCostStay', prepare: table },
  {
    name: 'history',
    by: null,
    path: '/overview?date=2019-09-01&history=supplementaryMedical.annualCap&at=371525',
    prepare: (page) => page.getByRole('dialog').getByRole('img').waitFor(),
  },
  { name: 'sign-in', by: null, path: '/sign-in', prepare: (page) => page.getByLabel('工号').waitFor() },
  { name: 'calculator', by: null, path: `/calculator?${STAY}`, prepare: table },
  { name: 'answer-sheet', by: null, path: `/calculator/sheet?${STAY}`, prepare: table },
  { name: 'policy', by: null, path: '/policy/371525?date=2019-09-01', prepare: table },
  { name: 'versions', by: null, path: '/counties/371522/versions', prepare: table },
  { name: 'compare', by: null, path: '/compare?from=371500&to=371525', prepare: heading('逐句说明') },
  {
    name: 'county',
    by: 'G-101',
    path: '/counties/371525',
    prepare: (page) => page.getByText(CAP).waitFor(),
  },
  {
    name: 'draft',
    by: 'G-101',
    path: null,
    prepare: async (page) => {
      await page.getByRole('button', { name: '起草修改' }).click();
      await raiseCap(page);
    },
    inEnglish: async (page) => {
      const does = page.getByRole('complementary', { name: 'What this does' });
      await does.getByRole('button', { name: /self-pay/ }).waitFor();
      await page.getByText('Being checked').waitFor({ state: 'hidden' });
      await inTheMiddle(page);
    },
  },
  {
    name: 'below-floor',
    by: 'G-101',
    path: null,
    prepare: async (page) => {
      await typeCap(page, '25万');
      await page.getByText('低于市级标准').first().waitFor();
      await page.getByRole('complementary').getByText('草稿暂时无法测算').waitFor();
      await page.getByRole('complementary').getByText('原文有误，暂时无法证明').waitFor();
      // By the service as well.
      await page.getByRole('button', { name: '1 处问题' }).waitFor();
      await inTheMiddle(page);
    },
    wideOnly: true,
  },
  {
    name: 'text',
    by: 'G-101',
    path: null,
    prepare: async (page) => {
      await raiseCap(page);
      await page.getByText('YAML 原文', { exact: true }).click();
      // Coloured to the last line in sight.
      const line = page.locator('.monaco-editor .view-line', { hasText: 'accident.medical' });
      await line.locator('span > span').nth(2).waitFor();
      // What says where one is in the text goes away by itself.
      await page.locator('.monaco-editor .scrollbar.vertical.invisible').first().waitFor({ state: 'attached' });
      await page.evaluate('scrollTo(0, 0)');
    },
    wideOnly: true,
  },
  {
    name: 'submit',
    by: 'G-101',
    path: null,
    prepare: async (page) => {
      await page.getByText('表单', { exact: true }).click();
      await page.getByRole('textbox', { name: CAP }).waitFor();
      await page.getByRole('button', { name: '提交审核' }).click();
      await page.getByLabel('提交理由').fill('样例：与承保机构谈妥，保费不变');
      await page.getByRole('dialog').getByLabel('修改理由').fill('样例：年度封顶线提高到 40 万元');
    },
    wideOnly: true,
  },
  { name: 'reviews', by: 'G-202', path: '/reviews', prepare: table },
  {
    name: 'review',
    by: 'G-202',
    path: null,
    prepare: async (page) => {
      await page.getByRole('link', { name: /意外伤害医疗保额/ }).click();
      await page.getByRole('button', { name: /^步骤/ }).first().waitFor();
      await page.getByText(PROVED).first().waitFor();
    },
  },
  { name: 'tasks', by: 'S-201', path: '/tasks', prepare: heading('待办') },
  { name: 'audit', by: 'D-001', path: '/audit', prepare: table },
  { name: 'accounts', by: 'D-001', path: '/accounts', prepare: table },
  { name: 'api-keys', by: 'D-001', path: '/api-keys', prepare: heading('接口密钥') },
];
