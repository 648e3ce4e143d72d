import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { draftIn } from '../http/drafts/county-office.ts';
import { expectFitForUse } from './fit-for-use.ts';
import { officePages } from './office-pages.ts';

const heading = `kind: Override
jurisdiction: "371525"
extends: "371500"
effective: {from: 2019-07-01, to: 2019-12-31}
reason: {zh: 虚构, en: made up}
`;

const pages = officePages({ now: '2019-07-02T00:00:00Z' });
const { office } = pages;

const textOf = async (id: string) => draftIn(await office.send('G-ED1', 'GET', `/drafts/${id}`)).text;
const saved = (page: Page) => page.getByText(/^已保存/).waitFor();

/** What the field or button is called that somebody is in. */
const focused = (page: Page) => page.locator(':focus').getAttribute('aria-label');

async function draftOf(text: string, viewport = { width: 1366, height: 768 }) {
  const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  const { id } = draftIn(await office.save('G-ED1', begun, text));
  const page = await pages.open('G-ED1', `/drafts/${id}`, viewport);
  return { id, page, row: page.getByRole('row', { name: /住院医疗救助比例/ }).first() };
}

it('a figure that the city has for everybody is raised for some, and given back', async () => {
  const { id, page, row } = await draftOf(`${heading}standards: {}\n`);
  await row.getByRole('button', { name: '住院医疗救助比例，部分对象另定' }).click();
  await page.getByTitle('按医院所在地另定').click();
  const field = row.getByRole('textbox', { name: '住院医疗救助比例，户籍所在县（市、区）' });
  // Who has said by what goes on to the first figure.
  expect(await field.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  await field.fill('90%');
  await saved(page);
  await expect
    .poll(() => textOf(id))
    .toMatch(/keyedStandards:\s*\{?medicalAssistance\.ratio: \{by: hospital\.place, value: \{homeCounty: 0\.9\}\}/);

  // Below the city's it is said beside its own field.
  await row.getByRole('textbox', { name: '住院医疗救助比例，市外' }).fill('60%');
  await row.getByText('低于市级标准：市级 70%', { exact: false }).waitFor();
  await row.getByRole('textbox', { name: '住院医疗救助比例，市外' }).fill('');
  await expect.poll(() => textOf(id)).not.toContain('outsideCity');
  // More for everybody is what the others have.
  await row.getByRole('textbox', { name: '住院医疗救助比例', exact: true }).fill('75%');
  await expect.poll(() => row.getByText('对所有人 75%').count()).toBe(3);
  // The last figure is typed anew in its own field.
  await field.focus();
  for (const _ of '90%') await page.keyboard.press('Backspace');
  await expect.poll(() => textOf(id)).not.toContain('homeCounty');
  await page.keyboard.type('95%');
  await expect.poll(() => textOf(id)).toContain('{homeCounty: 0.95}');
  await row.getByRole('button', { name: '住院医疗救助比例，不再另定' }).click();
  expect(await focused(page)).toBe('住院医疗救助比例');
  await expect.poll(() => textOf(id)).not.toContain('homeCounty');
  await saved(page);
  expect(await page.getByText(/有 \d+ 处问题/).count()).toBe(0);
  // By the keyboard: back from the field to the clause, and on to it; who thinks better of it is where they were.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe('住院医疗救助比例，部分对象另定');
  await page.keyboard.press('Enter');
  await row.getByRole('combobox', { name: '住院医疗救助比例，按什么区分？' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('住院医疗救助比例');
  expect(await row.getByRole('combobox').count()).toBe(0);
  await expectFitForUse(page, [/某某人/]);
  pages.expectUnbroken();
});

it('what a form cannot show is said, and two hands at one figure are told whose it is', async () => {
  const some = 'keyedStandards:\n  medicalAssistance.ratio: {by: hospital.place, value: {city: 0.8}}\n';
  const { id, page, row } = await draftOf(`${heading}${some}`);
  const field = row.getByRole('textbox', { name: '住院医疗救助比例，市内其他县（市、区）' });
  expect(await field.inputValue()).toBe('80%');
  // Somebody else gives it by another fact, which has an item of the same name.
  const now = draftIn(await office.send('G-ED1', 'GET', `/drafts/${id}`));
  await office.save('G-ED1', now, `${heading}${some.replace('hospital.place', 'hospital.rank')}`);
  await field.fill('85%');
  const alert = page.getByRole('alert').filter({ hasText: '您在另一处' });
  await alert.waitFor();
  const told = await alert.innerText();
  expect(told).toContain('按医院所在地另定，市内其他县（市、区） 85%');
  expect(told).toContain('按医院隶属另定，市级及以上 80%');
  await page.close();
});
