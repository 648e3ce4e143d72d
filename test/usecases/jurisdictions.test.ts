import { expect, it } from 'vitest';
import { jurisdiction, jurisdictions } from '../../server/usecases/jurisdictions.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { misfits } from '../answers.ts';
import { Published, realBook, refused } from '../published.ts';
import { jurisdictionsText } from '../store/texts.ts';

const now = new Date('2019-08-01T04:00:00Z');

it.each([true, false])('lists every code with what is in force there (samples: %s)', async (samples) => {
  const book = await realBook(samples);
  const found = await jurisdictions(book, now);
  expect(misfits('jurisdictions-answer', found)).toEqual([]);
  expect(found.items).toHaveLength(13);
  for (const { code, inForce } of found.items) {
    const { name } = await book.inForce(code, '2019-08-01');
    expect(inForce).toMatchObject({ date: '2019-08-01', today: true, effectiveDigest: name.effectiveDigest });
    expect(inForce?.version).toBe(name.version);
  }
});

it('tells one, with when which rules apply', async () => {
  const found = await jurisdiction(await realBook(true), '371525', now);
  expect(found).toMatchObject({
    code: '371525',
    city: '371500',
    counties: [],
    inForce: { version: '1.0.0', baseVersion: '1.0.0', period: { from: '2019-07-01', to: '2019-12-31' } },
    periods: [
      { from: '2019-01-01', to: '2019-06-30', version: null, baseVersion: '1.0.0' },
      { from: '2019-07-01', to: '2019-12-31', version: '1.0.0', baseVersion: '1.0.0' },
    ],
  });
});

it('tells a city with its counties, and a code that came after another', async () => {
  const book = await realBook(false);
  const city = await jurisdiction(book, '371500', new Date('2026-01-01T00:00:00Z'));
  expect(city.counties).toHaveLength(12);
  expect(city.inForce).toMatchObject({ date: '2019-12-31', today: false, version: '1.0.0', baseVersion: '1.0.0' });
  const district = await jurisdiction(book, '371503', now);
  expect(district).toMatchObject({ validFrom: '2020-01-01', validTo: null, predecessor: '371523', successor: null });
  expect(await jurisdiction(book, '371523', now)).toMatchObject({ validTo: '2019-12-31', successor: '371503' });
});

it('says so where nothing was published, and where there is no such code', async () => {
  const book = new RuleBook(new Published(jurisdictionsText));
  expect(await jurisdiction(book, '371525', now)).toMatchObject({ inForce: null, periods: [] });
  expect(await refused(jurisdiction(book, '110000', now))).toEqual(['unknownJurisdiction /jurisdiction']);
});
