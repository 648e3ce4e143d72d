import type { Dialog, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { draftIn } from '../http/drafts/county-office.ts';
import { type Service, startService } from '../http/service.ts';
import { PASSWORD } from '../http/signed-in.ts';
import { seriousFindings } from './browser.ts';
import { expectFitForUse } from './fit-for-use.ts';
import { officePages, pagesFolder } from './office-pages.ts';

const CAP = '医疗商业补充保险年度封顶线';

const pages = officePages({ now: '2019-07-02T00:00:00Z', samples: true });
const { office } = pages;
let again: Service | null = null;
afterAll(async () => {
  await again?.stop();
});

/** Names and texts that people wrote, which stay as they are in English. */
const names = [/某某人/, /.*样例.*/, /与承保机构谈妥/, /键盘提交/];

/** A new draft of Guan County, from what is in force. */
const begun = () => office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
const textOf = async (id: string) => draftIn(await office.send('G-ED1', 'GET', `/drafts/${id}`)).text;
const saved = (page: Page) => page.getByText(/^已保存/).waitFor();
const effects = (page: Page) => page.getByRole('complementary', { name: '改了会怎样' });

/** What has the focus, in its words; nothing where the page as a whole has it. */
const focused = (page: Page) =>
  page.evaluate<string>('document.activeElement === document.body ? "" : document.activeElement.innerText');

/** Lines of one text that the other has not. */
const newLines = (before: string, after: string) =>
  after.split('\n').filter((line) => !before.split('\n').includes(line));

describe('an official of a county', () => {
  it('signs in, raises the cap without a word of YAML, sees what it does, and submits: at most eight clicks', async () => {
    const page = await pages.open(null, '/');
    let clicks = 0;
    const click = async (role: 'link' | 'button' | 'textbox', name: string, inside = page.locator('body')) => {
      clicks += 1;
      await inside.getByRole(role, { name, exact: true }).click();
    };
    await click('link', '登录');
    await page.getByLabel('工号').fill('G-ED1');
    await page.getByLabel('口令', { exact: true }).fill(PASSWORD);
    await click('button', '登录');
    await click('link', '县级标准');
    // To their own county at once, the city's figures beside its own.
    await page.getByRole('heading', { name: '冠县标准' }).waitFor();
    const row = page.getByRole('row', { name: new RegExp(CAP) });
    expect(await row.innerText()).toMatch(/300,000 元[\s\S]*350,000 元/);
    await click('button', '起草修改');
    await expect.poll(() => focused(page)).toMatch(/^冠县：草稿/);
    await click('textbox', CAP);
    const field = page.getByRole('textbox', { name: CAP });
    await effects(page).getByText('典型申请的结果都不变').waitFor();
    const before = await textOf(idIn(page));

    // Below the floor is said before anything is asked.
    await page.route('**/api/**', (route) => route.abort());
    await field.fill('２５万');
    expect(await page.getByText('低于市级标准：市级 300,000 元（三（一）），本县只能提高').count()).toBe(1);
    await field.fill('三十万');
    await page.getByText('看不懂“三十万”').waitFor();
    await field.fill('400,000');
    expect(await page.getByText('低于市级标准').count()).toBe(0);
    await page.unroute('**/api/**');

    const claim = effects(page).getByRole('button', { name: /补充保险接近封顶/ });
    await claim.waitFor();
    expect(await claim.innerText()).toMatch(/个人负担 [\d,.]+ → [\d,.]+ 元（▲ 少付 50,000.00 元）/);
    expect(await effects(page).getByRole('region', { name: '按本草稿' }).innerText()).toContain('封顶线 400,000 元');
    await saved(page);
    expect(newLines(before, await textOf(idIn(page)))).toEqual(['  supplementaryMedical.annualCap: 400000']);

    await click('button', '提交审核');
    await page.getByLabel('提交理由').fill('与承保机构谈妥');
    // What is published with it is said anew for every draft.
    const own = page.getByRole('dialog').getByLabel('修改理由');
    expect(await own.inputValue()).toBe('');
    await own.fill('提高封顶线（虚构）');
    await click('button', '提交审核', page.getByRole('dialog'));
    await expect.poll(() => focused(page)).toMatch(/^已提交，待审核/);
    expect(clicks).toBeLessThanOrEqual(8);
    // It is fixed from here on.
    expect(await field.isDisabled()).toBe(true);
    expect(draftIn(await office.send('G-ED1', 'GET', `/drafts/${idIn(page)}`)).state).toBe('submitted');
    await page.close();
  });

  it('does the same by keyboard', async () => {
    const { id } = await begun();
    const page = await pages.open('G-ED1', `/drafts/${id}`);
    const { keyboard } = page;
    const field = page.getByRole('textbox', { name: CAP });
    await field.waitFor();
    const reach = async (name: string) => {
      for (let tabs = 0; tabs < 40; tabs += 1) {
        await keyboard.press('Tab');
        const focused = await page.evaluate(
          'document.activeElement.getAttribute("aria-label") ?? document.activeElement.innerText ?? ""',
        );
        if (String(focused) === name) return;
      }
      throw new Error(`the keyboard does not reach ${name}`);
    };
    await reach('医疗商业补充保险');
    await keyboard.press('Enter');
    await reach(CAP);
    await keyboard.press('Control+A');
    await keyboard.type('36万');
    await effects(page)
      .getByText(/少付 10,000\.00/)
      .first()
      .waitFor();
    await saved(page);
    await page.locator('h1').click();
    await reach('提交审核');
    await keyboard.press('Enter');
    await page.locator('textarea:focus').waitFor();
    await keyboard.type('键盘提交');
    await keyboard.press('Tab');
    await keyboard.type('提高封顶线（虚构）');
    await reach('提交审核');
    await keyboard.press('Enter');
    await page.getByText('已提交，待审核').waitFor();
    await page.close();
  });
});

describe('two officials on one draft', () => {
  it('overwrite nothing: who comes second sees what the other did, and chooses', async () => {
    const draft = await begun();
    const page = await pages.open('G-ED1', `/drafts/${draft.id}`);
    await page.getByRole('textbox', { name: CAP }).waitFor();
    const theirs = draft.text.replace('accident.medical: 8000', 'accident.medical: 9000');
    draftIn(await office.save('G-ED2', draft, theirs));
    await page.getByRole('textbox', { name: CAP }).fill('410000');
    const alert = page.getByRole('alert').filter({ hasText: 'G-ED2' });
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(
      /年度封顶线\s+350,000 元\s+410,000 元[\s\S]*医疗[^\n]*\s+9,000 元\s+8,000 元/,
    );
    // Nobody's text was written over, and one's own outlives the page.
    expect(await textOf(draft.id)).toBe(theirs);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await alert.waitFor();
    await page.getByRole('button', { name: '以我的为准' }).click();
    await saved(page);
    expect(await textOf(draft.id)).toMatch(/annualCap: 410000[\s\S]*accident\.medical: 8000/);
    // Once more, in two windows of one’s own: what each side alone changed is put together.
    const now = draftIn(await office.send('G-ED1', 'GET', `/drafts/${draft.id}`));
    draftIn(await office.save('G-ED1', now, now.text.replace('property.theft: 6000', 'property.theft: 7000')));
    await page.getByRole('textbox', { name: CAP }).fill('420000');
    await page.getByRole('alert').filter({ hasText: '您在另一处' }).waitFor();
    await page.getByText('未保存：另一处也改过').waitFor();
    const told = await page.getByRole('alert').filter({ hasText: '您在另一处' }).innerText();
    expect(told).toMatch(/7,000 元\s+6,000 元（您未改动）/);
    expect(told).toMatch(/410,000 元\s+420,000 元(?!（)/);
    expect(await page.locator('.standards-conflict .ant-btn-primary').allInnerTexts()).toEqual(['按所选合并']);
    await page.getByRole('button', { name: '按所选合并' }).click();
    await expect.poll(() => page.locator(':focus').innerText()).toMatch(/^(已保存|正在保存|尚未保存)/);
    await saved(page);
    expect(await textOf(draft.id)).toMatch(/annualCap: 420000[\s\S]*property\.theft: 7000/);
    await page.close();
  });
});

describe('the service killed while somebody types', () => {
  it('loses nothing: it is said, kept over a crash of the page, and saved when the service is back', async () => {
    const draft = await begun();
    const page = await pages.open('G-ED1', '/counties/371525');
    await page.locator(`a[href="/drafts/${draft.id}"]`).click();
    const field = page.getByRole('textbox', { name: CAP });
    await field.waitFor();
    const { port } = new URL(office.service.address);
    await office.service.stop();
    await field.fill('420000');
    await page.getByText('暂时连不上服务。您输入的内容已留在本浏览器').waitFor();
    // Leaving asks: by a link, and by the browser's own button.
    const { asked, hear } = dismissed(page);
    await page.getByRole('link', { name: '总览' }).click();
    await expect.poll(() => asked.length).toBe(1);
    await page.evaluate('history.back()');
    await expect.poll(() => asked.length).toBe(2);
    page.off('dialog', hear);
    for (const question of asked) expect(question).toContain('还有内容没有保存');
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/drafts/${draft.id}`);
    expect(await field.inputValue()).toBe('420,000');
    // The tab crashes: another one finds what was typed.
    const back = await pages.another(page);
    await page.close({ runBeforeUnload: false });
    const { store } = office;
    again = await startService({ store, rules: store, port: Number(port), now: () => office.now, pagesFolder });
    await back.goto(`${office.service.address}/drafts/${draft.id}`);
    await back.getByRole('textbox', { name: CAP }).waitFor();
    expect(await back.getByRole('textbox', { name: CAP }).inputValue()).toBe('420,000');
    await saved(back);
    const kept = await back.request.get(`${again.address}/api/v1/drafts/${draft.id}`);
    expect((await kept.json()).text).toContain('annualCap: 420000');
    await back.close();
  });
});

describe('the two faces of a draft', () => {
  it('say the same: cells pasted in the form stand in the text, a problem of the text is one click from its field', async () => {
    const draft = await begun();
    const page = await pages.open('G-ED1', `/drafts/${draft.id}`);
    const field = page.getByRole('textbox', { name: '基本医保报销比例，一级' });
    await field.waitFor();
    await field.focus();
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '一级\\t85%\\r\\n二级\\t０．７５\\r\\n三级\\t六成\\r\\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
    await page.getByText('已粘贴 2 格 未采用的单元格（看不懂，或不在最后一列）：第 3 行第 2 列“六成”').waitFor();
    await page.getByText('YAML 原文', { exact: true }).click();
    const text = page.locator('.monaco-editor').first();
    const line = text.locator('.view-line', { hasText: 'basicMedical.ratio' });
    await line.waitFor();
    expect((await line.innerText()).replaceAll('\u00a0', ' ')).toBe('  basicMedical.ratio: {1: 0.85, 2: 0.75}');
    // Written below the floor in the text: marked there, told in the form.
    await line.click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('accident.death: 20000');
    await text.locator('.squiggly-error').first().waitFor();
    await page.getByRole('button', { name: /^\d 处问题$/ }).click();
    await page.getByRole('button', { name: '查看这一项' }).first().click();
    await page.getByText('低于市级标准：市级 30,000 元（三（二）），本县只能提高').waitFor();
    expect(await page.getByRole('textbox', { name: '意外身故保额（每次事故）' }).inputValue()).toBe('20,000');
    await saved(page);
    expect(await textOf(draft.id)).toContain('  basicMedical.ratio: {1: 0.85, 2: 0.75}\n  accident.death: 20000\n');
    // And from its problem back to the line.
    await page.getByRole('button', { name: '在原文中查看' }).first().click();
    await text.locator('.squiggly-error').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.close();
  });
});

describe('every page of a county', () => {
  it('is fit for use: the choice, the county, a draft being written', async () => {
    const { id } = await begun();
    const draft = await pages.open('G-ED1', `/drafts/${id}`);
    await effects(draft).getByText('典型申请的结果都不变').waitFor();
    await openClause(draft);
    await expectFitForUse(draft, names);
    const county = await pages.open('G-ED1', '/counties/371525');
    await openClause(county);
    await expectFitForUse(county, names);
    await expectFitForUse(await pages.open(null, '/counties'), names);
    pages.expectUnbroken();
  });
});

/** Opens how a clause counts and is read, one that has all there is to say. */
async function openClause(page: Page): Promise<void> {
  const row = page.getByRole('row', { name: /大病保险分段报销比例/ });
  await row.getByRole('button', { name: '五（一）1' }).click();
  await page.getByText('起付标准、分段比例采用全省居民大病保险标准').waitFor();
}

/** What a page asks before it is left, each question answered by staying. */
function dismissed(page: Page) {
  const asked: string[] = [];
  const hear = (dialog: Dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  };
  page.on('dialog', hear);
  return { asked, hear };
}

/** The draft that a page is of. */
function idIn(page: Page): string {
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}
