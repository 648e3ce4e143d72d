import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { example, type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** Names of the readings and unverified figures that a settlement of the city's is told with. */
async function told(claim: object): Promise<readonly unknown[]> {
  const { status, json } = await service.post(JSON.stringify({ ...example, jurisdiction: '371500', claim }));
  expect(status).toBe(200);
  const notices = json.notices as readonly Readonly<Record<string, unknown>>[];
  return notices.flatMap(({ code, reading, standard }) =>
    code === 'readingUsed' ? [reading] : code === 'unverifiedFigure' ? [standard] : [],
  );
}

describe('a settlement is told with', () => {
  it('the readings of a rule that withholds, and of the terms it gives', async () => {
    const stay = { type: 'inpatient', hospital: { level: 3, place: 'city' }, cost: { inScope: 20000 } };
    const ofReferral = ['referralNeeded', 'withheld', 'referral.withheld'];
    expect(await told({ ...stay, referral: { status: 'notNeeded' } })).toEqual(expect.arrayContaining(ofReferral));
    const referred = await told({ ...stay, referral: { status: 'completed' } });
    expect(referred.filter((one) => ofReferral.includes(String(one)))).toEqual([]);
  });

  it('what a level means wherever it is read, and nowhere else', async () => {
    const cost = { inScope: 20000 };
    for (const level of [1, 2, 3])
      expect(await told({ type: 'inpatient', hospital: { level }, cost })).toContain('nonDesignatedInCity');
    const away = {
      type: 'inpatient',
      hospital: { level: 3, place: 'outsideCity' },
      referral: { status: 'completed' },
      cost,
      settled: { basicMedical: 10000, criticalIllness: 1500 },
    };
    expect(await told(away)).not.toContain('nonDesignatedInCity');
    expect(await told(away)).toContain('stayOutsideCity');
  });
});
