import { describe, expect, it } from 'vitest';
import { draftIn, guan, type Someone } from '../http/drafts/county-office.ts';
import { signIn } from '../http/signed-in.ts';
import { expectFitForUse } from './fit-for-use.ts';
import { officePages, SCRIPTS } from './office-pages.ts';

const pages = officePages();
const { office } = pages;
/** What stays Chinese in English: names of people, and what they wrote. */
const WRITTEN = [/某某人/, /虚构分析员/, /请附报价/];
const CHOSEN = 'rain on the slate roofs';

describe('accounts and keys', () => {
  it('are made: the invitation lets its person in, a lock shuts them out, and no name runs', async () => {
    const page = await pages.open('A-D', '/accounts');
    await page.getByLabel('工号').fill('N-1');
    await page.getByLabel('姓名').fill(`虚构分析员 ${SCRIPTS[0]}`);
    await page.getByRole('button', { name: '建立账号' }).click();
    const link = await page.getByRole('status').locator('code').innerText();
    const token = new URL(link).hash.slice(1);
    const accepted = await office.service.call('/api/v1/invitations', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token, password: CHOSEN }),
    });
    expect(accepted.status).toBeLessThan(300);
    await signIn(office.service, 'N-1', CHOSEN);
    // The link is shown once; the list is read anew, for the account has changed by its person's choice.
    await page.reload();
    await page.getByRole('button', { name: '锁定：N-1' }).click();
    await page.getByRole('row', { name: /N-1 .*✗ 已锁定/ }).waitFor();
    expect(await page.getByText(token).count()).toBe(0);
    await expect(signIn(office.service, 'N-1', CHOSEN)).rejects.toThrow();
    pages.expectUnbroken();
    await expectFitForUse(page, WRITTEN);
  });

  it('get other roles, which count at once, and another invitation, which ends the one before', async () => {
    const page = await pages.open('A-D', '/accounts');
    const row = page.getByRole('row', { name: /^S-ED / });
    const mayBegin = async () =>
      (await office.send('S-ED', 'POST', '/drafts', { jurisdiction: '371525', date: '2019-07-01' })).status;
    expect(await mayBegin()).toBe(404);
    await page.getByRole('button', { name: '改角色：S-ED' }).click();
    await row.getByRole('button', { name: '增加角色' }).click();
    await row.getByLabel('角色').nth(1).selectOption('countyEditor');
    await row.getByLabel('地区').nth(1).selectOption('371525');
    await row.getByRole('button', { name: '保存' }).click();
    await row.getByText('县编辑 · 冠县').waitFor();
    expect(await row.getByText('县编辑 · 莘县').count()).toBe(1);
    expect(await mayBegin()).toBe(201);

    const token = async () => new URL(await row.getByRole('status').locator('code').innerText()).hash.slice(1);
    const accept = async (given: string) =>
      (
        await office.service.call('/api/v1/invitations', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ token: given, password: CHOSEN }),
        })
      ).status;
    await page.getByRole('button', { name: '另发邀请：S-ED' }).click();
    const first = await token();
    await row.getByText(/已邀请/).waitFor();
    await page.getByRole('button', { name: '另发邀请：S-ED' }).click();
    await expect.poll(token).not.toBe(first);
    const second = await token();
    expect(await accept(first)).toBe(404);
    expect(await accept(second)).toBeLessThan(300);
    await signIn(office.service, 'S-ED', CHOSEN);
    await page.reload();
    await page.getByRole('row', { name: /^S-ED .*✓ 正常/ }).waitFor();
    pages.expectUnbroken();
  });

  it('are issued, used and revoked: a key is shown once', async () => {
    const page = await pages.open('A-D', '/api-keys');
    await page.getByLabel('密钥名称').fill('county-hospital');
    await page.getByLabel('地区').fill('371525');
    await page.getByRole('checkbox', { name: '读取已发布内容' }).check();
    await page.getByRole('button', { name: '发密钥' }).click();
    const key = await page.getByRole('status').locator('code').innerText();
    const read = () =>
      office.service.call('/api/v1/jurisdictions/371525', { headers: { Authorization: `Bearer ${key}` } });
    expect((await read()).status).toBe(200);
    await page.reload();
    await page.getByRole('row', { name: /county-hospital.*371525.*✓ 有效/ }).waitFor();
    expect(await page.getByText(key).count()).toBe(0);
    await page.getByRole('button', { name: '撤销：county-hospital' }).click();
    await page.getByRole('button', { name: /确认撤销/ }).click();
    await page.getByRole('row', { name: /county-hospital.*✗ .*撤销/ }).waitFor();
    const { json } = await office.send('A-D', 'GET', '/api-keys');
    expect(json.items).toMatchObject([{ name: 'county-hospital', revokedAt: expect.any(String) }]);
    await expectFitForUse(page, WRITTEN);
  });
});

describe('the audit trail', () => {
  it('is searched, and tells where it ends', async () => {
    const page = await pages.open('A-D', '/audit');
    await page.getByText(/[0-9a-f]{64}$/).waitFor();
    await page.getByLabel('按人、事、时间查找').fill('county-hospital');
    const rows = page.getByRole('row').filter({ hasText: 'county-hospital' });
    await rows.first().waitFor();
    await expect.poll(async () => (await page.getByRole('row').count()) - (await rows.count())).toBe(1);
    // By a part of what the page says, which the trail has under other names.
    await page.getByLabel('按人、事、时间查找').fill('登 a-d');
    const made = page.getByRole('row').filter({ hasText: '登录' }).filter({ hasText: 'A-D' });
    await made.first().waitFor();
    await expect.poll(async () => (await page.getByRole('row').count()) - (await made.count())).toBe(1);
    await page.getByLabel('按人、事、时间查找').fill('无此人无此事');
    await page.getByText('没有符合的记录').waitFor();
    await page.getByLabel('按人、事、时间查找').fill('');
    // Every line is held to its hash; an end that was never one is said to be another's.
    await page.getByRole('button', { name: '逐行核对' }).click();
    await page.getByText(/✓ \d+ 行全部与写下时一致/).waitFor();
    await page.getByLabel('先前抄存的校验码（可不填）').fill(`1:sha256:${'0'.repeat(64)}`);
    await page.getByRole('button', { name: '逐行核对' }).click();
    await page.getByText(/✗ .*第 1 行/).waitFor();
    await page.getByLabel('先前抄存的校验码（可不填）').fill('');
    pages.expectUnbroken();
    await expectFitForUse(page, WRITTEN);
  });
});

describe('one’s own password', () => {
  it('is changed, and the old one no longer lets in', async () => {
    const page = await pages.open('A-N', '/password');
    await page.getByLabel('现在的口令').fill('lanterns over nine hills');
    await page.getByLabel('新口令', { exact: true }).fill(CHOSEN);
    await page.getByLabel('再输一次新口令').fill('something else entirely');
    await page.getByRole('button', { name: '修改口令' }).click();
    await page.getByRole('alert').getByText('两次输入的口令不一致').waitFor();
    await page.getByLabel('再输一次新口令').fill(CHOSEN);
    await page.getByRole('button', { name: '修改口令' }).click();
    await page.getByText('口令已改').waitFor();
    await expect(signIn(office.service, 'A-N')).rejects.toThrow();
    await signIn(office.service, 'A-N', CHOSEN);
    await expectFitForUse(page, WRITTEN);
  });
});

describe('tasks', () => {
  it('are made by a city that goes beyond a county, lead to what it concerns, and are done by one of its people', async () => {
    const publish = async (editor: Someone, reviewer: Someone, by: Someone, text: string, place: string) =>
      draftIn(await office.change(by, await office.approved(editor, reviewer, text, place), 'publication'), 201);
    const figures = guan('  accident.medical: 8000', '{from: 2019-07-01, to: 2019-12-31}');
    await publish('G-ED1', 'G-RE1', 'G-RE2', figures, '371525');
    const { text } = await office.begin('C-ED', { jurisdiction: '371500', version: '1.0.0' });
    const raised = text
      .replace(/(accident\.medical:\s*\{value: )5000/, (_, head: string) => `${head}9000`)
      .replace('effective: {from: 2019-01-01', 'effective: {from: 2019-10-01');
    await publish('C-ED', 'C-RE', 'C-RE2', raised, '371500');
    const page = await pages.open('G-RE1', '/tasks');
    const task = page.locator('section').filter({ hasText: '冠县' });
    await task.getByText(/意外伤害医疗保额（每年）/).waitFor();
    const ready = await task.getByRole('link', { name: '已备好的草稿' }).getAttribute('href');
    const look = await pages.another(page);
    await look.goto(`${office.service.address}${ready}`);
    await look.getByText('尚未提交；提交后才能审核。').waitFor();
    expect(await look.getByRole('link', { name: '打开表单' }).count()).toBe(0);
    // Who writes in the county goes on with it.
    const editor = await pages.open('G-ED1', `${ready}`);
    await editor.getByRole('link', { name: '打开表单' }).waitFor();
    await editor.goto(`${office.service.address}/tasks`);
    await editor.getByRole('link', { name: '已备好的草稿' }).click();
    await editor.waitForURL(`**${ready?.replace('reviews', 'drafts')}`);
    await editor.goto(`${office.service.address}/counties/371525`);
    await editor.getByRole('link', { name: '市级标准变动后由 1.0.0 版备好' }).waitFor();
    await task.getByRole('button', { name: /^标为已办/ }).click();
    await task.getByText(/✓ .*已办/).waitFor();
    expect(await task.getByRole('button', { name: /^标为已办/ }).count()).toBe(0);
    const { json } = await office.send('G-ED1', 'GET', '/tasks?open=true');
    expect(json.items).toEqual([]);
    pages.expectUnbroken();
  });

  it('tell reviewers what waits for them, with its count in the bar, and editors what was sent back', async () => {
    const text = guan('  accident.medical: 9500', '{from: 2019-11-01, to: 2019-12-31}');
    const waiting = await office.submitted('G-ED1', text);
    await office.approved('G-ED1', 'G-RE1', text);
    const reviewer = await pages.open('G-RE2', '/tasks');
    const part = (name: string) => reviewer.getByRole('region', { name });
    await part('待审核')
      .getByRole('link', { name: /^冠县 · / })
      .waitFor();
    await part('已批准待发布')
      .getByRole('link', { name: /^冠县 · / })
      .waitFor();
    await reviewer.getByRole('link', { name: '审核 (2)', exact: true }).waitFor();
    expect(await reviewer.getByText('没有待办').count()).toBe(0);
    await reviewer.close();
    draftIn(await office.change('G-RE1', waiting, 'returns', { reason: '请附报价' }));
    // The trail leads to drafts, and says nothing of what they have come to since.
    const trail = await pages.open('G-RE2', '/audit');
    await trail.getByText(/^您可以查看的/).waitFor();
    expect(await trail.getByText(/意外伤害医疗保额.*9,500/).count()).toBe(0);
    await trail.getByRole('link', { name: waiting.id }).first().click();
    await trail.waitForURL(`**/reviews/${waiting.id}`);
    await trail.close();
    const editor = await pages.open('G-ED1', '/tasks');
    await editor
      .getByRole('region', { name: '被退回' })
      .getByRole('link', { name: /^冠县 · / })
      .click();
    await editor.waitForURL(/\/drafts\//);
    await editor.close();
    pages.expectUnbroken();
  });

  it.each(['G-ED1', null] as const)('are fit for use by %s', async (someone) => {
    await expectFitForUse(await pages.open(someone, '/tasks'), WRITTEN);
    pages.expectUnbroken();
  });
});
