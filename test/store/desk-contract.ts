import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { sha256 } from '../../server/domain/sha256.ts';
import type { AuditLine } from '../../server/store/audit-trail.ts';
import type { Act } from '../../server/store/desk.ts';
import type { Publication, Store } from '../../server/store/store.ts';
import { draftOf } from './drafts.ts';
import { entry, publish } from './publishing.ts';
import type { StoreUnderTest } from './store-contract.ts';
import { taskOf } from './tasks.ts';
import { cityText, publication } from './texts.ts';

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (cause: unknown) => (cause instanceof Refusal ? { code: cause.code, args: cause.findings[0]?.args } : cause),
  );

async function linesOf(store: Store, from?: number): Promise<readonly AuditLine[]> {
  const lines: AuditLine[] = [];
  for await (const line of store.audit.read(from)) lines.push(line);
  return lines;
}

/** What every store must do with acts, whatever it keeps its data in. */
export function deskContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`${name}: acts, as every store does them`, () => {
    let under: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      under = await make();
      store = await under.open();
    });
    afterEach(async () => {
      await store.close();
      await under.dispose();
    });
    const reopen = async () => {
      await store.close();
      store = await under.open();
    };
    const put = (id: string, kind: string, expects: number): Act => ({
      audit: [entry('task.made')],
      rows: [{ table: 'tasks', id, expects, row: taskOf(kind) }],
    });

    it('writes rows, counts their writing, and keeps them', async () => {
      await store.act(put('t1', 'look', 0));
      await store.act(put('t1', 'look again', 1));
      await store.act(put('t0', 'other', 0));
      const wanted = [
        { id: 't0', revision: 1, row: taskOf('other') },
        { id: 't1', revision: 2, row: taskOf('look again') },
      ];
      expect(await store.rows('tasks')).toEqual(wanted);
      await reopen();
      expect(await store.rows('tasks')).toEqual(wanted);
      expect(await store.row('tasks', 't1')).toEqual(wanted[1]);
      expect(await store.row('tasks', 't2')).toBeNull();
      expect(await store.row('drafts', 't1')).toBeNull();
      await store.act({ audit: [entry('task.gone')], rows: [{ table: 'tasks', id: 't1', expects: 2, row: null }] });
      expect(await store.row('tasks', 't1')).toBeNull();
    });

    it.each(['__proto__', 'constructor', 'toString', '../../etc', '', '名'])(
      'takes "%s" for an id like any other',
      async (id) => {
        expect(await store.row('tasks', id)).toBeNull();
        await store.act(put(id, 'odd', 0));
        await reopen();
        expect(await store.row('tasks', id)).toEqual({ id, revision: 1, row: taskOf('odd') });
      },
    );

    it('refuses what was decided on a row that has moved on, whole', async () => {
      await store.act(put('t1', 'look', 0));
      for (const expects of [0, 2]) {
        const act: Act = {
          audit: [entry('x')],
          rows: [...(put('t2', 'other', 0).rows ?? []), ...(put('t1', 'x', expects).rows ?? [])],
        };
        expect(await refusal(store.act(act))).toEqual({ code: 'stateMoved', args: { table: 'tasks', id: 't1' } });
      }
      expect(await store.rows('tasks')).toEqual([{ id: 't1', revision: 1, row: taskOf('look') }]);
      expect(store.audit.head.lines).toBe(1);
    });

    it('lets one of twenty win who decided on the same row', async () => {
      await store.act(put('t1', 'look', 0));
      const asked = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) => store.act(put('t1', `n${index}`, 1))),
      );
      expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await store.row('tasks', 't1'))?.revision).toBe(2);
      expect(store.audit.head.lines).toBe(2);
    });

    it('publishes on the ground that was looked at, and on no other', async () => {
      await publish(store, publication(cityText(1), '1.0.0'));
      expect(store.sequence).toBe(1);
      const act = (sequence: number, version: string): Act => ({
        audit: [entry('version.published')],
        publications: [publication(cityText(2), version)],
        sequence,
      });
      expect(await refusal(store.act(act(0, '2.0.0')))).toMatchObject({ code: 'stateMoved' });
      const both = await Promise.allSettled([store.act(act(1, '2.0.0')), store.act(act(1, '3.0.0'))]);
      expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect(store.records().map(({ version }) => version)).toEqual(['1.0.0', '2.0.0']);
    });

    it('adds events to versions, in one count with publications', async () => {
      const record = await publish(store, publication(cityText(1), '1.0.0'));
      const change = {
        jurisdiction: '371500',
        version: '1.0.0',
        at: '2019-02-01T00:00:00Z',
        by: 'T-001',
        reason: '依据变了',
      };
      await store.act({
        audit: [entry('version.suspended')],
        versionChanges: [{ ...change, kind: 'suspended' }],
        sequence: 1,
      });
      await publish(store, publication(cityText(2), '1.1.0'));
      await store.act({ audit: [entry('version.resumed')], versionChanges: [{ ...change, kind: 'resumed' }] });
      const { jurisdiction: _, version: __, ...event } = change;
      const events = [
        { ...event, kind: 'suspended', sequence: 2 },
        { ...event, kind: 'resumed', sequence: 4 },
      ];
      expect(store.records()[0]).toEqual({ ...record, events });
      expect(store.records()[1]?.sequence).toBe(3);
      await reopen();
      expect(store.records()[0]).toEqual({ ...record, events });
      expect(store.sequence).toBe(4);
      const nobody = { ...change, version: '9.9.9', kind: 'revoked' } as const;
      expect(await refusal(store.act({ audit: [entry('x')], versionChanges: [nobody] }))).toMatchObject({
        code: 'versionUnknown',
      });
    });

    it('keeps the texts of drafts for as long as a draft needs them', async () => {
      const [one, two] = ['# 一\n', '# 二'];
      const rowsWith = (text: string, id: string, expects: number) =>
        [{ table: 'drafts', id, expects, row: draftOf(text) }] as const;
      await store.act({ audit: [entry('draft.made')], rows: rowsWith(one, 'd1', 0), draftTexts: [one] });
      await store.act({ audit: [entry('draft.made')], rows: rowsWith(one, 'd2', 0), draftTexts: [one] });
      await store.act({ audit: [entry('draft.saved')], rows: rowsWith(two, 'd1', 1), draftTexts: [two] });
      await reopen();
      expect([await store.draftText(sha256(one)), await store.draftText(sha256(two))]).toEqual([one, two]);
      await store.act({ audit: [entry('draft.saved')], rows: rowsWith(two, 'd2', 1) });
      expect(await refusal(store.draftText(sha256(one)))).toMatchObject({ code: 'draftTextDamaged' });
      await expect(store.act({ audit: [entry('x')], rows: rowsWith('kept nowhere', 'd3', 0) })).rejects.toBeInstanceOf(
        RangeError,
      );
      await reopen();
      expect(await store.draftText(sha256(two))).toBe(two);
    });

    it('refuses a draft that one of its writers approved, and a version that one of them publishes', async () => {
      const approval = { by: 'T-002', as: 'cityReviewer', at: '2019-01-01T00:00:00Z', digest: '' } as const;
      const draft = draftOf('# 一\n', { approvals: [{ ...approval, by: 'T-001' }] });
      const rows = [{ table: 'drafts', id: 'd1', expects: 0, row: draft }] as const;
      expect(await refusal(store.act({ audit: [entry('x')], rows, draftTexts: ['# 一\n'] }))).toMatchObject({
        code: 'selfApproval',
      });
      expect(await store.rows('drafts')).toEqual([]);
      const { digest } = await publish(store, publication(cityText(1), '1.0.0'));
      const reviewed = (
        version: string,
        by: string,
        approvals: NonNullable<Publication['review']>['approvals'],
      ): Publication => ({
        ...publication(cityText(1), version),
        by,
        review: {
          draft: 'd1',
          writers: ['T-001'],
          submittedBy: 'T-001',
          reason: '',
          approvals,
          baseDigest: null,
          class: 'neutral',
        },
      });
      const asked = (one: Publication) => refusal(store.act({ audit: [entry('x')], publications: [one] }));
      const good = { ...approval, digest };
      expect(await asked(reviewed('2.0.0', 'T-001', [good]))).toMatchObject({ code: 'selfPublication' });
      expect(await asked(reviewed('2.0.0', 'T-003', [{ ...good, by: 'T-001' }]))).toMatchObject({
        code: 'selfApproval',
      });
      expect(await asked(reviewed('2.0.0', 'T-003', [approval]))).toMatchObject({ code: 'notApproved' });
      expect(await asked(reviewed('2.0.0', 'T-003', []))).toMatchObject({ code: 'notApproved' });
      expect(await asked(reviewed('2.0.0', 'T-003', [good]))).toBeNull();
      expect(store.records()[1]?.review).toMatchObject({ approvals: [good] });
    });

    it('writes down what was done, line after line, each chained to the one before', async () => {
      const reason = '逐行 "ledger":\n{}\u2028';
      const first = entry('task.made', { reason, before: null, after: { a: [1, '二', null, true] } });
      await store.act({ ...put('t1', 'look', 0), audit: [first, entry('task.told')] });
      for (let n = 2; n < 40; n += 1) await store.act({ ...put(`t${n}`, 'look', 0), audit: [entry(`n${n}`)] });
      const lines = await linesOf(store);
      expect(lines.map(({ line }) => line)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
      expect(lines[0]?.entry).toEqual(first);
      expect(lines.slice(0, 3).map(({ commit }) => commit)).toEqual([1, 1, 2]);
      expect(new Set(lines.map(({ hash }) => hash)).size).toBe(40);
      expect(store.audit.head).toEqual({ lines: 40, hash: lines.at(-1)?.hash });
      await reopen();
      expect(await linesOf(store)).toEqual(lines);
      expect(await linesOf(store, 38)).toEqual(lines.slice(37));
      expect(await linesOf(store, 41)).toEqual([]);
    });
  });
}
