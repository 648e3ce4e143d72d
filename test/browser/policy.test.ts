import { describe, expect, it } from 'vitest';
import { startService } from '../http/service.ts';
import { expectFitForUse } from './fit-for-use.ts';
import { pagesFolder } from './office-pages.ts';
import { servedPages } from './pages-service.ts';

const pages = servedPages({ now: new Date('2019-07-15T04:00:00Z') });

describe('the policy page', () => {
  it('tells the rules in force by product: figures with clause and source, rules in sentences, readings, what is left out', async () => {
    const page = await pages.open('/policy/371525?date=2019-09-01');
    await page.getByRole('heading', { name: '冠县 · 现行政策' }).waitFor();
    const cap = page.getByRole('row', { name: /医疗商业补充保险年度封顶线/ });
    expect(await cap.innerText()).toMatch(/▲ 县定[\s\S]*350,000 元[\s\S]*市级：300,000 元[\s\S]*三（一）/);
    // Why the county has what it has, as it was published, and when that was.
    await page
      .getByText(/^修改理由：样例——非实际政策：示范提高封顶线.*（县级标准 1\.0\.0，\d{4}-\d\d-\d\d 公布）$/)
      .waitFor();
    await page.getByText('政策范围内费用中此前尚未支付的部分按住院医疗救助比例（75%）支付').waitFor();
    const contents = page.getByRole('navigation', { name: '目录' }).getByRole('link');
    expect(await contents.allInnerTexts()).toEqual(
      expect.arrayContaining([
        '支付顺序与支付方',
        '基本医保',
        '意外伤害保险',
        '保障对象、转诊与服务',
        '理解与解释',
        '未纳入的条款',
      ]),
    );
    await contents.filter({ hasText: '未纳入的条款' }).click();
    await page.getByText('承保机构的选择').waitFor();
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(await contents.count());
    expect(await page.locator('#versions').innerText()).toMatch(
      /市级标准 1\.0\.0\s+sha256:[0-9a-f]{64}\s+县级标准 1\.0\.0\s+sha256:/,
    );
    // Nothing that the browser bar or the choices show is printed; the page's own text is.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    expect(await cap.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await expectFitForUse(page);
    pages.expectUnbroken();
  });

  it('waits its turn where the service is asked too much, and asks once where it is refused', async () => {
    const busy = await startService({
      samples: true,
      pagesFolder,
      now: new Date('2019-07-15T04:00:00Z'),
      // A page asks for two things at once, whatever the machine: one of them is put off.
      limits: { requestsPerSecond: 1, burst: 1 },
    });
    const page = await pages.visitor();
    const answers: (readonly [path: string, status: number])[] = [];
    page.on('response', (answer) => answers.push([new URL(answer.url()).pathname, answer.status()]));
    const statuses = () => answers.filter(([path]) => path.endsWith('/effective')).map(([, status]) => status);
    try {
      await page.goto(`${busy.address}/policy/371525?date=2019-09-01`);
      await page.getByRole('heading', { name: '冠县 · 现行政策' }).waitFor();
      expect(answers.map(([, status]) => status)).toContain(429);
      expect(statuses().at(-1)).toBe(200);
      expect(await page.getByRole('alert').count()).toBe(0);
      answers.length = 0;
      await page.getByLabel('日期').fill('2021-01-01');
      await page.getByRole('alert').waitFor();
      expect(statuses().filter((status) => status !== 429)).toEqual([409]);
      await page.close();
    } finally {
      await busy.stop();
    }
  });

  it('goes to another date and place, and says where nothing is in force', async () => {
    const page = await pages.open('/policy');
    await page.getByRole('heading', { name: '聊城市 · 现行政策' }).waitFor();
    await page.getByRole('combobox', { name: '地区' }).click();
    await page.getByTitle('莘县').click();
    await page.getByRole('heading', { name: '莘县 · 现行政策' }).waitFor();
    expect(await page.getByText('▲ 县增设').count()).toBeGreaterThan(0);
    await page.getByLabel('日期').fill('2021-01-01');
    await page.getByRole('alert').waitFor();
    expect(new URL(page.url()).search).toBe('?date=2021-01-01');
    await expectFitForUse(page);
  });
});
