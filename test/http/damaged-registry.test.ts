import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryDisk } from '../store/memory-disk.ts';
import { ServedDocument } from './contract/served-document.ts';
import { CountyOffice } from './drafts/county-office.ts';
import { example } from './service.ts';

/** What asks for something, of every GET that asks for more than an id that there is not. */
const QUERIES: Readonly<Record<string, string>> = {
  listTypicalClaims: '?jurisdiction=371525',
  readDiff: '?from=371500%401.0.0&to=371500%402.0.0',
};

describe('a damaged text of jurisdictions', () => {
  const disk = new MemoryDisk();
  let office: CountyOffice;
  let file = '';
  let whole: Uint8Array;
  let document: ServedDocument;
  beforeAll(async () => {
    const first = await new CountyOffice().open({ disk });
    document = new ServedDocument((await first.service.call('/openapi.json')).json);
    await first.close();
    file = disk.files().find((name) => name.startsWith('/data/jurisdictions/')) ?? '';
    whole = disk.bytes(file) ?? new Uint8Array();
    disk.overwrite(
      file,
      whole.map((byte, index) => (index === 40 ? byte ^ 1 : byte)),
    );
    office = await new CountyOffice().open({ disk, metricsOpen: true });
    await office.store.scrubbed;
  });
  afterAll(() => office.close());

  it('is a fault of the service and of no caller, who is not told where the data folder is', async () => {
    const { service } = office;
    const asked = await service.call('/api/v1/jurisdictions');
    const settled = await service.post(JSON.stringify(example));
    for (const { status, json, text } of [asked, settled]) {
      expect([status, json.code]).toEqual([503, 'ruleSetUnusable']);
      expect(json.errors).toMatchObject([{ code: 'textBesideDamaged' }]);
      expect(text).toContain(file.slice('/data/'.length));
      expect(text).not.toContain('/data');
    }
  });

  it('is counted', async () => {
    expect((await office.service.call('/metrics')).text).toContain('\ndixian_publications_damaged 1\n');
  });

  it('is answered as the document says wherever something is read', async () => {
    const { service } = office;
    const reading = document.operations.filter(({ method }) => method === 'GET');
    expect(reading.length).toBeGreaterThan(20);
    for (const { operationId, path, responses } of reading) {
      const address = path
        .replace(/\{version\}/, '1.0.0')
        .replace(/\{code\}/, '371500')
        .replace(/\{\w+\}/g, 'x');
      const { status } = await service.call(`${address}${QUERIES[operationId] ?? ''}`);
      expect([operationId, Object.keys(responses)]).toEqual([operationId, expect.arrayContaining([String(status)])]);
    }
    // One of them is the list that needs nothing to be asked for.
    expect(reading.find(({ operationId }) => operationId === 'listJurisdictions')?.responses['503']).toBeDefined();
  });

  it('keeps the service from being ready until its file is put back', async () => {
    const { service } = office;
    const ready = async () => {
      const { status, json } = await service.call('/readyz');
      return [status, json.reasons];
    };
    expect(await ready()).toEqual([503, ['jurisdictions']]);
    disk.overwrite(file, whole);
    expect(await ready()).toEqual([200, []]);
    expect((await service.post(JSON.stringify(example))).status).toBe(200);
    expect((await service.call('/metrics')).text).toContain('\ndixian_publications_damaged 0\n');
  });
});

it('a damaged audit trail is told of without its path', async () => {
  const disk = new MemoryDisk();
  const office = await new CountyOffice().open({ disk });
  const bytes = disk.bytes('/data/audit.jsonl') ?? new Uint8Array();
  disk.overwrite(
    '/data/audit.jsonl',
    bytes.map((byte, index) => (index === bytes.length - 40 ? byte ^ 1 : byte)),
  );
  const { status, json, text } = await office.send('A-D', 'GET', '/audit');
  expect([status, json.code]).toEqual([503, 'auditDamaged']);
  expect(text).toContain('audit.jsonl');
  expect(text).not.toContain('/data');
  await office.close();
});
