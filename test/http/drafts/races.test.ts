import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act, RowChange } from '../../../server/store/desk.ts';
import type { Store } from '../../../server/store/store.ts';
import { brokenPublication } from '../../../server/workflow/invariants.ts';
import { rounds } from '../../durability/rounds.ts';
import { CountyOffice, type DraftJson, draftIn, guan, outcome } from './county-office.ts';

const office = new CountyOffice();
beforeAll(() => office.open());
afterAll(() => office.close());

const text = (cap: number) => guan(`  accident.medical: ${cap}`);
const digestOf = (draft: DraftJson) => ({ digest: draft.submission?.documentDigest });
const published = () => office.store.records().filter(({ jurisdiction }) => jurisdiction === '371525');
const actsOf = async (act: string) => (await office.acts()).filter((one) => one === act).length;
/** A place has room for so many drafts that were given up within a day: of many rounds each so many are another day's. */
const inItsDay = (round: number) => {
  if (round % 40 === 0) office.now = new Date(office.now.getTime() + 24 * 3_600_000);
};
const times = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, at) => make(at));

describe('two who approve at once', () => {
  it('make one approval, and two who publish one version; the others are told that it has moved on', async () => {
    for (let round = 1; round <= rounds(1, 25); round += 1) await raced(8000 + round, round);
  });

  async function raced(cap: number, round: number): Promise<void> {
    const draft = await office.submitted('G-ED1', text(cap));
    const approvals = await Promise.all(
      times(20, (at) => office.change(at % 2 === 0 ? 'G-RE1' : 'G-RE2', draft, 'approvals', digestOf(draft))),
    );
    const won = approvals.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    for (const { status } of approvals) expect([200, 409]).toContain(status);
    const agreed = draftIn(won[0] ?? (approvals[0] as never));
    const publications = await Promise.all(
      times(20, (at) => office.change(at % 2 === 0 ? 'G-RE1' : 'G-RE2', agreed, 'publication')),
    );
    expect(publications.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status } of publications) expect([201, 409]).toContain(status);
    const counted = [published().length, await actsOf('draft.approved'), await actsOf('draft.published')];
    expect(counted).toEqual([round, round, round]);
  }

  it('are kept apart by the store alone: where it did not look at what was decided upon, both would succeed', async () => {
    for (const [looks, wanted] of [
      [true, ['200', '409 approvalNotNeeded']],
      [false, ['200', '200']],
    ] as const) {
      const two = await new CountyOffice().open({}, (store) => meeting(store, looks));
      try {
        const draft = await two.submitted('G-ED1', text(8000));
        const both = (['G-RE1', 'G-RE2'] as const).map((one) => two.change(one, draft, 'approvals', digestOf(draft)));
        expect((await Promise.all(both)).map(outcome).sort()).toEqual(wanted);
      } finally {
        await two.close();
      }
    }
  });
});

/** A store at whose door the first two approvals wait for each other. @param looks false: rows are written over whatever stands */
function meeting(store: Store, looks: boolean): Store {
  const waiting: (() => void)[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const act = async ({ rows = [], looked, ...rest }: Act) => {
    if (rest.audit[0].act === 'draft.approved' && waiting.length < 2) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 2) for (const go of waiting) go();
      });
    }
    if (looks) return store.act({ ...rest, rows, ...(looked && { looked }) });
    const blindly = async () => {
      const over: RowChange[] = [];
      for (const row of rows) over.push({ ...row, expects: (await store.row(row.table, row.id))?.revision ?? 0 });
      return store.act({ ...rest, rows: over });
    };
    const done = last.then(blindly);
    last = done.catch(() => undefined);
    return done;
  };
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'act') return act;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

describe('an edit between looking and approving', () => {
  it('at the same moment loses or voids it: what is published is what was reviewed, again and again', async () => {
    for (let round = 1; round <= rounds(3, 500); round += 1) {
      inItsDay(round);
      const looked = await office.submitted('G-ED1', text(40_000 + 2 * round));
      const before = published().length;
      const save = () => office.save('G-ED2', looked, text(40_001 + 2 * round));
      const approve = () => office.change('G-RE1', looked, 'approvals', digestOf(looked));
      const [first, second] = await Promise.all(round % 2 === 0 ? [save(), approve()] : [approve(), save()]);
      const approved = round % 2 === 0 ? second : first;
      const held = await office.store.row('drafts', looked.id);
      const now = draftIn(await office.send('G-ED1', 'GET', `/drafts/${looked.id}`));
      const published1 = await office.change('G-RE1', now, 'publication');
      if (published1.status !== 201) {
        expect([held?.row.state, held?.row.approvals]).toEqual(['draft', []]);
        await office.send('G-ED1', 'DELETE', `/drafts/${looked.id}`, undefined, { 'If-Match': `"${now.revision}"` });
        continue;
      }
      expect(approved.status).toBe(200);
      expect(
        published()
          .slice(before)
          .map(({ digest }) => digest),
      ).toEqual([looked.submission?.documentDigest]);
    }
  });

  it('refuses the approval, and the text that is published is the one that was reviewed', async () => {
    const looked = await office.submitted('G-ED1', text(8200));
    const edited = draftIn(await office.save('G-ED2', looked, text(5200)));
    expect(edited).toMatchObject({ state: 'draft', submission: null, approvals: [] });
    expect(outcome(await office.change('G-RE1', looked, 'approvals', digestOf(looked)))).toBe('409 draftState');
    const again = draftIn(await office.change('G-ED2', edited, 'submission', { reason: 'x' }));
    // Submitted again: the state would allow it, the digest is another's.
    expect(outcome(await office.change('G-RE1', again, 'approvals', digestOf(looked)))).toBe('409 approvalOtherText');
    expect(outcome(await office.change('G-RE1', looked, 'approvals', digestOf(again)))).toBe('412 draftMoved');
  });

  it('voids approvals that were given', async () => {
    const agreed = await office.approved('G-ED1', 'G-RE1', text(8300));
    const edited = draftIn(await office.save('G-ED1', agreed, text(8400)));
    expect(edited).toMatchObject({ state: 'draft', approvals: [] });
    expect(outcome(await office.change('G-RE1', edited, 'publication'))).toBe('409 draftState');
  });

  it('tells whoever saves too late who changed it, when, and what', async () => {
    const begun = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
    const mine = draftIn(await office.save('G-ED1', begun, text(8000)));
    office.now = new Date(office.now.getTime() + 33 * 3_600_000);
    draftIn(await office.save('G-ED2', mine, text(9000)));
    const late = await office.save('G-ED1', mine, text(7000));
    expect(outcome(late)).toBe('412 draftMoved');
    expect(late.json.moved).toMatchObject({
      revision: 3,
      by: 'G-ED2',
      at: office.now.toISOString(),
      act: 'draft.saved',
      lines: [{ line: 9, before: ['  accident.medical: 8000'], after: ['  accident.medical: 9000'] }],
      comparison: { changes: [{ kind: 'standard-raised', before: 8000, after: 9000 }] },
    });
    const broken = draftIn(await office.save('G-ED1', { ...mine, revision: 3 }, 'no: [text'));
    const later = await office.save('G-ED2', { ...mine, revision: 3 }, text(1));
    expect(later.json.moved).toMatchObject({ revision: broken.revision, comparison: null });
    expect(outcome(await office.send('G-ED1', 'DELETE', `/drafts/${mine.id}`))).toBe('428 ifMatchMissing');
  });
});

describe('any order of acts at the same time', () => {
  const acts = ['approve', 'withdraw', 'save', 'publish', 'lock', 'return'] as const;

  it('comes to what one after another would: nothing is published without rights, nor other than reviewed', async () => {
    const seen = new Set<string>();
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...acts], { minLength: 2 }), fc.nat({ max: 999 }), async (order, cap) => {
        round += 1;
        inItsDay(round);
        const base = 10_000 + cap;
        const agreed = await office.approved('G-ED1', 'G-RE1', text(base));
        const before = published().length;
        const account = await office.store.row('accounts', 'G-RE1');
        if (account === null) throw new Error('no account');
        const audit = {
          at: office.now.toISOString(),
          by: { kind: 'system' },
          act: 'account.changed',
          on: null,
        } as const;
        const entry = { ...audit, before: null, after: null, reason: null };
        const lockTo = async (locked: boolean) => {
          const { revision = 0, row = account.row } = (await office.store.row('accounts', 'G-RE1')) ?? {};
          const rows = [{ table: 'accounts', id: 'G-RE1', expects: revision, row: { ...row, locked } }] as const;
          await office.store.act({ audit: [entry], rows });
        };
        const done = await Promise.all(
          order.map(async (act): Promise<string> => {
            if (act === 'lock') return lockTo(true).then(() => 'lock');
            if (act === 'save') return `save ${(await office.save('G-ED2', agreed, text(base + 1))).status}`;
            if (act === 'publish') return `publish ${(await office.change('G-RE1', agreed, 'publication')).status}`;
            if (act === 'approve')
              return `approve ${(await office.change('G-RE2', agreed, 'approvals', digestOf(agreed))).status}`;
            if (act === 'return')
              return `return ${(await office.change('G-RE2', agreed, 'returns', { reason: 'no' })).status}`;
            return `withdraw ${(await office.change('G-ED1', agreed, 'withdrawal')).status}`;
          }),
        );
        await lockTo(false);
        for (const one of done) seen.add(one);
        const made = published().slice(before);
        const isPublished = done.includes('publish 201');
        expect(made).toHaveLength(isPublished ? 1 : 0);
        // Of those that end the submission only one can have come first.
        expect(done.filter((one) => /^(publish 201|save 200|withdraw 200|return 200)$/.test(one)).length).toBeLessThan(
          2,
        );
        for (const record of made) {
          expect(brokenPublication(record)).toBeNull();
          expect(record.digest).toBe(agreed.submission?.documentDigest);
        }
        const held = await office.store.row('drafts', agreed.id);
        expect(held?.row.state === 'published').toBe(isPublished);
        if (held?.row.state !== 'published' && held?.row.state !== 'discarded')
          await office.send('G-ED1', 'DELETE', `/drafts/${agreed.id}`, undefined, {
            'If-Match': `"${held?.revision}"`,
          });
      }),
      { numRuns: rounds(25, 500) },
    );
    // Both outcomes have been met, or the property has shown little.
    expect(seen).toContain('publish 201');
    expect([...seen].some((one) => /^publish 4/.test(one))).toBe(true);
  });
});

describe('a request that comes twice with one Idempotency-Key', () => {
  const key = { 'Idempotency-Key': 'a-key-of-our-own' };

  it('is done once and answered the same, also by two at the same time; another request with the key is refused', async () => {
    const agreed = await office.approved('G-ED1', 'G-RE1', text(30_000));
    const before = published().length;
    const both = await Promise.all(times(4, () => office.change('G-RE1', agreed, 'publication', undefined, key)));
    expect(both.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(both.map(({ text: body }) => body)).size).toBe(1);
    expect(new Set(both.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(published().length).toBe(before + 1);
    const other = await office.change('G-RE1', agreed, 'returns', { reason: 'x' }, key);
    expect(other.status).toBe(409);
    const reused = await office.change('G-RE1', agreed, 'approvals', digestOf(agreed), key);
    expect(outcome(reused)).toBe('422 idempotencyKeyReused');
    // Nor is it answered as if it had been done upon what stands now.
    const { revision } = draftIn(await office.send('G-RE1', 'GET', `/drafts/${agreed.id}`));
    const later = await office.change('G-RE1', { ...agreed, revision }, 'publication', undefined, key);
    expect(outcome(later)).toBe('422 idempotencyKeyReused');
    // Somebody else's key of the same name is their own.
    expect(outcome(await office.change('G-RE2', agreed, 'publication', undefined, key))).toBe('409 draftState');
  });

  it('is done anew after a day', async () => {
    const agreed = await office.approved('G-ED1', 'G-RE1', text(30_001));
    const first = await office.change('G-RE1', agreed, 'publication', undefined, { 'Idempotency-Key': 'day' });
    expect(first.status).toBe(201);
    office.now = new Date(office.now.getTime() + 24 * 3_600_000);
    const again = await office.change('G-RE1', agreed, 'publication', undefined, { 'Idempotency-Key': 'day' });
    expect(outcome(again)).toBe('409 draftState');
  });
});
