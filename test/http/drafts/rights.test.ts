import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../signed-in.ts';
import { CountyOffice, type DraftJson, draftIn, guan, outcome } from './county-office.ts';

const office = new CountyOffice();
let draft: DraftJson;
const digestOf = ({ submission }: DraftJson) => ({ digest: submission?.documentDigest });
const WRONG = { digest: `sha256:${'0'.repeat(64)}` };
beforeAll(async () => {
  await office.open();
  draft = await office.submitted('G-ED1', guan('  accident.medical: 8000'));
});
afterAll(() => office.close());

describe('a page that shows somebody else as signed in', () => {
  const as = (person: string) => ({ 'If-Match': `"${draft.revision}"`, 'Dixian-Person': person });
  const approve = (someone: 'G-RE1' | 'S-RE', person: string) =>
    office.send(someone, 'POST', `/drafts/${draft.id}/approvals`, digestOf(draft), as(person));

  it('does nothing in the name of whoever is signed in, and tells them no more of it', async () => {
    expect(outcome(await approve('G-RE1', 'G-RE2'))).toBe('409 signedInAsAnother');
    expect(outcome(await approve('S-RE', 'G-RE1'))).toBe('409 signedInAsAnother');
    const saved = await office.send('G-ED2', 'DELETE', `/drafts/${draft.id}`, undefined, as('G-ED1'));
    expect(outcome(saved)).toBe('409 signedInAsAnother');
    expect(outcome(await approve('G-RE1', 'nobody'))).toBe('422 staffNumberMalformed');
    // Who only looks may.
    const read = await office.send('G-RE1', 'GET', `/drafts/${draft.id}`, undefined, as('G-RE2'));
    expect(draftIn(read)).toMatchObject({ state: 'submitted', approvals: [] });
    // By nobody's page but their own it is done; here it is said of a text that was not submitted.
    const other = await office.send('G-RE1', 'POST', `/drafts/${draft.id}/approvals`, WRONG, as('G-RE1'));
    expect(outcome(other)).toBe('409 approvalOtherText');
  });
});

describe('another county', () => {
  it('is told nothing of a draft, however it got the id: the same as of one that there is not', async () => {
    const nowhere = 'A'.repeat(22);
    for (const id of [draft.id, nowhere]) {
      const headers = { 'If-Match': '"3"' };
      const answers = [
        await office.send('S-ED', 'GET', `/drafts/${id}`),
        await office.send('S-ED', 'GET', `/drafts/${id}/changes`),
        await office.save('S-ED', { id, revision: 3 }, 'x: 1\n'),
        await office.send('S-ED', 'DELETE', `/drafts/${id}`, undefined, headers),
        await office.send('S-ED', 'POST', `/drafts/${id}/comments`, { text: 'x' }, headers),
        await office.send('S-ED', 'POST', `/drafts/${id}/submission`, { reason: 'x' }, headers),
        await office.send('S-ED', 'POST', `/drafts/${id}/withdrawal`, undefined, headers),
        await office.send('S-RE', 'POST', `/drafts/${id}/approvals`, digestOf(draft), headers),
        await office.send('S-RE', 'POST', `/drafts/${id}/returns`, { reason: 'x' }, headers),
        await office.send('S-RE', 'POST', `/drafts/${id}/publication`, undefined, headers),
      ];
      expect(answers.map(outcome)).toEqual(answers.map(() => '404 hidden'));
    }
    expect(outcome(await office.send('S-ED', 'GET', '/drafts/not-an-id'))).toBe('404 hidden');
  });

  it('is told of an act that is none of its roles’ that it is not, whether there is such a draft or not', async () => {
    const headers = { 'If-Match': '"3"' };
    for (const id of [draft.id, 'A'.repeat(22)]) {
      const answers = [
        await office.send('S-ED', 'POST', `/drafts/${id}/approvals`, digestOf(draft), headers),
        await office.send('S-RE', 'POST', `/drafts/${id}/submission`, { reason: 'x' }, headers),
        await office.send('A-D', 'GET', `/drafts/${id}`),
      ];
      expect(answers.map(outcome)).toEqual(answers.map(() => '403 roleMayNot'));
    }
  });

  it('sees no draft of others in lists, and begins none for them', async () => {
    const seen = async (someone: 'S-ED' | 'G-ED1' | 'C-RE' | 'A-N') =>
      ((await office.send(someone, 'GET', '/drafts')).json.items as { id: string }[]).map(({ id }) => id);
    expect(await seen('S-ED')).toEqual([]);
    expect(await seen('G-ED1')).toContain(draft.id);
    expect(await seen('C-RE')).toContain(draft.id);
    expect(await seen('A-N')).toContain(draft.id);
    expect(outcome(await office.send('S-ED', 'POST', '/drafts', { jurisdiction: '371525' }))).toBe('404 hidden');
    expect(outcome(await office.send('A-D', 'GET', '/drafts'))).toBe('403 roleMayNot');
    const refused = await office.send('A-N', 'POST', '/drafts', { jurisdiction: '371525' });
    expect(outcome(refused)).toBe('403 roleMayNot');
    // In the words that people have for roles and acts, not in the program's.
    expect(refused.json.detail).toBe('your roles (analyst) do not cover this');
    expect(JSON.stringify(refused.json)).toContain('roles that do: county editor, city editor');
  });
});

describe('a draft of one place', () => {
  const wrong: Readonly<Record<string, readonly [(text: string) => string, string]>> = {
    "another county's text": [
      (text) => text.replace('jurisdiction: "371525"', 'jurisdiction: "371522"'),
      'draftOtherPlace',
    ],
    'one under a county': [(text) => text.replace('extends: "371500"', 'extends: "371522"'), 'extendsOther'],
  };

  it.each(Object.entries(wrong))('holds %s, and is not submitted with it', async (_, [change, code]) => {
    const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
    const saved = draftIn(await office.save('G-ED1', begun, change(guan('  accident.medical: 8003'))));
    const { status, json } = await office.change('G-ED1', saved, 'submission', { reason: 'x' });
    expect([status, json.code, (json.errors as { code: string }[]).map((one) => one.code)]).toEqual([
      ...[422, 'draftInvalid'],
      [code],
    ]);
  });

  it("does not hold the city's text", async () => {
    const { text } = await office.begin('C-ED', { jurisdiction: '371500', version: '1.0.0' });
    const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
    const saved = draftIn(await office.save('G-ED1', begun, text));
    const { json } = await office.change('G-ED1', saved, 'submission', { reason: 'x' });
    expect((json.errors as { code: string }[]).map((one) => one.code)).toEqual(['draftOtherKind']);
  });
});

describe('nobody approves or publishes what they wrote', () => {
  it('directly, through a second session, or as a reviewer who only submitted it', async () => {
    const own = await office.submitted('G-BOTH', guan('  accident.medical: 8001'));
    expect(outcome(await office.change('G-BOTH', own, 'approvals', digestOf(own)))).toBe('403 selfApproval');
    const second = await signIn(office.service, 'G-BOTH');
    const headers = { ...second, 'If-Match': `"${own.revision}"` };
    const again = await office.send('G-BOTH', 'POST', `/drafts/${own.id}/approvals`, digestOf(own), headers);
    expect(outcome(again)).toBe('403 selfApproval');
    expect(outcome(await office.change('G-BOTH', own, 'returns', { reason: 'x' }))).toBe('403 selfReturn');
    const agreed = draftIn(await office.change('G-RE1', own, 'approvals', digestOf(own)));
    expect(outcome(await office.change('G-BOTH', agreed, 'publication'))).toBe('403 selfPublication');
  });

  it('after their account was renamed and given another role', async () => {
    const own = await office.submitted('G-ED2', guan('  accident.medical: 8002'));
    const path = '/accounts/G-ED2';
    const { headers, status } = await office.send('A-D', 'GET', path);
    expect(status).toBe(200);
    const change = { name: 'Somebody Else', grants: [{ role: 'countyReviewer', jurisdiction: '371525' }] };
    const renamed = await office.send('A-D', 'PATCH', path, change, { 'If-Match': headers.get('etag') ?? '' });
    expect(renamed.status).toBe(200);
    const signed = await signIn(office.service, 'G-ED2');
    const ifMatch = { ...signed, 'If-Match': `"${own.revision}"` };
    const answer = await office.send('G-ED2', 'POST', `/drafts/${own.id}/approvals`, digestOf(own), ifMatch);
    expect(outcome(answer)).toBe('403 selfApproval');
  });

  it('by writing what is not theirs to write into a request', async () => {
    const sent = { reason: 'x', approvedBy: 'G-RE1', state: 'approved', writers: [] };
    const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
    const saved = draftIn(await office.save('G-ED1', begun, guan('  accident.medical: 8003')));
    expect(outcome(await office.change('G-ED1', saved, 'submission', sent))).toBe('422 requestFieldUnknown');
    const other = await office.send('G-ED1', 'POST', '/drafts', { jurisdiction: '371525', state: 'approved' });
    expect(outcome(other)).toBe('422 requestFieldUnknown');
  });

  it('and each refusal of this kind is a line of the audit trail', async () => {
    expect((await office.acts()).filter((act) => act === 'access.refused').length).toBeGreaterThan(0);
  });
});

describe('what weighs more needs the city too', () => {
  const missing = ({ submission }: DraftJson) =>
    submission?.missing.map(({ as, because }) => [as, ...because].join(' '));
  const county = 'countyReviewer';

  it('a figure that the city advises on', async () => {
    const own = await office.submitted('G-ED1', guan('  supplementaryMedical.premium: 145'));
    expect(missing(own)).toEqual([county, 'cityReviewer adviceLeft']);
    const half = draftIn(await office.change('G-RE1', own, 'approvals', digestOf(own)));
    expect(half.state).toBe('submitted');
    expect(outcome(await office.change('G-RE2', half, 'approvals', digestOf(own)))).toBe('409 approvalNotNeeded');
    expect(outcome(await office.change('G-RE1', half, 'publication'))).toBe('409 draftState');
    const full = draftIn(await office.change('C-RE', half, 'approvals', digestOf(own)));
    expect(full.state).toBe('approved');
    expect(outcome(await office.change('C-RE', full, 'publication'))).toBe('403 roleMayNot');
  });

  it('a period that has begun, also where it begins between approval and publication', async () => {
    const past = await office.submitted(
      'G-ED1',
      guan('  accident.medical: 8004', '{from: 2019-04-01, to: 2019-12-31}'),
    );
    expect(missing(past)).toEqual([county, 'cityReviewer startsInPast']);
    const late = await office.approved('G-ED1', 'G-RE1', guan('  accident.medical: 8005', '{from: 2019-05-03}'));
    expect(late.state).toBe('approved');
    office.now = new Date('2019-05-04T00:00:00Z');
    expect(outcome(await office.change('G-RE2', late, 'publication'))).toBe('409 approvalMissing');
    const seen = draftIn(await office.change('C-RE', late, 'approvals', digestOf(late)));
    expect((await office.change('G-RE2', seen, 'publication')).status).toBe(201);
  });

  it('a city’s own draft needs another person of the city, and no county has a part in it', async () => {
    const begun = await office.begin('C-ED', { jurisdiction: '371500', date: '2019-07-01' });
    const raised = begun.text
      .replace(/(accident\.medical:\s*\{value: )5000/, (_, head: string) => `${head}7000`)
      .replace('effective: {from: 2019-01-01', 'effective: {from: 2019-10-01');
    const saved = draftIn(await office.save('C-ED', begun, raised));
    const own = draftIn(await office.change('C-ED', saved, 'submission', { reason: 'for all' }));
    expect(missing(own)).toEqual(['cityReviewer']);
    expect(outcome(await office.change('G-RE1', own, 'approvals', digestOf(own)))).toBe('404 hidden');
    expect(outcome(await office.change('C-ED', own, 'approvals', digestOf(own)))).toBe('403 roleMayNot');
    expect(draftIn(await office.change('C-RE', own, 'approvals', digestOf(own))).state).toBe('approved');
  });
});
