import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CountyOffice, type DraftJson, draftIn, guan, outcome, type Someone } from './county-office.ts';

const office = new CountyOffice();
beforeAll(() => office.open());
afterAll(() => office.close());

const begun = (someone: Someone) => office.begin(someone, { jurisdiction: '371525', date: '2019-07-01' });
const approve = (someone: Someone, draft: DraftJson) =>
  office.change(someone, draft, 'approvals', { digest: draft.submission?.documentDigest });
const writersOf = async ({ id }: DraftJson) => (await office.store.row('drafts', id))?.row.writers;

describe('a text that was written elsewhere', () => {
  it('is not approved by who wrote it in a draft of their own, though somebody else puts the copy forward', async () => {
    const text = guan('  accident.medical: 8100');
    await office.save('G-BOTH', await begun('G-BOTH'), text);
    const copy = await office.submitted('G-ED1', text);
    expect(await writersOf(copy)).toEqual(['G-ED1', 'G-BOTH']);
    expect(outcome(await approve('G-BOTH', copy))).toBe('403 selfApproval');
    const { json } = await office.send('G-BOTH', 'GET', '/reviews');
    expect((json.items as readonly { draft: DraftJson }[]).some(({ draft }) => draft.id === copy.id)).toBe(false);
    const agreed = draftIn(await approve('G-RE1', copy));
    expect(outcome(await office.change('G-BOTH', agreed, 'publication'))).toBe('403 selfPublication');
    expect(outcome(await office.change('G-RE2', agreed, 'publication'))).toBe('201');
    const { review } = office.store.records().find(({ jurisdiction }) => jurisdiction === '371525') ?? {};
    expect(review?.writers).toEqual(['G-ED1', 'G-BOTH']);
  });

  it('is not approved by them where their own was given up, or has gone on meanwhile', async () => {
    const [given, gone] = [guan('  accident.medical: 8200'), guan('  accident.medical: 8300')];
    const first = draftIn(await office.save('G-BOTH', await begun('G-BOTH'), given));
    draftIn(await office.send('G-BOTH', 'DELETE', `/drafts/${first.id}`, undefined, { 'If-Match': '"2"' }));
    const second = draftIn(await office.save('G-BOTH', await begun('G-BOTH'), gone));
    await office.save('G-BOTH', second, given.replace('8200', '8400'));
    for (const text of [given, gone])
      expect(outcome(await approve('G-BOTH', await office.submitted('G-ED1', text)))).toBe('403 selfApproval');
  });

  it('stays theirs where the copy was changed after it had been saved, and taken back in between', async () => {
    const text = guan('  accident.medical: 8500');
    await office.save('G-BOTH', await begun('G-BOTH'), text);
    const copy = await office.submitted('G-ED1', text);
    const back = draftIn(await office.change('G-ED1', copy, 'withdrawal'));
    const saved = draftIn(await office.save('G-ED2', back, text.replace('8500', '8600')));
    const again = draftIn(await office.change('G-ED2', saved, 'submission', { reason: 'more is paid' }));
    expect(await writersOf(again)).toEqual(['G-ED1', 'G-BOTH', 'G-ED2']);
    expect(outcome(await approve('G-BOTH', again))).toBe('403 selfApproval');
  });

  it('is known by its meaning where both were put forward', async () => {
    const text = guan('  accident.medical: 8700');
    await office.submitted('G-BOTH', text);
    const near = await office.submitted('G-ED1', text.replace('# 自己的数字', '# 数字'));
    expect(outcome(await approve('G-BOTH', near))).toBe('403 selfApproval');
  });

  it('stays known by its meaning where it was taken back, given up or written over, or was never put forward', async () => {
    const differs = (text: string) => text.replace('# 自己的数字', '# 数字');
    const discard = ({ id, revision }: DraftJson) =>
      office.send('G-BOTH', 'DELETE', `/drafts/${id}`, undefined, { 'If-Match': `"${revision}"` });
    const text = (cap: number) => guan(`  accident.medical: ${cap}`);
    const back = async (cap: number) =>
      draftIn(await office.change('G-BOTH', await office.submitted('G-BOTH', text(cap)), 'withdrawal'));
    await back(10_100);
    draftIn(await discard(await back(10_200)));
    draftIn(await office.save('G-BOTH', await office.submitted('G-BOTH', text(10_300)), text(10_399)));
    draftIn(await office.save('G-BOTH', await begun('G-BOTH'), text(10_400)));
    draftIn(await discard(draftIn(await office.save('G-BOTH', await begun('G-BOTH'), text(10_500)))));
    for (const cap of [10_100, 10_200, 10_300, 10_400, 10_500]) {
      const near = await office.submitted('G-ED1', differs(text(cap)));
      expect([cap, await writersOf(near)]).toEqual([cap, ['G-ED1', 'G-BOTH']]);
      expect(outcome(await approve('G-BOTH', near))).toBe('403 selfApproval');
      const agreed = draftIn(await approve('G-RE1', near));
      expect(outcome(await office.change('G-BOTH', agreed, 'publication'))).toBe('403 selfPublication');
    }
    // Also where it comes to be saved once the other waits, which the store holds.
    const waits = await office.submitted('G-ED1', text(10_600));
    draftIn(await discard(draftIn(await office.save('G-BOTH', await begun('G-BOTH'), differs(text(10_600))))));
    expect(outcome(await approve('G-BOTH', waits))).toBe('403 selfApproval');
    const { json } = await office.send('G-BOTH', 'GET', `/drafts/${waits.id}`);
    expect(json).not.toHaveProperty('meanings');
  });

  it('is held by the store where it is copied once it waits, also when it has been approved', async () => {
    const text = guan('  accident.medical: 8800');
    const [waits, agreed] = [await office.submitted('G-ED1', text), await office.submitted('G-ED1', `${text}\n`)];
    const given = draftIn(await approve('G-BOTH', agreed));
    await office.save('G-BOTH', await begun('G-BOTH'), text);
    await office.save('G-BOTH', await begun('G-BOTH'), `${text}\n`);
    expect(outcome(await approve('G-BOTH', waits))).toBe('403 selfApproval');
    expect(outcome(await office.change('G-RE2', given, 'publication'))).toBe('403 selfApproval');
    // Something said of it is no yes.
    expect(outcome(await office.change('G-RE2', given, 'comments', { standard: null, text: 'so' }))).toMatch(/^20/);
  });

  it('leaves those alone who only began with the same text', async () => {
    await begun('G-BOTH');
    const draft = await office.submitted('G-ED1', guan('  accident.medical: 8900'));
    expect(outcome(await approve('G-BOTH', draft))).toBe('200');
  });
});

describe('an older version that comes back', () => {
  it('is approved by nobody who wrote it, under whatever period; what a draft goes on from is', async () => {
    const publish = async (someone: Someone, text: string) => {
      const agreed = draftIn(await approve('G-RE1', await office.submitted(someone, text)));
      return draftIn(await office.change('G-RE2', agreed, 'publication'), 201).publication?.version ?? '';
    };
    const older = await publish('G-BOTH', guan('  accident.medical: 9100', '{from: 2019-08-01}'));
    const newer = await publish('G-BOTH', guan('  accident.medical: 9200', '{from: 2019-09-01}'));
    const comesBack = async (version: string) => {
      const draft = await office.begin('G-ED1', { jurisdiction: '371525', version });
      const text = draft.text.replace(/from: 2019-\d\d/, 'from: 2019-10').replace('9200', '9300');
      const saved = draftIn(await office.save('G-ED1', draft, text));
      return approve('G-BOTH', draftIn(await office.change('G-ED1', saved, 'submission', { reason: 'as it was' })));
    };
    expect(outcome(await comesBack(older))).toBe('403 selfApproval');
    expect(outcome(await comesBack(newer))).toBe('200');
  });
});
