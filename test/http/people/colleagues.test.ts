import { afterAll, beforeAll, expect, it } from 'vitest';
import { CountyOffice, type Someone } from '../drafts/county-office.ts';
import { send } from '../signed-in.ts';

const office = new CountyOffice();
beforeAll(() => office.open());
afterAll(() => office.close());

const GUAN = ['G-BOTH', 'G-ED1', 'G-ED2', 'G-RE1', 'G-RE2'];
const SHEN = ['S-ED', 'S-RE'];

async function seenBy(someone: Someone): Promise<readonly string[]> {
  const { status, json } = await office.send(someone, 'GET', '/colleagues');
  expect(status).toBe(200);
  const items = json.items as readonly { readonly staffNumber: string; readonly name: string }[];
  for (const item of items) expect(item).toEqual({ staffNumber: item.staffNumber, name: '某某人' });
  return items.map(({ staffNumber }) => staffNumber);
}

it('people of a county see their own, and the city’s reviewers, who look at its drafts too; nobody of other counties', async () => {
  for (const someone of ['G-ED1', 'G-RE1', 'G-BOTH'] as const) {
    expect(await seenBy(someone)).toEqual(['C-RE', 'C-RE2', ...GUAN]);
  }
  expect(await seenBy('S-ED')).toEqual(['C-RE', 'C-RE2', ...SHEN]);
});

it('the city and analysts, who read all drafts, see whoever has a part in them', async () => {
  const all = ['C-ED', 'C-RE', 'C-RE2', ...GUAN, ...SHEN];
  for (const someone of ['C-ED', 'C-RE'] as const) expect(await seenBy(someone)).toEqual(all);
  expect(await seenBy('A-N')).toEqual(['A-N', ...all]);
});

it('an administrator has no part in drafts, and visitors are told nobody’s name', async () => {
  expect((await office.send('A-D', 'GET', '/colleagues')).json.code).toBe('roleMayNot');
  expect((await send(office.service, 'GET', '/api/v1/colleagues')).json.code).toBe('personNeeded');
});

it('somebody whose account has been locked is told by name on what they wrote before', async () => {
  const headers = { 'If-Match': '"2"' };
  expect(await seenBy('G-ED2')).toContain('G-ED2');
  const { status, text } = await office.send('A-D', 'PATCH', '/accounts/G-ED2', { locked: true }, headers);
  expect([status, text]).toEqual([200, text]);
  expect(await seenBy('G-RE1')).toContain('G-ED2');
  expect((await office.send('G-ED2', 'GET', '/colleagues')).status).toBe(401);
});
