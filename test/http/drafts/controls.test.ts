import { afterEach, describe, expect, it } from 'vitest';
import type { Act, RowChange } from '../../../server/store/desk.ts';
import type { Store } from '../../../server/store/store.ts';
import type { TableName } from '../../../server/store/tables.ts';
import type { Draft } from '../../../server/workflow/draft.ts';
import { CountyOffice, type DraftJson, draftIn, guan, outcome } from './county-office.ts';
import { Door } from './door.ts';

let office: CountyOffice | undefined;
afterEach(() => office?.close());

const text = (cap: number) => guan(`  accident.medical: ${cap}`);
const digestOf = ({ submission }: DraftJson) => ({ digest: submission?.documentDigest });

async function behind(door: Door): Promise<CountyOffice> {
  office = await new CountyOffice().open({}, (store) => door.before(store));
  return office;
}

/** Changes an account beside the service, as an administrator at another desk would. */
async function changeAccount({ store, now }: CountyOffice, staffNumber: string, change: object): Promise<void> {
  const held = await store.row('accounts', staffNumber);
  if (held === null) throw new Error('no account');
  const row = { ...held.row, ...change };
  const entry = { at: now.toISOString(), by: { kind: 'system' }, act: 'account.changed', on: null } as const;
  await store.act({
    audit: [{ ...entry, before: null, after: null, reason: null }],
    rows: [{ table: 'accounts', id: staffNumber, expects: held.revision, row }],
  });
}

const published = ({ store }: CountyOffice) => store.records().filter(({ jurisdiction }) => jurisdiction === '371525');

describe('rights that are taken away between the look and the act', () => {
  it.each([
    ['a lock', { locked: true }, '401 personNeeded'],
    ['a lost role', { grants: [] }, '404 hidden'],
  ])('%s keeps a version from being published', async (_, change, refusal) => {
    const door = new Door(true);
    const all = await behind(door);
    const agreed = await all.approved('G-ED1', 'G-RE1', text(8000));
    const waits = door.stop('draft.published');
    const answer = all.change('G-RE1', agreed, 'publication');
    await waits;
    await changeAccount(all, 'G-RE1', change);
    door.letIn();
    expect([outcome(await answer), published(all).length]).toEqual([refusal, 0]);
  });

  it('would not, where the store did not look: the negative control', async () => {
    const door = new Door(false);
    const all = await behind(door);
    const agreed = await all.approved('G-ED1', 'G-RE1', text(8000));
    const waits = door.stop('draft.published');
    const answer = all.change('G-RE1', agreed, 'publication');
    await waits;
    await changeAccount(all, 'G-RE1', { locked: true });
    door.letIn();
    expect([outcome(await answer), published(all).length]).toEqual(['201', 1]);
  });
});

describe('an edit that comes in while an approval is on its way', () => {
  it.each([
    ['is kept, and the approval is refused', true, '409 draftState', { state: 'draft', approvals: 0, cap: 5200 }],
    [
      'would be lost, where the store did not look: the negative control',
      false,
      '200',
      { state: 'approved', approvals: 1, cap: 8200 },
    ],
  ])('%s', async (_, guarded, wanted, left) => {
    const door = new Door(guarded);
    const all = await behind(door);
    // By one person alone: of another writer the store would not forget the name.
    const looked = await all.submitted('G-ED1', text(8200));
    const waits = door.stop('draft.approved');
    const answer = all.change('G-RE1', looked, 'approvals', digestOf(looked));
    await waits;
    draftIn(await all.save('G-ED1', looked, text(5200)));
    door.letIn();
    expect(outcome(await answer)).toBe(wanted);
    const held = await all.store.row('drafts', looked.id);
    expect(held?.row).toMatchObject({ state: left.state });
    expect(held?.row.approvals).toHaveLength(left.approvals);
    const kept = await all.store.draftText(held?.row.textHash ?? '').catch(() => 'gone');
    if (guarded) expect(kept).toBe(text(left.cap));
  });
});

describe('the store, where a use case is mistaken about who wrote a draft', () => {
  it('refuses an approval by its writer all the same, which otherwise never comes as far as the store', async () => {
    const came: string[] = [];
    let mistaken = false;
    const all = await new CountyOffice().open({}, (store) => mistakenAbout(store, () => mistaken, came));
    office = all;
    const draft = await all.submitted('G-BOTH', text(8000));
    const approval = async () => outcome(await all.change('G-BOTH', draft, 'approvals', digestOf(draft)));
    expect([await approval(), came.includes('draft.approved')]).toEqual(['403 selfApproval', false]);
    mistaken = true;
    expect([await approval(), came.includes('draft.approved')]).toEqual(['403 selfApproval', true]);
    expect((await all.store.row('drafts', draft.id))?.row).toMatchObject({ state: 'submitted', approvals: [] });
  });
});

/** A store of which a service reads, where told so, that somebody else wrote every draft; what it writes names the true ones. */
function mistakenAbout(store: Store, mistaken: () => boolean, came: string[]): Store {
  const named = async (change: RowChange): Promise<RowChange> => {
    if (change.table !== 'drafts' || change.row === null || !mistaken()) return change;
    const { writers = [], submission = null } = (await store.row('drafts', change.id))?.row ?? {};
    return { ...change, row: { ...change.row, writers, submission } };
  };
  const act = async (asked: Act) => {
    came.push(asked.audit[0].act);
    return store.act({ ...asked, rows: await Promise.all((asked.rows ?? []).map(named)) });
  };
  const row = async (table: TableName, id: string) => {
    const held = await store.row(table, id);
    if (!mistaken() || table !== 'drafts' || held === null) return held;
    const { submission, ...draft } = held.row as Draft;
    return { ...held, row: { ...draft, writers: ['G-ED2'], submission: submission && { ...submission, by: 'G-ED2' } } };
  };
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'act') return act;
      if (name === 'row') return row;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
