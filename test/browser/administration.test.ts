import { describe, expect, it } from 'vitest';
import { signIn } from '../http/signed-in.ts';
import { expectFitForUse } from './fit-for-use.ts';
import { officePages, SCRIPTS } from './office-pages.ts';

const pages = officePages();
const { office } = pages;
/** What stays Chinese in English: names of people. */
const WRITTEN = [/某某人/, /虚构分析员/];
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
    await page.getByLabel('按人、事、时间查找').fill('无此人无此事');
    await page.getByText('没有符合的记录').waitFor();
    await page.getByLabel('按人、事、时间查找').fill('');
    // Every line is held to its hash; an end that was never one is said to be another's.
    await page.getByRole('button', { name: '逐行核对' }).click();
    await page.getByText(/✓ \d+ 行全部与写下时一致/).waitFor();
    await page.getByLabel('先前记下的末端（可不填）').fill(`1:sha256:${'0'.repeat(64)}`);
    await page.getByRole('button', { name: '逐行核对' }).click();
    await page.getByText(/✗ .*第 1 行/).waitFor();
    await page.getByLabel('先前记下的末端（可不填）').fill('');
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
  it.each(['G-ED1', null] as const)('are fit for use by %s', async (someone) => {
    await expectFitForUse(await pages.open(someone, '/tasks'), WRITTEN);
    pages.expectUnbroken();
  });
});
