import { expect, it } from 'vitest';
import { effectiveDigest } from '../../server/rulesets/digest.ts';
import { inForce } from '../../server/rulesets/in-force.ts';
import { pairsInForce } from '../../server/rulesets/pairs-in-force.ts';
import { Published } from '../published.ts';
import { cityText, countyText, jurisdictionsText } from '../store/texts.ts';

const source = new Published(jurisdictionsText, [
  cityText(100),
  countyText(200),
  cityText(120, '371500', '2019-10-01', '2020-03-31'),
  countyText(210).replace('from: 2019-07-01, to: 2019-12-31', 'from: 2019-09-01, to: 2020-06-30'),
]);
const records = source.records();

it('cuts time wherever the city or the county changes', () => {
  const told = pairsInForce(records, '371500', '371525').map(
    ({ period: { from, to }, base, override }) => `${from} ${to} ${base.version} ${override?.version}`,
  );
  expect(told).toEqual([
    '2019-01-01 2019-06-30 1.0.0 undefined',
    '2019-07-01 2019-08-31 1.0.0 1.0.0',
    '2019-09-01 2019-09-30 1.0.0 2.0.0',
    '2019-10-01 2020-03-31 2.0.0 2.0.0',
  ]);
});

it('says of every day what is in force on it', () => {
  const pairs = pairsInForce(records, '371500', '371525');
  for (let day = Date.UTC(2018, 11, 30); day < Date.UTC(2020, 6, 3); day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10);
    const covering = pairs.filter(({ period: { from, to = '9' } }) => from <= date && date <= to);
    const base = inForce(records, '371500', date);
    expect(covering).toHaveLength(base === null ? 0 : 1);
    const own = base === null ? null : inForce(records, '371525', date);
    const digest = ({ base: one, override }: (typeof pairs)[number]) =>
      effectiveDigest(one.digest, override?.digest ?? null);
    if (base !== null) expect(covering.map(digest)).toEqual([effectiveDigest(base.digest, own?.digest ?? null)]);
  }
});
