import { afterAll, beforeAll, expect, it } from 'vitest';
import { CountyOffice, type DraftJson, draftIn, guan, outcome } from './county-office.ts';

const office = new CountyOffice();
beforeAll(() => office.open());
afterAll(() => office.close());

const text = guan('  accident.medical: 8000');
const back = { by: 'G-RE1', reason: '请附报价', submitted: { by: 'G-ED1', reason: 'more is paid' } };

const listed = async (wanted: string) =>
  (
    (await office.send('G-ED1', 'GET', `/drafts?sentBack=${wanted}`)).json.items as readonly { readonly id: string }[]
  ).map(({ id }) => id);

it('a draft tells how it was sent back until it is submitted again, and is listed by it', async () => {
  const other = await office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
  let draft: DraftJson = await office.submitted('G-ED1', text);
  expect(draft).toMatchObject({ sentBack: null });
  draft = draftIn(await office.change('G-RE1', draft, 'returns', { reason: '请附报价' }));
  expect(draft).toMatchObject({ state: 'returned', sentBack: back });
  draft = draftIn(await office.save('G-ED1', draft, text.replace('8000', '8500')));
  expect(draft).toMatchObject({ state: 'draft', sentBack: back });
  expect(draftIn(await office.send('G-ED2', 'GET', `/drafts/${draft.id}`))).toMatchObject({ sentBack: back });
  expect([await listed('true'), await listed('false')]).toEqual([[draft.id], [other.id]]);

  draft = draftIn(await office.change('G-ED1', draft, 'submission', { reason: 'with the offer' }));
  expect(draft).toMatchObject({ sentBack: null, returns: [{ reason: '请附报价', answeredAt: expect.any(String) }] });
  draft = draftIn(await office.change('G-ED1', draft, 'withdrawal'));
  expect(draft).toMatchObject({ sentBack: null });
  expect(await listed('true')).toEqual([]);
});

it('whether drafts were sent back is asked by true or false', async () => {
  expect(outcome(await office.send('G-ED1', 'GET', '/drafts?sentBack=perhaps'))).toMatch(/^4\d\d parameterNotBoolean$/);
});
