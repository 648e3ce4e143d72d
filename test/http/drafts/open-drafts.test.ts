import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeEntry } from '../../../server/workflow/audit-entry.ts';
import { SlowDisk } from '../../store/slow-disk.ts';
import { CountyOffice, draftIn, outcome } from './county-office.ts';

const disk = new SlowDisk();

const office = new CountyOffice();
beforeAll(() => office.open({ disk }));
afterAll(() => office.close());

const rowOf = async (id: string) => (await office.store.row('drafts', id)) ?? expect.fail('no row');
const ifMatch = (revision: number) => ({ 'If-Match': `"${revision}"` });

/** A place has so many open drafts, and no more: over HTTP, from one who begins one after another. */
describe('the open drafts of a place', () => {
  const begin = (code = '371522', headers = {}) =>
    office.send('S-ED', 'POST', '/drafts', { jurisdiction: code }, headers);
  const outcomes = async (sent: readonly ReturnType<typeof begin>[]) => {
    const counts: Record<string, number> = {};
    for (const one of await Promise.all(sent)) counts[outcome(one)] = (counts[outcome(one)] ?? 0) + 1;
    return counts;
  };
  const isOpen = ({ row }: { readonly row: { readonly state: string; readonly jurisdiction: string } }) =>
    row.jurisdiction.startsWith('37152') && row.jurisdiction !== '371525' && row.state === 'draft';
  const open = async () => (await office.store.rows('drafts')).filter(isOpen);
  /** As if they had been begun one by one. */
  const fill = async (jurisdiction: string, count: number) => {
    const [one] = await open();
    const { row } = one ?? expect.fail('no draft');
    const id = () => Math.random().toString(36).slice(2).padEnd(22, 'x').slice(0, 22);
    const rows = Array.from({ length: count }, () => ({
      ...{ table: 'drafts', id: id(), expects: 0 },
      row: { ...row, jurisdiction },
    }));
    const audit = [storeEntry(row.createdAt, 'store.older', null)] as const;
    await office.store.act({ audit, rows: rows as never });
  };

  it('are a hundred: the next is refused in words, and has room where one has ended', async () => {
    await office.begin('S-ED', { jurisdiction: '371522' });
    await fill('371522', 98 - (await open()).length);
    expect(outcome(await begin())).toBe('201');
    const last = draftIn(await begin(), 201);
    const full = await begin();
    expect([outcome(full), full.json.detail]).toEqual([
      '409 tooManyOpenDrafts',
      expect.stringContaining('371522 has 100 drafts already'),
    ]);
    expect((await begin('371522', { 'Accept-Language': 'zh' })).json.detail).toContain('371522 已有 100 份');
    // Begun two days ago, so that giving it up makes room at once.
    const { row, revision } = await rowOf(last.id);
    const audit = [storeEntry(row.createdAt, 'store.older', null)] as const;
    const older = { ...row, createdAt: '2019-04-01T00:00:00.000Z' };
    await office.store.act({ audit, rows: [{ table: 'drafts', id: last.id, expects: revision, row: older }] });
    const held = ifMatch(revision + 1);
    expect(outcome(await office.send('S-ED', 'DELETE', `/drafts/${last.id}`, undefined, held))).toBe('200');
    expect([outcome(await begin()), outcome(await begin())]).toEqual(['201', '409 tooManyOpenDrafts']);
    expect(await open()).toHaveLength(100);
  });

  it('are a hundred, however many are begun at the same time', async () => {
    const [one] = await open();
    const { headers } = await office.send('S-ED', 'GET', `/drafts/${one?.id}`);
    const given = { 'If-Match': headers.get('etag') ?? '' };
    expect(outcome(await office.send('S-ED', 'DELETE', `/drafts/${one?.id}`, undefined, given))).toBe('200');
    office.now = new Date(office.now.getTime() + 2 * 24 * 3_600_000);
    disk.isSlow = true;
    const found = await outcomes(Array.from({ length: 20 }, () => begin()));
    disk.isSlow = false;
    expect(found).toEqual({
      '201': 1,
      '409 tooManyOpenDrafts': 19,
    });
  });

  it('are a hundred together, under whatever code the place has had', async () => {
    const { headers } = await office.send('A-D', 'GET', '/accounts/S-ED');
    const grants = [{ role: 'countyEditor', jurisdiction: '371523' }];
    const given = { 'If-Match': headers.get('etag') ?? '' };
    expect((await office.send('A-D', 'PATCH', '/accounts/S-ED', { grants }, given)).status).toBe(200);
    await fill('371523', 60);
    await fill('371503', 39);
    expect([outcome(await begin('371503')), outcome(await begin('371523'))]).toEqual(['201', '409 tooManyOpenDrafts']);
  });
});
