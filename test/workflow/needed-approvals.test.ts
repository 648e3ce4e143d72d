import { describe, expect, it } from 'vitest';
import { missingApprovals, neededApprovals, neededOn } from '../../server/workflow/needed-approvals.ts';

const county = { as: 'countyReviewer', because: [] } as const;
const plain = { kind: 'Override', adviceLeft: [], waivers: [] } as const;

describe('the approvals that a text needs', () => {
  it('are those of one county reviewer, and of the city where advice is left or a product waived', () => {
    expect(neededApprovals(plain)).toEqual([county]);
    expect(neededApprovals({ ...plain, adviceLeft: ['supplementaryMedical.premium'] })).toEqual([
      county,
      { as: 'cityReviewer', because: ['adviceLeft'] },
    ]);
    expect(neededApprovals({ ...plain, adviceLeft: ['a.b'], waivers: ['accident'] })).toEqual([
      county,
      { as: 'cityReviewer', because: ['adviceLeft', 'waiver'] },
    ]);
  });

  it('are that of a city reviewer for a city, whenever it begins', () => {
    const city = neededApprovals({ ...plain, kind: 'RuleSet' });
    expect(city).toEqual([{ as: 'cityReviewer', because: [] }]);
    expect(neededOn(city, { from: '2019-01-01' }, '2019-05-01')).toEqual(city);
  });

  it('are also the city’s where the period has begun before the day', () => {
    expect(neededOn([county], { from: '2019-05-01' }, '2019-05-01')).toEqual([county]);
    expect(neededOn([county], { from: '2019-04-30' }, '2019-05-01')).toEqual([
      county,
      { as: 'cityReviewer', because: ['startsInPast'] },
    ]);
    expect(
      neededOn([county, { as: 'cityReviewer', because: ['waiver'] }], { from: '2019-04-30' }, '2019-05-01')[1],
    ).toEqual({ as: 'cityReviewer', because: ['waiver', 'startsInPast'] });
  });

  it('are missing until somebody has given them to this document', () => {
    const yes = { by: 'wang', as: 'countyReviewer', at: '', digest: 'd' } as const;
    expect(missingApprovals([county], [yes], 'd')).toEqual([]);
    expect(missingApprovals([county], [yes], 'e')).toEqual([county]);
  });
});
