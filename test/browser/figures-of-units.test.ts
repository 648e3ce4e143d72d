import { expect, it } from 'vitest';
import { draftIn } from '../http/drafts/county-office.ts';
import { Published } from '../published.ts';
import { jurisdictionsText } from '../store/texts.ts';
import { expectFitForUse } from './fit-for-use.ts';
import { officePages } from './office-pages.ts';

/** A made-up city whose figures are percentage points, months, visits and mu. */
const city = `kind: RuleSet
jurisdiction: "371500"
effective: {from: 2019-01-01, to: 2019-12-31}
title: {zh: 虚构规则, en: made-up rules}
claims:
  care:
    facts:
      person.category: {label: {zh: 类别, en: category}, choice: {poor: {zh: 困难, en: poor}, other: {zh: 其他, en: other}}}
      care.months: {label: {zh: 月数, en: months}, integer: {atLeast: 0}}
      care.visits: {label: {zh: 次数, en: visits}, integer: {atLeast: 0}}
      field.area: {label: {zh: 受灾面积, en: damaged area}, decimal: {}, default: 0}
      cost.inScope: {label: {zh: 费用, en: cost}, money: {}, default: 0}
layers:
  - {name: basic, label: {zh: 基本, en: basic}, combine: one}
  - {name: care, label: {zh: 照护, en: care}, combine: one}
  - {name: visit, label: {zh: 上门, en: visits at home}, combine: one}
  - {name: crops, label: {zh: 种植, en: crops}, combine: one}
standards:
  basic.ratio: {value: 0.6, unit: share, better: higher, label: {zh: 报销比例, en: ratio}}
  basic.points: {value: {poor: 0.05, other: 0}, by: person.category, unit: points, better: higher, label: {zh: 提高比例, en: points more}}
  care.rate: {value: 300, unit: CNY, better: higher, label: {zh: 每月标准, en: a month}}
  care.months: {value: 6, unit: months, better: higher, label: {zh: 最长月数, en: most months}}
  visit.rate: {value: 50, unit: CNY, better: higher, label: {zh: 每次标准, en: a visit}}
  visit.most: {value: 4, unit: visits, better: higher, label: {zh: 最多次数, en: most visits}}
  crops.perMu: {value: 1000, unit: CNY, better: higher, label: {zh: 每亩标准, en: a mu}}
  crops.from: {value: 0.5, unit: mu, better: lower, label: {zh: 起赔面积, en: area from which on is paid}}
rules:
  - {name: stay, layer: basic, conditions: {all: []}, event: {type: reimburse, params: {of: [inScope], ratio: {amount: $basic.ratio, plus: $basic.points}}}}
  - {name: care, layer: care, conditions: {all: []}, event: {type: allowance, params: {rate: $care.rate, count: care.months, atMost: $care.months, per: claim}}}
  - {name: visit, layer: visit, conditions: {all: []}, event: {type: allowance, params: {rate: $visit.rate, count: care.visits, atMost: $visit.most, per: claim}}}
  - name: crops
    layer: crops
    conditions: {all: [{fact: field.area, operator: greaterThanInclusive, value: {fact: $crops.from}}]}
    event: {type: sum, params: {sum: {amount: $crops.perMu, each: field.area}}}
`;
const heading = `kind: Override
jurisdiction: "371525"
extends: "371500"
effective: {from: 2019-07-01, to: 2019-12-31}
reason: {zh: 虚构, en: made up}
`;

const pages = officePages({ now: '2019-07-02T00:00:00Z', rules: new Published(jurisdictionsText, [city]) });
const { office } = pages;

/** What the rules of the test have no English for. */
const WRITTEN = [/某市/, /某县/, /某某人/];

it('figures of every unit are raised in the form, as people say them', async () => {
  const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  const { id } = draftIn(await office.save('G-ED1', begun, `${heading}standards: {}\n`));
  const page = await pages.open('G-ED1', `/drafts/${id}`);
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  const text = async () => draftIn(await office.send('G-ED1', 'GET', `/drafts/${id}`)).text;

  const points = field('提高比例，困难');
  expect(await points.getAttribute('placeholder')).toBe('5');
  await page.getByText('个百分点').first().waitFor();
  await points.fill('4');
  await page.getByText('低于市级标准：市级 5 个百分点', { exact: false }).waitFor();
  await points.fill('7.5');
  await field('最长月数').fill('12个月');
  await field('最多次数').fill('4.5');
  await page.getByText('只能填整数', { exact: false }).waitFor();
  await field('最多次数').fill('6');
  await field('起赔面积').fill('0.25');
  await page.getByText(/^已保存/).waitFor();
  await expect.poll(text).toContain('basic.points: {poor: 0.075}');
  await expect.poll(text).toContain('care.months: 12');
  await expect.poll(text).toContain('visit.most: 6');
  await expect.poll(text).toContain('crops.from: 0.25');
  expect(await page.getByText(/有 \d+ 处问题/).count()).toBe(0);
  await expectFitForUse(page, WRITTEN);

  // The city's and the county's figures in words, beside each other.
  const county = await pages.open('G-ED1', `/counties/371525`);
  await county.getByText('5 个百分点', { exact: false }).first().waitFor();
  await county.getByText('6 个月', { exact: false }).first().waitFor();
  await county.getByText('4 次就诊', { exact: false }).first().waitFor();
  await county.getByText('0.5 亩', { exact: false }).first().waitFor();
  await county.close();
  pages.expectUnbroken();
});

it('a claim with an area is calculated, and an area that cannot be read is said to be none', async () => {
  const page = await pages.open(null, '/calculator');
  await page.getByLabel('受灾面积', { exact: false }).first().fill('3.125');
  await page.getByText('不是最多 2 位小数的数', { exact: false }).waitFor();
  await page.getByLabel('受灾面积', { exact: false }).first().fill('3.5');
  await page.getByText('困难', { exact: true }).first().click();
  await page.getByLabel('月数', { exact: false }).first().fill('0');
  await page.getByLabel('次数', { exact: false }).first().fill('0');
  await page.getByText('3,500.00', { exact: false }).first().waitFor();
  await expectFitForUse(page, WRITTEN);
  pages.expectUnbroken();
});
