import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile, DixianError } from '../../server/library/index.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import type { Store } from '../../server/store/store.ts';
import { compareDraft } from '../../server/usecases/drafts/compare-draft.ts';
import { examine } from '../../server/usecases/drafts/examination.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { read, texts } from '../library/documents.ts';
import { publishAll } from '../store/publishing.ts';
import { example, type Service, startService } from './service.ts';

/** Next year's plan whose products keep this year's days: what is an error by now was once published. */
const plan = texts.city.replace(/^effective: \{.*?\}/m, 'effective: {from: 2020-01-01, to: 2020-12-31}');

/** A made-up county with aid of its own that is over before the county's text begins. */
const county = `kind: Override
jurisdiction: "371525"
extends: "371500"
effective: {from: 2020-03-01, to: 2020-12-31}
reason: 虚构
standards: {medicalAssistance.ratio: 0.75}
adds:
  products:
    aid: {label: 县补助（虚构）, period: {from: 2019-01-01, to: 2019-12-31}}
  layers: [{name: aid, label: 补助, combine: one, product: aid}]
  standards:
    aid.sum: {value: 500, unit: CNY, better: higher}
  rules:
    - name: aid
      layer: aid
      conditions: {all: [{fact: claim.type, operator: equal, value: inpatient}]}
      event: {type: sum, params: {sum: $aid.sum}}
`;

const versions = { version: '1.0.0', overrideVersion: '1.0.0' };

describe('texts that were published before an error was looked for', () => {
  let folder = '';
  let store: Store;
  let service: Service;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dixian-earlier-'));
    const first = await openEmbedded(join(folder, 'data'));
    const by = { version: '1.0.0', by: 'rules', at: '2019-12-01T00:00:00Z' };
    const published = [plan, county].map((text) => ({ ...by, text }));
    await publishAll(first, published, [read('rules/371500/jurisdictions.yaml')]);
    await first.close();
    store = await openEmbedded(join(folder, 'data'));
    service = await startService({ rules: store, store, now: new Date('2020-06-01T00:00:00Z') });
  });
  afterAll(async () => {
    await service.stop();
    await store.close();
    await rm(folder, { recursive: true });
  });

  const asked = () => {
    const draft = { jurisdiction: '371525', kind: 'Override', maxBytes: 1 << 20, today: '2020-06-01' } as const;
    return { book: new RuleBook(store), draft: { ...draft, text: county } };
  };

  it('settle as they did', async () => {
    const { status, json } = await service.post(JSON.stringify({ ...example, date: '2020-06-01' }));
    expect([status, json.ruleSet]).toMatchObject([200, { version: '1.0.0', base: { version: '1.0.0' } }]);
    const layers = json.layers as readonly { layer: string; paid: number; reason?: string }[];
    // (20,000 − 15,840) × 75 %
    expect(layers.find(({ layer }) => layer === 'medicalAssistance')).toMatchObject({ paid: 3120 });
    expect(layers.filter(({ reason }) => reason === 'outsidePeriod').map(({ layer }) => layer)).toEqual([
      'supplementaryMedical',
      'aid',
    ]);
  });

  it('are settled by the library under the numbers that they were published under, and refused as new texts', () => {
    expect(compile({ ruleSet: plan, override: county, ...versions }).ruleSet).toMatchObject({ version: '1.0.0' });
    expect(() => compile({ ruleSet: plan })).toThrow(DixianError);
    expect(() => compile({ ruleSet: plan, override: county, version: '1.0.0' })).toThrow(DixianError);
  });

  it('can be put back, and compared with other versions, as drafts that were published', async () => {
    const { book, draft } = asked();
    const published = { ...draft, published: true };
    expect(await examine(book, draft)).toMatchObject({ findings: [{ code: 'periodNeverMet' }], found: null });
    expect((await examine(book, published)).found).not.toBeNull();
    const before = { kind: 'version', version: '1.0.0', date: null, asOf: null } as const;
    await expect(compareDraft(book, draft, before)).rejects.toMatchObject({ code: 'draftInvalid' });
    expect((await compareDraft(book, published, before)).changes).toEqual([]);
  });

  it('are errors of texts that are new', async () => {
    const headers = { 'Content-Type': 'application/yaml' };
    for (const body of [plan, county]) {
      const { json } = await service.call('/api/v1/validations', { method: 'POST', headers, body });
      expect(json).toMatchObject({ valid: false });
      expect(JSON.stringify(json)).toContain('periodNeverMet');
    }
  });
});
