import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newAjv } from '../../server/rulesets/schemas.ts';
import { type Service, startService } from './service.ts';

let service: Service;
let published: (claim: unknown) => boolean;
beforeAll(async () => {
  service = await startService();
  const { json } = await service.call('/api/v1/jurisdictions/371525/claim-schema?type=inpatient&date=2019-06-01');
  published = newAjv().compile(json.schema as object);
});
afterAll(() => service.stop());

const stay = { type: 'inpatient', hospital: { level: 1 }, cost: { inScope: 1 } };
const away = { level: 1, place: 'city' };

async function evaluated(group: object) {
  const claim = { ...stay, ...group };
  const body = JSON.stringify({ id: '1', jurisdiction: '371525', date: '2019-06-01', claim });
  const { status, json } = await service.post(body, { 'Accept-Language': 'en' });
  const errors = (json.errors ?? []) as readonly { code: string; pointer: string; message: string }[];
  expect(published(claim)).toBe(status === 200);
  return { errors, told: errors.map(({ code, pointer }) => `${code} ${pointer}`) };
}

const level = 'claimFieldMissing /claim/hospital/level';
const inScope = 'claimFieldMissing /claim/cost/inScope';

describe('where something else stands for a group of facts', () => {
  it.each<[object, readonly string[]]>([
    [{ hospital: [] }, ['claimWrongType /claim/hospital', level]],
    [{ hospital: 3 }, ['claimWrongType /claim/hospital', level]],
    [{ cost: null }, ['claimWrongType /claim/cost', inScope]],
    [{ cost: 'x', hospital: true }, ['claimWrongType /claim/hospital', level, 'claimWrongType /claim/cost', inScope]],
    [{ stay: 3 }, ['claimWrongType /claim/stay']],
    [{ history: [] }, ['claimWrongType /claim/history']],
    [{ cost: { inScope: [] } }, ['claimWrongType /claim/cost/inScope']],
    [{ hospital: away, referral: null }, ['claimWrongType /claim/referral', 'factNeeded /claim/referral/status']],
  ])('%j is told with each fact that has to be given in it', async (group, expected) => {
    expect((await evaluated(group)).told).toEqual(expected);
  });

  it('is told in the words of a group that is missing', async () => {
    const [, instead] = (await evaluated({ hospital: [] })).errors;
    const [missing] = (await evaluated({ hospital: undefined })).errors;
    expect(instead).toEqual(missing);
  });

  it('is refused where the published schema refuses it, and nothing else is', async () => {
    expect((await evaluated({})).told).toEqual([]);
    expect((await evaluated({ stay: {} })).told).toEqual([]);
    expect((await evaluated({ hospital: {} })).told).toEqual([level]);
  });
});
