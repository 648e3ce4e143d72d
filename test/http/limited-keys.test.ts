import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../server/access/api-key.ts';
import { accessOf } from '../../server/access/identify.ts';
import { type Service, startService } from './service.ts';
import { keyOf } from './set-ups.ts';

/** Two counties with texts of their own, and a key that is good for the one. */
let service: Service;
beforeAll(async () => {
  const scopes: ['read', 'evaluate'] = ['read', 'evaluate'];
  const access = accessOf([
    { name: 'all', hash: hashOf(keyOf('a')), scopes },
    { name: 'guan', hash: hashOf(keyOf('g')), scopes, jurisdictions: ['371525'] },
  ]);
  service = await startService({ access, samples: true });
});
afterAll(() => service.stop());

async function asked(key: string, method: string, path: string, body?: object): Promise<string> {
  const headers = { Authorization: `Bearer ${keyOf(key)}`, ...(body && { 'Content-Type': 'application/json' }) };
  const sent = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  const { status, json } = await service.call(`/api/v1${path}`, sent);
  return `${status} ${json.code ?? ''}`.trim();
}

/** What the rules of a county are called for ever. */
async function digestOf(code: string): Promise<string> {
  const headers = { Authorization: `Bearer ${keyOf('a')}` };
  const { json } = await service.call(`/api/v1/jurisdictions/${code}/effective?date=2019-08-01`, { headers });
  return String((json.ruleSet as { effectiveDigest: string }).effectiveDigest);
}

const REFUSED = '403 jurisdictionNotAllowed';

describe('a key that is limited to a county', () => {
  it("compares no other county's rules, by their digest neither", async () => {
    const [own, other] = [await digestOf('371525'), await digestOf('371522')];
    const diff = (key: string, from: string, to: string) => asked(key, 'GET', `/diffs?from=${from}&to=${to}`);
    expect(await diff('a', own, other)).toBe('200');
    expect([await diff('g', own, own), await diff('g', own, other), await diff('g', other, own)]).toEqual([
      ...['200', REFUSED, REFUSED],
    ]);
  });

  it.each(['/edges', '/proofs'])("POST %s takes no text of another county's", async (path) => {
    const draft = (jurisdiction: string) => ({
      jurisdiction,
      date: '2019-08-01',
      text: `kind: Override\njurisdiction: "${jurisdiction}"\nextends: "371500"\neffective: {from: 2019-08-01}\nreason: x\nstandards:\n  accident.medical: 9000\n`,
    });
    const from = '371500@1.0.0';
    expect(await asked('g', 'POST', path, { from, draft: draft('371522') })).toBe(REFUSED);
    expect(await asked('g', 'POST', path, { from, draft: draft('371525') })).toMatch(/^20[02]$/);
  });

  it("has no text of another place's checked, a wrong one neither; one that does not say whose it is is answered", async () => {
    const checked = async (key: string, text: string) => {
      const headers = { Authorization: `Bearer ${keyOf(key)}`, 'Content-Type': 'application/yaml' };
      const { status, json } = await service.call('/api/v1/validations', { method: 'POST', headers, body: text });
      expect('problems' in json).toBe(status === 200);
      return `${status} ${json.code ?? ''}`.trim();
    };
    const text = (code: string, figure: string) =>
      `kind: Override\njurisdiction: "${code}"\nextends: "371500"\neffective: {from: 2019-08-01}\nreason: x\nstandards:\n  accident.medical: ${figure}\n`;
    for (const figure of ['9000', 'many'])
      expect([
        ...[await checked('g', text('371525', figure)), await checked('g', text('371522', figure))],
        ...[await checked('a', text('371522', figure)), await checked('g', text('371500', figure))],
      ]).toEqual(['200', REFUSED, '200', REFUSED]);
    expect([await checked('g', 'kind: Override\n'), await checked('g', 'kind: [')]).toEqual(['200', '200']);
  });
});
