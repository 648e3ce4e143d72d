import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CountyOffice, type DraftJson, draftIn, guan, outcome, type Someone } from './county-office.ts';

const office = new CountyOffice();
beforeAll(() => office.open());
afterAll(() => office.close());

const digestOf = ({ submission }: DraftJson) => ({ digest: submission?.documentDigest });
const premium = (value: number) => (text: string) =>
  text.replace(/(supplementaryMedical\.premium:\s*\{value: )150/, (_, head: string) => `${head}${value}`);

describe('a version that is put back on ground where it goes against the city’s advice', () => {
  const resume = (someone: Someone, version: string) =>
    office.send(someone, 'POST', `/jurisdictions/371525/rule-sets/${version}/resumption`, { reason: 'go on' });

  it('needs the city, which it did not need on the ground that it was approved on', async () => {
    const draft = await office.submitted('G-ED1', guan('  supplementaryMedical.premium: 160', '{from: 2019-08-01}'));
    expect(draft.submission?.needed).toEqual([{ as: 'countyReviewer', because: [] }]);
    const agreed = draftIn(await office.change('G-RE1', draft, 'approvals', digestOf(draft)));
    const { version = '' } = draftIn(await office.change('G-RE2', agreed, 'publication'), 201).publication ?? {};

    const begun = await office.begin('C-ED', { jurisdiction: '371500', version: '1.0.0' });
    const raised = premium(170)(begun.text).replace('effective: {from: 2019-01-01', 'effective: {from: 2019-07-01');
    const saved = draftIn(await office.save('C-ED', begun, raised));
    const sent = draftIn(await office.change('C-ED', saved, 'submission', { reason: 'dearer for all' }));
    const half = draftIn(await office.change('C-RE', sent, 'approvals', digestOf(sent)));
    draftIn(await office.change('C-RE2', half, 'publication'), 201);
    const own = () => office.store.records().find((one) => one.jurisdiction === '371525');
    expect(own()?.events?.map(({ kind }) => kind)).toEqual(['suspended']);

    const alone = await resume('G-RE2', version);
    expect([outcome(alone), (await resume('G-ED1', version)).json.code]).toEqual(['409 approvalMissing', 'roleMayNot']);
    expect(own()?.events?.map(({ kind }) => kind)).toEqual(['suspended']);
    expect(outcome(await resume('C-RE', version))).toBe('200');
    expect(own()?.events?.map(({ kind }) => kind)).toEqual(['suspended', 'resumed']);
  });
});

describe('a version that somebody wrote who reviews too', () => {
  it('is not put back by them, whoever set it aside and however little has changed', async () => {
    const draft = await office.submitted('G-BOTH', guan('  accident.medical: 9100', '{from: 2019-11-01}'));
    const agreed = draftIn(await office.change('G-RE1', draft, 'approvals', digestOf(draft)));
    const { version = '' } = draftIn(await office.change('G-RE2', agreed, 'publication'), 201).publication ?? {};
    const act = async (someone: Someone, what: string) =>
      outcome(
        await office.send(someone, 'POST', `/jurisdictions/371525/rule-sets/${version}/${what}`, { reason: 'so' }),
      );
    expect(await act('G-BOTH', 'suspension')).toBe('200');
    expect(await act('G-BOTH', 'resumption')).toBe('403 selfResumption');
    expect(await act('G-RE1', 'resumption')).toBe('200');
  });
});

describe('a version that the city set aside', () => {
  it('is put back by the city alone, though its ground has not moved; what the county set aside, by the county', async () => {
    const draft = await office.submitted('G-ED1', guan('  accident.medical: 9000', '{from: 2019-10-01}'));
    const agreed = draftIn(await office.change('G-RE1', draft, 'approvals', digestOf(draft)));
    const { version = '' } = draftIn(await office.change('G-RE2', agreed, 'publication'), 201).publication ?? {};
    const act = async (someone: Someone, what: string) =>
      outcome(
        await office.send(someone, 'POST', `/jurisdictions/371525/rule-sets/${version}/${what}`, { reason: 'so' }),
      );
    expect([await act('G-RE1', 'suspension'), await act('G-RE2', 'resumption')]).toEqual(['200', '200']);
    expect([await act('C-RE', 'suspension'), await act('G-RE2', 'resumption')]).toEqual(['200', '409 approvalMissing']);
    const told = await office.send('G-RE1', 'GET', `/jurisdictions/371525/rule-sets?limit=100`);
    const items = told.json.items as readonly { version: string; events: readonly { as: string | null }[] }[];
    const events = items.find((one) => one.version === version)?.events ?? [];
    expect(events.map(({ as: role }) => role)).toEqual(['countyReviewer', 'countyReviewer', 'cityReviewer']);
    expect(await act('C-RE2', 'resumption')).toBe('200');
    expect(await act('C-RE', 'revocation')).toBe('200');
  });
});
