import { expect, it } from 'vitest';
import { Published } from '../published.ts';
import { cityText, countyText } from '../store/texts.ts';
import { seriousFindings } from './browser.ts';
import { servedPages } from './pages-service.ts';

const jurisdictions = `kind: Jurisdictions
jurisdictions:
  - {code: "371500", name: {zh: 甲市, en: First City}}
  - {code: "371525", name: {zh: 甲县, en: First County}, parent: "371500"}
  - {code: "990100", name: {zh: 乙市, en: Second City}}
  - {code: "990101", name: {zh: 乙县, en: Second County}, parent: "990100"}
`;

/** Two cities with a plan of their own, each with a county that has raised its figure; all made up. */
const pages = servedPages({
  samples: false,
  rules: new Published(jurisdictions, [
    cityText(100),
    countyText(200),
    cityText(3_000, '990100').replace('basic.sum: {', 'basic.sum: {label: {zh: 补助金, en: grant}, '),
    countyText(4_000, '990101').replace('371500', '990100'),
  ]),
});

it('the overview is of the first city until another is chosen, which its address keeps', async () => {
  const page = await pages.open('/overview');
  await page.getByRole('heading', { level: 1, name: '甲市' }).waitFor();
  expect(await page.title()).toBe('总览 · 底线');
  await page.getByRole('gridcell').filter({ hasText: '200 元' }).waitFor();
  expect(await page.getByRole('columnheader').allInnerTexts()).not.toContain('乙县');
  await page.getByRole('combobox', { name: '市', exact: true }).click();
  await page.getByTitle('乙市').click();
  await page.getByRole('heading', { level: 1, name: '乙市' }).waitFor();
  await page
    .getByRole('row', { name: /补助金/ })
    .filter({ hasText: '4,000 元' })
    .waitFor();
  expect(new URL(page.url()).search).toBe('?city=990100');
  // A standard of the city that names no clause is no county's.
  expect(
    await page
      .getByRole('row', { name: /补助金/ })
      .getByRole('rowheader')
      .innerText(),
  ).toBe('补助金');
  await page.reload();
  await page.getByRole('row', { name: /补助金/ }).waitFor();
  await page.getByRole('link', { name: '同一申请在各县' }).click();
  await page.getByRole('heading', { level: 1, name: '乙市' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  pages.expectUnbroken();
  await page.close();
});

it('a county of either city is shown beside the floor of its own, on a day on which it has none yet a choice remains', async () => {
  const page = await pages.open('/counties');
  await page.getByRole('list', { name: '乙市（市级底线）' }).getByText('1 项另有规定').waitFor();
  await page.getByRole('link', { name: '乙县' }).click();
  await page
    .getByRole('row', { name: /补助金/ })
    .filter({ hasText: '3,000 元' })
    .filter({ hasText: '4,000 元' })
    .waitFor();
  await page.goto(`${pages.address()}/overview?city=990100&date=2018-01-01`);
  await page.getByRole('combobox', { name: '市', exact: true }).waitFor();
  pages.expectUnbroken();
  await page.close();
});
