import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { draftIn } from '../http/drafts/county-office.ts';
import { Published } from '../published.ts';
import { jurisdictionsText } from '../store/texts.ts';
import { expectFitForUse } from './fit-for-use.ts';
import { officePages } from './office-pages.ts';

/** A made-up city whose ratios stand in bands, by level of hospital, by age, and whose sums go by age alone. */
const city = `kind: RuleSet
jurisdiction: "371500"
effective: {from: 2019-01-01, to: 2019-12-31}
title: {zh: 虚构规则, en: made-up rules}
claims:
  inpatient:
    facts:
      person.age: {label: {zh: 年龄, en: age}, integer: {atLeast: 0, atMost: 130}}
      hospital.level: {label: {zh: 级别, en: level}, choice: {1: {zh: 一级, en: level 1}, 2: {zh: 二级, en: level 2}}}
      cost.inScope: {label: {zh: 费用, en: cost}, money: {}}
layers: [{name: basic, label: {zh: 基本, en: basic}}, {name: death, label: {zh: 身故, en: death}}]
standards:
  basic.ratio:
    value:
      - from: 0
        to: 70
        value: {1: [{from: 0, value: 0.9}], 2: [{from: 0, to: 5000, value: 0.75}, {from: 5000, value: 0.8}]}
      - from: 70
        value: {1: [{from: 0, value: 0.95}], 2: [{from: 0, to: 5000, value: 0.8}, {from: 5000, value: 0.85}]}
    by: [person.age, hospital.level]
    unit: share
    better: higher
    label: {zh: 分段比例, en: ratios by band}
  death.sum: {value: [{from: 0, to: 18, value: 20000}, {from: 18, value: 50000}], by: person.age, unit: CNY, better: higher, label: {zh: 保额, en: sum}}
rules:
  - {name: stay, layer: basic, conditions: {all: []}, event: {type: reimburse, params: {of: [inScope], bands: $basic.ratio}}}
  - {name: deaths, layer: death, conditions: {all: []}, event: {type: sum, params: {sum: $death.sum}}}
`;
const heading = `kind: Override
jurisdiction: "371525"
extends: "371500"
effective: {from: 2019-07-01, to: 2019-12-31}
reason: {zh: 虚构, en: made up}
`;
const written = `${heading}standards:
  # 各年龄 · by age
  basic.ratio:
    - from: 0
      to: 70
      value:
        2: # 二级 · level 2
          - {from: 0, to: 5000, value: 0.76}  # 起步 · to begin with
          - {from: 5000, value: 0.81}
    - from: 70
      value: {2: [{from: 0, to: 5000, value: 0.8}, {from: 5000, value: 0.85}]}
`;

const pages = officePages({ now: '2019-07-02T00:00:00Z', rules: new Published(jurisdictionsText, [city]) });
const { office } = pages;

/** What the rules of the test have no English for. */
const WRITTEN = [/某市/, /某县/, /某某人/];

const textOf = async (id: string) => draftIn(await office.send('G-ED1', 'GET', `/drafts/${id}`)).text;
const saved = (page: Page) => page.getByText(/^已保存/).waitFor();

async function draftOf(text: string) {
  const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  const { id } = draftIn(await office.save('G-ED1', begun, text));
  const page = await pages.open('G-ED1', `/drafts/${id}`, { width: 1366, height: 768 });
  return { id, page, row: page.getByRole('row', { name: /分段比例/ }).first() };
}

it('bands by level by age are seen and raised one at a time, and nothing else of the text changes', async () => {
  const { id, page, row } = await draftOf(written);
  const field = row.getByRole('textbox', { name: '分段比例，年龄 0 至 69，二级，0 元 至 5,000 元' });
  await field.waitFor();
  const heard = await field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id: string) => element.ownerDocument.getElementById(id)?.textContent),
  );
  expect(heard).toEqual(['市级 75%', '▲ 只能提高']);
  const fields = await row.getByRole('textbox').all();
  expect(await Promise.all(fields.map((one) => one.inputValue()))).toEqual(['', '76%', '81%', '', '80%', '85%']);
  expect(await row.innerText()).toMatch(
    /年龄 0 至 69，一级[\s\S]*市级 90%[\s\S]*年龄 0 至 69，二级[\s\S]*市级 75%[\s\S]*年龄 70 起，一级[\s\S]*市级 95%/,
  );
  expect(await row.innerText()).toContain('“年龄”各段的起止在 YAML 原文中修改。');
  await field.fill('');
  await page.keyboard.type('78%');
  await expect.poll(() => textOf(id)).toBe(written.replace('0.76', '0.78'));
  // A figure below the city's is said beside its own field.
  await row.getByRole('textbox', { name: '分段比例，年龄 70 起，二级，5,000 元 起' }).fill('84%');
  await row.getByText('低于市级标准：市级 85%，本县只能提高').waitFor();
  await row.getByRole('textbox', { name: '分段比例，年龄 70 起，二级，5,000 元 起' }).fill('86%');
  await saved(page);
  await expect.poll(() => textOf(id)).toBe(written.replace('0.76', '0.78').replace('value: 0.85}]', 'value: 0.86}]'));
  expect(await page.getByText(/有 \d+ 处问题/).count()).toBe(0);
  await page.close();
});

it('the first figure of a draft is written with the rows that it stands in, which say what the city says', async () => {
  const { id, page, row } = await draftOf(`${heading}standards: {}\n`);
  const field = row.getByRole('textbox', { name: '分段比例，年龄 70 起，一级，0 元 起' });
  await field.fill('96%');
  await saved(page);
  await expect
    .poll(() => textOf(id))
    .toContain(
      'basic.ratio: [{from: 0, to: 70, value: {1: [{from: 0, value: 0.9}]}}, {from: 70, value: {1: [{from: 0, value: 0.96}]}}]',
    );
  expect(await field.inputValue()).toBe('96%');
  expect(await page.getByText(/有 \d+ 处问题/).count()).toBe(0);
  // Ages are ages, wherever they are set: no amounts of money.
  const sums = page.getByRole('row', { name: /保额/ }).first();
  await sums.getByRole('button', { name: '保额，另定分段' }).click();
  expect(await sums.innerText()).toMatch(/年龄\s+起\s+止（不含）\s+数值\s+0\s[\s\S]*18\s+以上/);
  const border = sums.getByRole('textbox', { name: '保额 1，止（不含）' });
  expect(await border.inputValue()).toBe('18');
  expect(await border.locator('xpath=..').innerText()).toBe('');
  await sums.getByRole('button', { name: '保额，沿用市级' }).click();
  await row.getByRole('button', { name: '分段比例，沿用市级' }).click();
  await expect.poll(() => textOf(id)).not.toContain('basic.ratio');
  expect(await page.locator('body').innerText()).not.toContain('[object');
  await expectFitForUse(page, WRITTEN);
  pages.expectUnbroken();
});
