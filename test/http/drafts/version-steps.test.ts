import { afterEach, describe, expect, it } from 'vitest';
import { standingOf } from '../../../server/rulesets/standing.ts';
import { CountyOffice, draftIn, guan, outcome, type Someone } from './county-office.ts';
import { Door } from './door.ts';

let office: CountyOffice | undefined;
afterEach(() => office?.close());

describe('a version that the city revokes while a county is putting it back', () => {
  it.each([
    ['stays revoked', true, '409 versionStanding', ['suspended', 'revoked']],
    [
      'would be told to stand again, where the store did not look: the negative control',
      false,
      '200',
      ['suspended', 'revoked', 'resumed'],
    ],
  ])('%s', async (_, guarded, wanted, left) => {
    const door = new Door(guarded);
    const all = await new CountyOffice().open({}, (store) => door.before(store));
    office = all;
    const agreed = await all.approved('G-ED1', 'G-RE1', guan('  accident.medical: 8000', '{from: 2019-10-01}'));
    const { version = '' } = draftIn(await all.change('G-RE2', agreed, 'publication'), 201).publication ?? {};
    const step = async (someone: Someone, what: string) =>
      outcome(await all.send(someone, 'POST', `/jurisdictions/371525/rule-sets/${version}/${what}`, { reason: 'so' }));
    expect(await step('G-RE1', 'suspension')).toBe('200');
    const waits = door.stop('version.resumed');
    const answer = step('G-RE2', 'resumption');
    await waits;
    expect(await step('C-RE', 'revocation')).toBe('200');
    door.letIn();
    expect(await answer).toBe(wanted);
    const record = all.store.records().find(({ jurisdiction }) => jurisdiction === '371525');
    expect(record?.events?.map(({ kind }) => kind)).toEqual(left);
    if (guarded && record !== undefined) expect(standingOf(record)).toBe('revoked');
  });
});
