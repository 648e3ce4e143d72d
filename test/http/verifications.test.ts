import { afterAll, beforeAll, expect, it } from 'vitest';
import { example, type Service, startService } from './service.ts';
import { send } from './signed-in.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** What a verification says of the example's settlement with something of it altered. */
async function verified(altered: Readonly<Record<string, unknown>>): Promise<unknown> {
  const settlement = { ...(await service.post(JSON.stringify(example))).json, ...altered };
  const { json } = await send(service, 'POST', '/api/v1/settlements/verify', { settlement, claim: example.claim });
  return json.same;
}

it.each([
  ['paid', { paid: 1 }, false],
  ['settlementDigest', { settlementDigest: `sha256:${'0'.repeat(64)}` }, false],
  ['claimType', { claimType: 'accident' }, false],
  ['status', { status: 'draft' }, false],
  ['date', { date: '2019-06-02' }, true],
  ['id', { id: 'another' }, true],
  ['notices', { notices: [] }, true],
])('a settlement with another %s: compared as the document of the interface says', async (_, altered, same) => {
  expect(await verified(altered)).toBe(same);
});

it('a settlement by a text that was sent along: told as a trial that nothing may be paid by, not sent elsewhere', async () => {
  const text = `kind: Override
jurisdiction: "371525"
extends: "371500"
effective: {from: 2019-01-01, to: 2019-12-31}
reason: {zh: 试算}
standards:
  accident.disability: 40000
`;
  const claim = { type: 'accident', accident: { grades: [7, 7] } };
  const asked = { id: 'trial', jurisdiction: '371525', date: '2019-06-01', ruleSet: { text }, claim };
  const { json: settlement } = await service.post(JSON.stringify(asked));
  const { json } = await send(service, 'POST', '/api/v1/settlements/verify', { settlement, claim });
  expect(settlement).toMatchObject({ status: 'draft', paid: 20_000 });
  expect(json).toMatchObject({ same: false, ruleSet: null, why: [{ code: 'verifyTrial' }] });
});
