import { describe, expect, it } from 'vitest';
import { gapsAround, inForceWithin, uncovered } from '../../server/rulesets/ground.ts';
import { movedVersions, type Places, withEvent } from '../../server/rulesets/moved-ground.ts';
import type { PublicationRecord } from '../../server/rulesets/publication.ts';

const record = (jurisdiction: string, sequence: number, from: string, to?: string): PublicationRecord => ({
  jurisdiction,
  version: `${sequence}.0.0`,
  sequence,
  kind: jurisdiction === '371500' ? 'RuleSet' : 'Override',
  effective: to === undefined ? { from } : { from, to },
  digest: `sha256:${sequence}`,
  publishedAt: '2019-01-01T00:00:00Z',
  publishedBy: 'li',
  sample: false,
});

const city = [record('371500', 1, '2019-01-01', '2019-06-30'), record('371500', 2, '2019-08-01', '2019-12-31')];

describe('what is in force within a period', () => {
  it('ends and begins with it', () => {
    expect(inForceWithin(city, '371500', { from: '2019-06-01', to: '2019-08-31' }).map(({ period }) => period)).toEqual(
      [
        { from: '2019-06-01', to: '2019-06-30' },
        { from: '2019-08-01', to: '2019-08-31' },
      ],
    );
  });

  it('leaves uncovered what nothing is in force in', () => {
    expect(uncovered(city, '371500', { from: '2018-12-01' })).toEqual([
      { from: '2018-12-01', to: '2018-12-31' },
      { from: '2019-07-01', to: '2019-07-31' },
      { from: '2020-01-01' },
    ]);
    expect(uncovered(city, '371500', { from: '2019-01-01', to: '2019-06-30' })).toEqual([]);
    expect(uncovered(city, '371500', { from: '2019-07-02', to: '2019-07-03' })).toEqual([
      { from: '2019-07-02', to: '2019-07-03' },
    ]);
  });

  it('leaves gaps to what is before and after it', () => {
    expect(gapsAround(city, '371500', { from: '2019-07-05', to: '2019-07-20' })).toEqual([
      { from: '2019-07-01', to: '2019-07-04' },
      { from: '2019-07-21', to: '2019-07-31' },
    ]);
    expect(gapsAround(city, '371500', { from: '2019-07-01', to: '2019-07-31' })).toEqual([]);
    expect(gapsAround(city, '371500', { from: '2020-02-01' })).toEqual([{ from: '2020-01-01', to: '2020-01-31' }]);
    expect(gapsAround([], '371500', { from: '2020-02-01' })).toEqual([]);
  });

  it('is open where it ends on the last day there is', () => {
    const last = [record('371500', 1, '2019-01-01', '9999-12-31')];
    for (const period of [{ from: '2018-12-01' }, { from: '2018-12-01', to: '9999-12-31' }]) {
      expect(uncovered(last, '371500', period)).toEqual([{ from: '2018-12-01', to: '2018-12-31' }]);
      expect(gapsAround(last, '371500', period)).toEqual([]);
      expect(inForceWithin(last, '371500', period)).toMatchObject([{ period: { ...period, from: '2019-01-01' } }]);
    }
  });
});

const places: Places = {
  sameAs: (code) => [code],
  cityOf: (code) => (code === '371500' ? null : ['371500']),
};
const today = '2019-05-01';

describe('versions whose ground moves', () => {
  const county = record('371525', 3, '2019-09-01', '2019-10-31');
  const begun = record('371525', 4, '2019-04-01', '2019-06-30');
  const other = record('371522', 5, '2019-11-01');
  const before = [...city, county, begun, other];
  const moved = (...more: readonly PublicationRecord[]) =>
    movedVersions(before, [...before, ...more], places, today).map(({ version }) => version);

  it('are those that have not begun and stand on what the city replaces', () => {
    expect(moved(record('371500', 9, '2019-10-01'))).toEqual(['2.0.0', '3.0.0', '5.0.0']);
    expect(moved(record('371500', 9, '2019-01-01', '2019-06-30'))).toEqual([]);
    expect(moved(record('371500', 9, '2020-01-01'))).toEqual(['5.0.0']);
  });

  it('are those of the jurisdiction itself whose period is taken', () => {
    expect(moved(record('371525', 9, '2019-10-01', '2019-10-05'))).toEqual(['3.0.0']);
    expect(moved(record('371525', 9, '2019-11-01'))).toEqual([]);
    expect(moved(record('371522', 9, '2019-09-01', '2019-10-31'))).toEqual([]);
  });

  it('are none where the city publishes the same text again', () => {
    const again = { ...record('371500', 9, '2019-08-01', '2019-12-31'), digest: 'sha256:2' };
    expect(moved(again)).toEqual(['2.0.0']);
  });

  it('are also those that stood on what is set aside thereby', () => {
    const base = record('371500', 6, '2020-01-01', '2020-12-31');
    const onIt = record('371525', 7, '2020-03-01', '2020-03-31');
    const all = [base, onIt];
    const after = [...all, record('371500', 8, '2020-12-31')];
    // The new text touches another day than the county's, but the scheduled one that it stands on is set aside.
    expect(movedVersions(all, after, places, today).map(({ version }) => version)).toEqual(['6.0.0', '7.0.0']);
  });

  it('are none of those that are set aside already', () => {
    const event = { kind: 'suspended', sequence: 8, at: '2019-04-01T00:00:00Z', by: 'dixian', reason: '' } as const;
    const set = withEvent(before, county, event);
    const after = [...set, record('371500', 9, '2019-09-01', '2019-10-31')];
    expect(movedVersions(set, after, places, today).map(({ version }) => version)).toEqual(['2.0.0', '5.0.0']);
  });
});
