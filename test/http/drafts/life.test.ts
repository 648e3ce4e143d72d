import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { example } from '../service.ts';
import { CountyOffice, type DraftJson, draftIn, guan, outcome } from './county-office.ts';

const office = new CountyOffice();
beforeAll(() => office.open());
afterAll(() => office.close());

const claim = {
  ...example,
  date: '2019-08-01',
  claim: { type: 'accident', accident: { grades: [], death: false }, cost: { accidentMedical: 9000 } },
};

describe('the life of a change', () => {
  let draft: DraftJson;
  const text = guan('  accident.medical: 8000   # 5,000 → 8,000');

  it('begins with a heading where the county has no standards, which can be saved while it is not valid', async () => {
    draft = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
    expect(draft).toMatchObject({ revision: 1, state: 'draft', kind: 'Override', origin: { kind: 'heading' } });
    expect(draft.text).toContain('effective: {from: 2019-07-01, to: 2019-12-31}');
    const refused = await office.change('G-ED1', draft, 'submission', { reason: 'x' });
    expect(outcome(refused)).toBe('422 draftInvalid');
    draft = draftIn(await office.save('G-ED1', draft, 'kind: Override\n # half a text'));
    expect(draft.revision).toBe(2);
  });

  it('keeps comments and order byte for byte', async () => {
    draft = draftIn(await office.save('G-ED1', draft, text));
    const headers = { ...(await office.as('G-RE1')), Accept: 'application/yaml' };
    const read = await office.service.call(`/api/v1/drafts/${draft.id}`, { headers });
    expect([read.text, read.headers.get('etag')]).toEqual([text, '"3"']);
  });

  it('tells its changes by their meaning', async () => {
    const { json } = await office.send('G-RE1', 'GET', `/drafts/${draft.id}/changes`);
    expect(json).toMatchObject({
      comparison: {
        class: 'better',
        changes: [
          { kind: 'standard-raised', id: 'accident.medical' },
          { kind: 'period-changed', class: 'neutral' },
        ],
      },
      seenBefore: [],
    });
  });

  it('is submitted with a reason, and tells what it is and whom it needs', async () => {
    expect(outcome(await office.change('G-ED1', draft, 'submission', {}))).toBe('422 requestFieldMissing');
    draft = draftIn(await office.change('G-ED1', draft, 'submission', { reason: '提高意外医疗保额' }));
    expect(draft).toMatchObject({
      state: 'submitted',
      submission: {
        reason: '提高意外医疗保额',
        class: 'better',
        version: '1.0.0',
        bases: [{ version: '1.0.0' }],
        missing: [{ as: 'countyReviewer', because: [] }],
        changes: [{ seenBefore: false }, { seenBefore: false }],
      },
      gates: [
        { gate: 'schema', passed: true, result: 'valid' },
        { gate: 'diffClass', passed: true, result: 'better' },
        { gate: 'proof', passed: true, result: 'proved' },
      ],
    });
  });

  it('waits for the county’s reviewers, and for nobody who wrote it', async () => {
    const waits = async (someone: 'G-RE1' | 'G-ED1' | 'S-RE' | 'C-RE') =>
      ((await office.send(someone, 'GET', '/reviews')).json.items as { waitsFor: string }[]).map(
        ({ waitsFor }) => waitsFor,
      );
    expect(await waits('G-RE1')).toEqual(['approval']);
    expect(await waits('G-ED1')).toEqual([]);
    expect(await waits('S-RE')).toEqual([]);
    expect(await waits('C-RE')).toEqual([]);
  });

  it('is returned with comments on single standards, and comes again with what was looked at', async () => {
    const said = { standard: 'accident.medical', text: '为什么不是 9,000？' };
    draft = draftIn(await office.change('G-RE1', draft, 'comments', said));
    draft = draftIn(await office.change('G-RE1', draft, 'returns', { reason: '请说明' }));
    expect(draft).toMatchObject({ state: 'returned', comments: [said], returns: [{ reason: '请说明' }] });
    const { comments } = draft as unknown as { readonly comments: readonly { readonly id: string }[] };
    draft = draftIn(await office.change('G-ED1', draft, `comments/${comments[0]?.id}/resolution`));
    draft = draftIn(await office.save('G-ED2', draft, text.replace('8000', '8500')));
    draft = draftIn(await office.save('G-ED1', draft, `${text}  property.theft: 6000\n`));
    draft = draftIn(await office.change('G-ED1', draft, 'submission', { reason: 'again' }));
    expect(draft.submission?.changes.map(({ seenBefore }) => seenBefore).sort()).toEqual([false, true, true]);
  });

  it('is approved by its digest, and published by a reviewer as the version that its changes make it', async () => {
    const digest = draft.submission?.documentDigest ?? '';
    const other = await office.change('G-RE1', draft, 'approvals', { digest: `sha256:${'0'.repeat(64)}` });
    expect(outcome(other)).toBe('409 approvalOtherText');
    draft = draftIn(await office.change('G-RE1', draft, 'approvals', { digest }));
    expect(draft.state).toBe('approved');
    expect(outcome(await office.change('G-ED2', draft, 'publication'))).toBe('403 roleMayNot');
    const published = await office.change('G-RE1', draft, 'publication');
    expect(published.headers.get('location')).toBe('/api/v1/jurisdictions/371525/rule-sets/1.0.0');
    draft = draftIn(published, 201);
    expect(draft).toMatchObject({ state: 'published', publication: { version: '1.0.0', by: 'G-RE1' } });
  });

  it('settles claims from its first day on, and its record says who stood for it', async () => {
    const paid = async (date: string) => {
      const { json } = await office.service.post(JSON.stringify({ ...claim, date }));
      return [json.paid, (json.ruleSet as { version: string | null } | undefined)?.version];
    };
    expect(await paid('2019-06-30')).toEqual([5000, null]);
    expect(await paid('2019-07-01')).toEqual([8000, '1.0.0']);
    const { json } = await office.service.call('/api/v1/jurisdictions/371525/rule-sets/1.0.0');
    expect(json).toMatchObject({
      text: `${text}  property.theft: 6000\n`,
      publication: {
        publishedBy: 'G-RE1',
        standing: 'standing',
        reason: { zh: '提高待遇', en: 'more is paid' },
        events: [],
        review: {
          draft: draft.id,
          writers: ['G-ED1', 'G-ED2'],
          submittedBy: 'G-ED1',
          approvals: [{ by: 'G-RE1', as: 'countyReviewer' }],
          class: 'better',
        },
      },
    });
  });

  it('is published with the reason in its text; what was written for the reviewers is told to nobody else', async () => {
    const addresses = ['rule-sets', 'rule-sets/1.0.0', 'changelog'];
    for (const address of addresses) {
      const { text: told } = await office.service.call(`/api/v1/jurisdictions/371525/${address}`);
      expect(told).toContain('提高待遇');
      expect(told).not.toContain('again');
    }
    expect((await office.send('G-RE1', 'GET', `/drafts/${draft.id}`)).json).toMatchObject({
      submission: { reason: 'again' },
    });
  });

  it('is written down, act by act', async () => {
    const acts = (await office.acts()).filter((act) => act.startsWith('draft.'));
    expect(acts).toEqual(
      [
        ...['created', 'saved', 'saved', 'submitted', 'commented', 'returned', 'commentResolved', 'saved', 'saved'],
        ...['submitted', 'approved', 'published'],
      ].map((act) => `draft.${act}`),
    );
  });

  it('is over then', async () => {
    expect(outcome(await office.save('G-ED1', draft, text))).toBe('409 draftClosed');
    expect(outcome(await office.change('G-RE1', draft, 'publication'))).toBe('409 draftState');
  });
});

describe('a next change', () => {
  it('stands on what is in force, and an older version comes back by a draft of its own', async () => {
    const next = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-08-01' });
    expect(next).toMatchObject({ origin: { kind: 'inForce', version: '1.0.0' } });
    const lower = next.text
      .replace('accident.medical: 8000', 'accident.medical: 7000')
      .replace('2019-07-01', '2019-09-01');
    let draft = draftIn(await office.save('G-ED1', next, lower));
    draft = draftIn(await office.change('G-ED1', draft, 'submission', { reason: 'too much' }));
    expect(draft.submission).toMatchObject({ class: 'worse', version: '2.0.0' });
    expect(draft.submission?.warnings.map(({ code }) => code)).toEqual(['periodOverlap', 'versionWillBeSuspended']);
    draft = draftIn(await office.change('G-RE1', draft, 'approvals', { digest: draft.submission?.documentDigest }));
    draftIn(await office.change('G-RE2', draft, 'publication'), 201);
    const older = await office.begin('G-ED1', { jurisdiction: '371525', version: '1.0.0' });
    expect(older).toMatchObject({ origin: { kind: 'version', version: '1.0.0' } });
    expect(older.text).toContain('accident.medical: 8000');
  });

  it('is warned of days that its period leaves without anything of the county’s, or lies in without the city’s', async () => {
    const warned = async (period: string) => {
      const { submission } = await office.submitted('G-ED1', guan('  accident.medical: 8500', period));
      return submission?.warnings.map((one) => [one.code, one.message.match(/\d{4}-\d\d-\d\d/g)]);
    };
    // Version 2.0.0 begins on 1 September; the city's rules end with the year.
    expect(await warned('{from: 2019-07-01, to: 2019-08-31}')).toEqual([]);
    expect(await warned('{from: 2019-07-01, to: 2019-07-31}')).toEqual([['periodGap', ['2019-08-01', '2019-08-31']]]);
    const late = await warned('{from: 2019-12-01, to: 2020-03-31}');
    expect(late).toContainEqual(['periodWithoutRules', ['2020-01-01', '2020-03-31']]);
  });
});
