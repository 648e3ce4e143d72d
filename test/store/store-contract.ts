import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { digest } from '../../server/rulesets/digest.ts';
import { inForce } from '../../server/rulesets/in-force.ts';
import { parseDocument } from '../../server/rulesets/parse.ts';
import type { Store } from '../../server/store/store.ts';
import { publish, publishAll, putJurisdictions, putTypicalClaims } from './publishing.ts';
import { cityText, countyText, jurisdictionsText, publication, typicalClaimsText } from './texts.ts';

/** How a kind of store is opened, closed and opened again on the same data. */
export interface StoreUnderTest {
  open(): Promise<Store>;
  /** Puts everything away after a test. */
  dispose(): Promise<void>;
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no refusal',
    (cause: unknown) => (cause instanceof Refusal ? cause.code : cause),
  );

/** What every store must do, whatever it keeps its data in. */
export function storeContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`${name}: what every store does`, () => {
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

    it('begins empty', async () => {
      expect(store.records()).toEqual([]);
      expect(await store.jurisdictions()).toEqual([]);
      expect(await store.typicalClaims()).toEqual([]);
      await store.scrubbed;
      expect(store.damaged).toEqual([]);
    });

    it('publishes a text byte for byte, with its record, and keeps both', async () => {
      const text = `${cityText(100)}# 末行，无换行`;
      const record = await publish(store, publication(text, '1.0.0'));
      expect(record).toEqual({
        jurisdiction: '371500',
        version: '1.0.0',
        sequence: 1,
        kind: 'RuleSet',
        effective: { from: '2019-01-01', to: '2019-12-31' },
        digest: digest(parseDocument(text, { maxBytes: 10_000 }).document),
        publishedAt: '2019-01-01T00:00:00Z',
        publishedBy: 'li',
        sample: false,
      });
      await reopen();
      expect(store.records()).toEqual([record]);
      expect(await store.text(record)).toBe(text);
    });

    it('numbers publications on, over all jurisdictions, and after a restart', async () => {
      await publish(store, publication(cityText(1), '1.0.0'));
      await publish(store, publication(countyText(2), '1.0.0'));
      await reopen();
      await publish(store, publication(cityText(3), '1.1.0'));
      expect(store.records().map(({ sequence, jurisdiction, version }) => [sequence, jurisdiction, version])).toEqual([
        [1, '371500', '1.0.0'],
        [2, '371525', '1.0.0'],
        [3, '371500', '1.1.0'],
      ]);
      expect(inForce(store.records(), '371500', '2019-06-01')?.version).toBe('1.1.0');
    });

    it('publishes a number once, also when asked twenty times at once', async () => {
      const asked = Array.from({ length: 20 }, (_, index) => publish(store, publication(cityText(index + 1), '1.0.0')));
      const results = await Promise.allSettled(asked);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(store.records()).toHaveLength(1);
      expect(await codeOf(publish(store, publication(cityText(1), '1.0.0')))).toBe('versionExists');
    });

    it('makes publications in the order they are asked for', async () => {
      const versions = Array.from({ length: 12 }, (_, index) => `1.${index}.0`);
      await Promise.all(versions.map((version, index) => publish(store, publication(cityText(index + 1), version))));
      expect(store.records().map(({ version }) => version)).toEqual(versions);
    });

    it('shows a new list of records after each publication, and never changes one it gave out', async () => {
      const before = store.records();
      await publish(store, publication(cityText(1), '1.0.0'));
      expect(before).toEqual([]);
      const after = store.records();
      expect(store.records()).toBe(after);
      await putJurisdictions(store, jurisdictionsText);
      expect(store.records()).not.toBe(after);
    });

    it('publishes several texts in one step, or none of them', async () => {
      const broken = [publication(cityText(1), '1.0.0'), publication('kind: RuleSet\n', '1.0.0')];
      expect(await codeOf(publishAll(store, broken, [jurisdictionsText]))).toBe('textNotUnderstood');
      expect(store.records()).toEqual([]);
      const twice = [publication(cityText(1), '1.0.0'), publication(cityText(2), '1.0.0')];
      expect(await codeOf(publishAll(store, twice, []))).toBe('versionExists');
      await publishAll(
        store,
        [publication(cityText(1), '1.0.0'), publication(countyText(2), '1.0.0')],
        [jurisdictionsText],
        [typicalClaimsText(1)],
      );
      await reopen();
      expect(store.records()).toHaveLength(2);
      expect(await store.jurisdictions()).toEqual([jurisdictionsText]);
      expect(await store.typicalClaims()).toEqual([typicalClaimsText(1)]);
    });

    it('replaces the typical claims of the same city, and shows a new list of records', async () => {
      const before = store.records();
      await putTypicalClaims(store, typicalClaimsText(1));
      expect(store.records()).not.toBe(before);
      await putTypicalClaims(store, typicalClaimsText(1, '371400'));
      await putTypicalClaims(store, typicalClaimsText(2));
      const texts = await store.typicalClaims();
      expect(texts).toEqual([typicalClaimsText(1, '371400'), typicalClaimsText(2)]);
      await reopen();
      expect(await store.typicalClaims()).toEqual(texts);
      await publishAll(store, [], [], [typicalClaimsText(3), typicalClaimsText(4)]);
      expect(await store.typicalClaims()).toEqual([typicalClaimsText(1, '371400'), typicalClaimsText(4)]);
      expect(await codeOf(putTypicalClaims(store, jurisdictionsText))).toBe('textNotUnderstood');
      expect(await codeOf(putTypicalClaims(store, typicalClaimsText(1, 'x')))).toBe('textNotUnderstood');
      expect(await codeOf(putJurisdictions(store, typicalClaimsText(1)))).toBe('textNotUnderstood');
    });

    it('replaces the text of kind Jurisdictions that names the same first code', async () => {
      await putJurisdictions(store, jurisdictionsText);
      await putJurisdictions(store, jurisdictionsText.replace('某县', '某某县'));
      await putJurisdictions(store, jurisdictionsText.replaceAll('3715', '3714'));
      const texts = await store.jurisdictions();
      expect(texts).toHaveLength(2);
      expect(texts[0]).toContain('某某县');
      await reopen();
      expect(await store.jurisdictions()).toEqual(texts);
    });

    it.each([
      ['versionMalformed', cityText(1), '1.0'],
      ['versionMalformed', cityText(1), '01.0.0'],
      ['versionMalformed', cityText(1), '../1.0.0'],
      ['textNotUnderstood', jurisdictionsText, '1.0.0'],
      ['textNotUnderstood', cityText(1, '../../x'), '1.0.0'],
      ['textNotUnderstood', cityText(1).replace('2019-12-31', '2018-12-31'), '1.0.0'],
    ])('refuses with %s what it cannot publish', async (code, text, version) => {
      expect(await codeOf(publish(store, publication(text, version)))).toBe(code);
      expect(store.records()).toEqual([]);
    });

    it('refuses an instant that is not UTC, and everything once closed', async () => {
      const late = { ...publication(cityText(1), '1.0.0'), at: '2019-01-01T00:00:00+08:00' };
      expect(await codeOf(publish(store, late))).toBe('instantMalformed');
      await store.close();
      expect(await codeOf(publish(store, publication(cityText(1), '1.0.0')))).toBe('storeClosed');
    });
  });
}
