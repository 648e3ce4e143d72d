import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeldDraft } from '../../../server/usecases/drafts/change-draft.ts';
import { storeEntry } from '../../../server/workflow/audit-entry.ts';
import { MOST_COMMENTED, textsOf } from '../../../server/workflow/draft.ts';
import { CountyOffice, draftIn, guan, outcome } from './county-office.ts';

/** Open rows are written with every act: what one person may leave among them is bounded, so that nobody is slow for all. */
const office = new CountyOffice();
beforeAll(() => office.open());
afterAll(() => office.close());

const rowOf = async (id: string): Promise<HeldDraft> => (await office.store.row('drafts', id)) ?? expect.fail('no row');

describe('what one person may leave behind', () => {
  it('a comment larger than any may be is refused with what to do', async () => {
    const draft = await office.begin('S-ED', { jurisdiction: '371522', date: '2019-07-01' });
    const { status, json } = await office.change('S-ED', draft, 'comments', { text: 'x'.repeat(100_000) });
    expect([status, json.code, json.errors]).toEqual([
      413,
      'tooLarge',
      [
        expect.objectContaining({
          message: expect.stringContaining('65536'),
          help: expect.stringContaining('comments'),
        }),
      ],
    ]);
  });

  it('comments of a draft hold no more than so many characters together', async () => {
    let draft = await office.begin('S-ED', { jurisdiction: '371522', date: '2019-07-01' });
    const { id, revision, row } = await rowOf(draft.id);
    const said = { standard: null, by: 'S-ED', at: row.createdAt, resolved: null };
    // As if they had said it one by one.
    const comments = Array.from({ length: 50 }, (_, index) => ({ ...said, id: `c${index}`, text: '重'.repeat(1999) }));
    const audit = [storeEntry(row.createdAt, 'store.older', null)] as const;
    await office.store.act({ audit, rows: [{ table: 'drafts', id, expects: revision, row: { ...row, comments } }] });
    const left = MOST_COMMENTED - 50 * 1999;
    draft = { ...draft, revision: revision + 1 };
    expect(outcome(await office.change('S-ED', draft, 'comments', { text: 'x'.repeat(left + 1) }))).toBe(
      '409 tooManyComments',
    );
    expect(outcome(await office.change('S-ED', draft, 'comments', { text: 'x'.repeat(left) }))).toBe('200');
  });

  it('answers kept for a request that may come again make room for newer ones of the same person', async () => {
    let draft = await office.submitted('G-ED1', guan('  accident.medical: 8000'));
    draft = draftIn(await office.change('G-ED1', draft, 'withdrawal'));
    const submit = async (key: string) => {
      const sent = await office.change('G-ED1', draft, 'submission', { reason: 'x' }, { 'Idempotency-Key': key });
      draft = draftIn(await office.change('G-ED1', draftIn(sent), 'withdrawal'));
    };
    await submit('first');
    const [kept] = await office.store.rows('answers');
    const row = kept?.row ?? expect.fail('no answer');
    const audit = [storeEntry(row.at, 'store.older', null)] as const;
    const another = { ...row, by: 'G-ED2', body: 'x'.repeat(600_000) };
    await office.store.act({
      audit,
      rows: [
        {
          table: 'answers',
          id: 'mine',
          expects: 0,
          row: { ...row, at: '2019-04-30T12:00:00.000Z', body: another.body },
        },
        { table: 'answers', id: 'newer', expects: 0, row: { ...row, body: 'x'.repeat(500_000) } },
        { table: 'answers', id: 'theirs', expects: 0, row: another },
      ],
    });
    await submit('second');
    const ids = (await office.store.rows('answers')).map(({ id }) => id);
    expect([ids.includes('mine'), ids.includes('theirs'), ids.includes('newer'), ids.length]).toEqual([
      ...[false, true, true],
      4,
    ]);
  });

  it('drafts that were given up keep their last text alone, and count for a day', async () => {
    let draft = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
    for (const figure of [8001, 8002])
      draft = draftIn(await office.save('G-ED1', draft, guan(`  accident.medical: ${figure}`)));
    expect(textsOf((await rowOf(draft.id)).row)).toHaveLength(3);
    expect(outcome(await office.send('G-ED1', 'DELETE', `/drafts/${draft.id}`, undefined, ifMatch(draft)))).toBe('200');
    expect(textsOf((await rowOf(draft.id)).row)).toEqual([draft.textHash]);
    expect(draftIn(await office.send('G-ED1', 'GET', `/drafts/${draft.id}`)).text).toContain('8002');

    const { row } = await rowOf(draft.id);
    const audit = [storeEntry(row.createdAt, 'store.older', null)] as const;
    await office.store.act({
      audit,
      rows: Array.from({ length: 100 }, (_, index) => ({ table: 'drafts', id: `d${index}`, expects: 0, row })),
    });
    const begin = () => office.send('G-ED1', 'POST', '/drafts', { jurisdiction: '371525', date: '2019-07-01' });
    expect(outcome(await begin())).toBe('409 tooManyOpenDrafts');
    office.now = new Date('2019-05-02T00:00:01Z');
    expect(outcome(await begin())).toBe('201');
  });
});

const ifMatch = ({ revision }: { readonly revision: number }) => ({ 'If-Match': `"${revision}"` });
