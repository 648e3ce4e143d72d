import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExampleRequest } from '../../server/http/openapi/examples.ts';
import { describedRoutes } from '../../server/http/openapi/static-document.ts';
import { type Api, newApi } from './api.ts';
import { example } from './service.ts';
import { keyOf, SetUps } from './set-ups.ts';

const setUps = new SetUps();
let api: Api;
beforeAll(() => {
  api = newApi(setUps);
});
afterAll(() => setUps.stop());

/** Who asks: by the character that the made-up key consists of; null shows none. */
const bad = [null, 'x', 'e', 'r'] as const;
const scopes = { a: ['evaluate', 'read'], s: ['read'], m: ['metrics'] } as const;

/** A request of each operation about a county; what it is about is all that it needs. */
const requests: Readonly<Record<string, (code: string) => Partial<ExampleRequest>>> = {
  evaluate: (jurisdiction) => ({ body: { ...example, jurisdiction } }),
  evaluateBatch: (jurisdiction) => ({ raw: JSON.stringify({ ...example, jurisdiction }) }),
  fund: (jurisdiction) => ({ body: { jurisdiction } }),
  verifySettlement: (jurisdiction) => ({ body: { settlement: { jurisdiction } } }),
  validate: () => ({ raw: 'kind: RuleSet\n' }),
  listJurisdictions: () => ({}),
  readJurisdiction: (code) => ({ parameters: { code } }),
  listRuleSets: (code) => ({ parameters: { code } }),
  readRuleSet: (code) => ({ parameters: { code, version: '1.0.0' } }),
  readRuleSetByDigest: () => ({ parameters: { digest: `sha256:${'0'.repeat(64)}` } }),
  readChangelog: (code) => ({ parameters: { code } }),
  readDiff: (code) => ({ parameters: { from: '371500@2019-06-01', to: `${code}@2019-06-01` } }),
  readEffective: (code) => ({ parameters: { code, date: '2019-06-01' } }),
  readFloor: (code) => ({ parameters: { code, date: '2019-06-01' } }),
  readClaimSchema: (code) => ({ parameters: { code, type: 'inpatient', date: '2019-06-01' } }),
  readMatrix: () => ({ parameters: { date: '2019-06-01' } }),
  findEdges: (code) => ({ body: { from: code, to: code } }),
  listTypicalClaims: () => ({}),
  about: () => ({}),
  healthz: () => ({}),
  readyz: () => ({}),
  metrics: () => ({}),
  readOpenApi: () => ({}),
};

/** Those that are about one place, which a limited key may be limited to. */
const ofAPlace = ['evaluate', 'fund', 'verifySettlement', 'readJurisdiction', 'listRuleSets', 'readRuleSet'];
const ofAPlaceToo = ['findEdges', 'readChangelog', 'readDiff', 'readEffective', 'readFloor', 'readClaimSchema'];

const ask = async (operation: string, key: string | null, code = '371525') => {
  const request = requests[operation];
  if (request === undefined) throw new RangeError(`no row for ${operation}`);
  const headers = key === null ? {} : { Authorization: `Bearer ${keyOf(key)}` };
  return api.send(operation, {
    name: operation,
    summary: { zh: operation, en: operation },
    setUp: 'keys',
    headers,
    ...request(code),
  });
};

describe('every route', () => {
  it('has a row here', () => {
    expect(
      describedRoutes()
        .map(({ operation }) => operation)
        .sort(),
    ).toEqual(Object.keys(requests).sort());
  });

  it.each(describedRoutes().map(({ operation, scope }) => [operation, scope] as const))(
    '%s (%s) is for those who may, and for nobody else',
    async (operation, scope) => {
      for (const key of bad) {
        const { status, headers, json } = await ask(operation, key);
        if (scope === null) expect([400, 401, 403, 500]).not.toContain(status);
        else {
          expect([status, json.status, headers.get('www-authenticate')]).toEqual([401, 401, 'Bearer realm="dixian"']);
          expect(json.code).toMatch(/^key/);
        }
      }
      for (const [key, granted] of Object.entries(scopes)) {
        const { status, json } = await ask(operation, key);
        const may = scope === null || (granted as readonly string[]).includes(scope);
        if (may) expect([401, 403, 500]).not.toContain(status);
        else expect([status, json.code]).toEqual([403, 'scopeMissing']);
      }
    },
  );

  it.each([...ofAPlace, ...ofAPlaceToo])('%s is for a limited key about its own county only', async (operation) => {
    const { scope } = describedRoutes().find((route) => route.operation === operation) ?? {};
    const own = await ask(operation, 'j', '371521');
    expect([401, 403, 500]).not.toContain(own.status);
    const other = await ask(operation, 'j', '371525');
    expect([other.status, other.json.code]).toEqual([403, 'jurisdictionNotAllowed']);
    const city = await ask(operation, 'j', '371500');
    if (scope === 'read') expect([401, 403, 500]).not.toContain(city.status);
    else expect(city.status).toBe(403);
  });

  it('readMatrix shows every county, and so is not for a key limited to one', async () => {
    expect((await ask('readMatrix', 's')).status).toBe(200);
    const { status, json } = await ask('readMatrix', 'j');
    expect([status, json.code]).toEqual([403, 'jurisdictionNotAllowed']);
  });
});
