import { expect, it } from 'vitest';
import { Published } from '../published.ts';
import { cityText, jurisdictionsText } from '../store/texts.ts';
import { seriousFindings } from './browser.ts';
import { expectFitForUse } from './fit-for-use.ts';
import { servedPages } from './pages-service.ts';

/** A county's figure from a day on; what is made up of it is said in the text. */
const county = (figure: number, from: string) => `kind: Override
jurisdiction: "371525"
extends: "371500"
effective: {from: ${from}, to: 2019-12-31}
reason: 提高标准
standards: {basic.sum: ${figure}}
`;

/** The city's rules with a second figure, which no county has anything to say on. */
const city = (figure: number) =>
  cityText(figure).replace('standards: {', 'standards: {basic.other: {unit: CNY, better: higher, value: 5}, ');

// The county stated 200 above 100; then the city went to 300, and the county follows with 400 from October.
const pages = servedPages({
  samples: false,
  rules: new Published(jurisdictionsText, [city(100), county(200, '2019-07-01'), city(300), county(400, '2019-10-01')]),
});
const address = '/overview?date=2019-08-01';
/** What the rules of the test have no English for. */
const WRITTEN = [/某市/, /某县/];

it('a figure that the city’s floor has overtaken is marked in words, with what it is to become, and is found by a filter', async () => {
  const page = await pages.open(address);
  const cell = page
    .getByRole('row', { name: /basic\.sum/ })
    .getByRole('gridcell')
    .last();
  await expect.poll(() => cell.innerText()).toMatch(/^同市级\s*! 本县 200 元已被市级超过\s*→ 2019-10-01 起 400 元$/);
  const other = page.getByRole('row', { name: /basic\.other/ });
  expect(await other.count()).toBe(1);
  await page.getByRole('checkbox', { name: '只看已被市级超过的标准' }).check();
  await expect.poll(() => other.count()).toBe(0);
  await cell.waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.goto(`${pages.address()}/overview?date=2019-11-01`);
  await page
    .getByRole('gridcell')
    .filter({ hasText: /▲.*400 元/ })
    .waitFor();
  // Nothing is overtaken any longer, and there is nothing to look for.
  expect(await page.getByRole('checkbox', { name: '只看已被市级超过的标准' }).count()).toBe(0);
  pages.expectUnbroken();
  await expectFitForUse(await pages.open(address), WRITTEN);
});

it('a narrow screen says of a county what is overtaken and what is to come', async () => {
  const page = await pages.open(address, { width: 390, height: 844 });
  const card = page.getByRole('listitem').filter({ hasText: 'basic.sum' });
  await expect
    .poll(() => card.innerText())
    .toMatch(/某县\s+同市级\s*! 本县 200 元已被市级超过\s*→ 2019-10-01 起 400 元/);
  pages.expectUnbroken();
});
