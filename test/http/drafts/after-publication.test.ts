import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CountyOffice, type DraftJson, draftIn, guan, type Someone } from './county-office.ts';

const office = new CountyOffice();
beforeAll(() => office.open());
afterAll(() => office.close());

/** What a draft is told to change, by sentences, and what that is to claimants. */
async function changesOf(someone: Someone, { id }: DraftJson) {
  const { status, json } = await office.send(someone, 'GET', `/drafts/${id}/changes`);
  expect(status).toBe(200);
  const { comparison } = json as {
    readonly comparison: {
      readonly class: string;
      readonly changes: readonly { readonly sentence: string }[];
    };
  };
  return { class: comparison.class, sentences: comparison.changes.map(({ sentence }) => sentence) };
}

async function published(reviewer: Someone, submitted: DraftJson): Promise<DraftJson> {
  const digest = submitted.submission?.documentDigest;
  const draft = draftIn(await office.change(reviewer, submitted, 'approvals', { digest }));
  return draftIn(await office.change(reviewer, draft, 'publication'), 201);
}

describe('the changes of a draft whose life is over', () => {
  it('are those that were approved, of a county’s first version and of its next, whatever was published since', async () => {
    const first = await office.submitted('G-ED1', guan('  accident.medical: 8000'));
    const approved = await changesOf('G-RE1', first);
    expect(approved.sentences[0]).toMatch(/5,000.*8,000/);
    await published('G-RE1', first);
    expect(await changesOf('G-RE1', first)).toEqual(approved);

    const second = await office.submitted('G-ED1', guan('  accident.medical: 9000'));
    const next = await changesOf('G-RE1', second);
    expect(next.sentences).toEqual([expect.stringMatching(/8,000.*9,000/)]);
    await published('G-RE1', second);
    expect(await changesOf('G-RE1', second)).toEqual(next);
    expect(await changesOf('G-RE1', first)).toEqual(approved);
  });

  it('are those against what was in force when it was given up', async () => {
    const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
    const saved = draftIn(await office.save('G-ED1', begun, guan('  accident.medical: 9500')));
    const before = await changesOf('G-ED1', saved);
    expect(before.sentences).toEqual([expect.stringMatching(/9,000.*9,500/)]);
    const headers = { 'If-Match': `"${saved.revision}"` };
    draftIn(await office.send('G-ED1', 'DELETE', `/drafts/${saved.id}`, undefined, headers));
    office.now = new Date('2019-05-02T00:00:00Z');
    await published('G-RE1', await office.submitted('G-ED1', guan('  accident.medical: 9500')));
    expect(await changesOf('G-ED1', saved)).toEqual(before);
  });

  it('are those that were approved, of a city’s too', async () => {
    const begun = await office.begin('C-ED', { jurisdiction: '371500', date: '2019-07-01' });
    const text = begun.text.replace(/effective:.*/, 'effective: {from: 2019-10-01, to: 2019-12-31}');
    const saved = draftIn(await office.save('C-ED', begun, text));
    const submitted = draftIn(await office.change('C-ED', saved, 'submission', { reason: 'another period' }));
    const approved = await changesOf('C-RE', submitted);
    expect(approved.sentences).not.toEqual([]);
    await published('C-RE', submitted);
    expect(await changesOf('C-RE', submitted)).toEqual(approved);
  });
});

it('a text that was carried onto a version stands on that from then on; on one that is not there it cannot', async () => {
  const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-05-01' });
  const headers = { 'Content-Type': 'application/yaml', 'If-Match': `"${begun.revision}"` };
  const put = async (origin: string) => {
    const body = guan('  accident.medical: 9900');
    const asked = { method: 'PUT', body, headers: { ...(await office.as('G-ED1')), ...headers } };
    return office.service.call(`/api/v1/drafts/${begun.id}?origin=${origin}`, asked);
  };
  expect(await put('7.0.0')).toMatchObject({ status: 422, json: { code: 'unknownVersion' } });
  expect((await put('1.0.0')).json.origin).toMatchObject({ kind: 'version', version: '1.0.0' });
});
