import { expect, it } from 'vitest';
import { MemoryDisk } from '../../store/memory-disk.ts';
import { CountyOffice, guan, outcome } from './county-office.ts';

it('a draft whose text was damaged on the disk is counted though nobody has read it, and refused to who does', async () => {
  const disk = new MemoryDisk();
  const first = await new CountyOffice().open({ disk });
  const draft = await first.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  await first.save('G-ED1', draft, guan('  accident.medical: 8000'));
  const file = `/data/drafts/${(await first.store.row('drafts', draft.id))?.row.textHash.slice('sha256:'.length)}.yaml`;
  await first.close();
  disk.overwrite(
    file,
    (disk.bytes(file) ?? new Uint8Array()).map((byte, index) => (index === 40 ? byte ^ 1 : byte)),
  );
  const office = await new CountyOffice().open({ disk, metricsOpen: true });
  await office.store.scrubbed;
  expect((await office.service.call('/readyz')).status).toBe(200);
  expect((await office.service.call('/metrics')).text).toContain('\ndixian_publications_damaged 1\n');
  expect(outcome(await office.send('G-ED1', 'GET', `/drafts/${draft.id}`))).toBe('503 draftTextDamaged');
  await office.close();
});
