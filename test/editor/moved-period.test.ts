import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withPeriodMoved } from '../../editor/standards/text/moved-period.ts';
import { rewriting } from '../../editor/standards/text/rewritten-text.ts';
import { root } from '../house/sources.ts';

const city = readFileSync(join(root, 'rules/371500/liaocheng-2019.yaml'), 'utf8');
const thisYear = '{from: 2019-01-01, to: 2019-12-31}';
const nextYear = '{from: "2020-01-01", to: "2020-12-31"}';

it.each([[['to', 'from']], [['from', 'to']]])(
  'a plan that is given next year’s days, %j, insures its products for them as well, and nothing else is touched',
  (ends) => {
    const rewrite = rewriting(withPeriodMoved);
    const days = { from: '2020-01-01', to: '2020-12-31' } as Readonly<Record<string, string>>;
    const moved = ends.reduce((text, end) => rewrite(text, ['effective', end], days[end]), city);
    expect(city.split(thisYear)).toHaveLength(5);
    expect(moved).toBe(city.replaceAll(thisYear, nextYear));
  },
);

it('a day that is typed and taken back leaves the text as it was', () => {
  const rewrite = rewriting(withPeriodMoved);
  const typed = rewrite(city, ['effective', 'to'], '2020-12-31');
  expect(rewrite(typed, ['effective', 'to'], '2019-12-31')).toBe(city);
});

it('a product with days of its own keeps them', () => {
  const other = 'period: {from: 2019-01-01, to: 2019-06-30}';
  const text = city.replace(`period: ${thisYear}`, other);
  const moved = withPeriodMoved(text, ['effective', 'to'], '2020-12-31');
  expect(moved).toContain(other);
  expect(moved.match(/to: "2020-12-31"/g)).toHaveLength(3);
});

it('what a county adds moves with the county’s days, and a layer without days is given none', () => {
  const county = `effective: ${thisYear}\nadds:\n  layers:\n    - {name: aid}\n    - {name: more, period: ${thisYear}}\n`;
  expect(withPeriodMoved(county, ['effective', 'to'], '2020-12-31')).toBe(
    county.replaceAll('to: 2019-12-31', 'to: "2020-12-31"'),
  );
});
