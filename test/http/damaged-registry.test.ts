import { expect, it } from 'vitest';
import { MemoryDisk } from '../store/memory-disk.ts';
import { CountyOffice } from './drafts/county-office.ts';
import { example } from './service.ts';

it('a damaged text of jurisdictions is a fault of the service and of no caller', async () => {
  const disk = new MemoryDisk();
  const first = await new CountyOffice().open({ disk });
  await first.close();
  const file = disk.files().find((name) => name.startsWith('/data/jurisdictions/')) ?? '';
  disk.overwrite(file, new TextEncoder().encode('kind: Jurisdictions\n'));
  const office = await new CountyOffice().open({ disk });
  const { service } = office;
  const asked = await service.call('/api/v1/jurisdictions');
  const settled = await service.post(JSON.stringify(example));
  for (const { status, json } of [asked, settled]) {
    expect([status, json.code]).toEqual([503, 'ruleSetUnusable']);
    expect(json.errors).toMatchObject([{ code: 'textBesideDamaged' }]);
  }
  await office.close();
});
