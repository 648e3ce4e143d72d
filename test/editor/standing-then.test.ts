import { describe, expect, it } from 'vitest';
import { daysLeft, onceInForce, replacing, type Version } from '../../editor/versions/standing-then.ts';

function version(number: string, sequence: number, publishedAt: string, more: Partial<Version> = {}): Version {
  const effective = { from: '2019-07-01', to: '2019-12-31' };
  return {
    ...{ version: number, sequence, publishedAt, effective, standing: 'standing', inForce: [], events: [] },
    ...more,
  };
}

const first = version('1.0.0', 1, '2019-06-01T00:00:00Z');
const later = version('1.1.0', 2, '2019-07-10T00:00:00Z', {
  effective: { from: '2019-08-01', to: '2019-12-31' },
  standing: 'suspended',
  events: [
    { kind: 'suspended', sequence: 3, at: '2019-07-20T00:00:00Z', by: 'dixian', as: null, reason: '371525 2.0.0' },
  ],
});
const last = version('2.0.0', 3, '2019-07-20T00:00:00Z', { inForce: [{ from: '2019-07-01', to: '2019-12-31' }] });
const all = [last, later, first];

describe('a version that another has taken all days of', () => {
  it('was in force while that was not known, on the days that passed', () => {
    expect(onceInForce(first, all)).toEqual([{ from: '2019-07-01', to: '2019-07-19' }]);
    expect(onceInForce(later, all)).toEqual([]);
    expect(onceInForce(last, all)).toEqual([]);
  });

  it('does not come into force again by being put back', () => {
    expect(replacing(later, all)).toEqual([last]);
    expect(daysLeft(later, all)).toEqual([]);
  });

  it('keeps the days that are left to it', () => {
    const days = { from: '2019-07-01', to: '2019-09-30' };
    const short = { ...last, effective: days, inForce: [days] };
    expect(daysLeft(later, [short, later, first])).toEqual([{ from: '2019-10-01', to: '2019-12-31' }]);
    expect(replacing(first, [later, first])).toEqual([]);
    // One that is itself taken the place of takes nothing from it.
    expect(replacing(first, [last, { ...later, standing: 'standing' }, first])).toEqual([last]);
  });
});
