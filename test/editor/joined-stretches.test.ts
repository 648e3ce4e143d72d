import { expect, it } from 'vitest';
import { joinedStretches } from '../../editor/shell/joined-stretches.ts';

it('periods that follow each other without a day between are told as one, others apart', () => {
  const year = [
    { from: '2019-07-01', to: '2019-12-31' },
    { from: '2019-01-01', to: '2019-06-30' },
  ];
  expect(joinedStretches(year)).toEqual([{ from: '2019-01-01', to: '2019-12-31' }]);
  expect(joinedStretches([...year, { from: '2020-01-02', to: null }])).toEqual([
    { from: '2019-01-01', to: '2019-12-31' },
    { from: '2020-01-02', to: null },
  ]);
  expect(joinedStretches([{ from: '2019-01-01', to: null }, ...year])).toEqual([{ from: '2019-01-01', to: null }]);
  expect(joinedStretches([])).toEqual([]);
});
