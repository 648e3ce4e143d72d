import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isScope, type Needed } from '../../server/http/needed.ts';
import type { ExampleRequest } from '../../server/http/openapi/examples.ts';
import { describedRoutes } from '../../server/http/openapi/static-document.ts';
import { ROLES, type Role } from '../../server/workflow/roles.ts';
import { type Api, newApi } from './api.ts';
import { example } from './service.ts';
import { keyOf, SetUps } from './set-ups.ts';
import { grant, settle, signIn } from './signed-in.ts';

const setUps = new SetUps();
let api: Api;
beforeAll(() => {
  api = newApi(setUps);
});
afterAll(() => setUps.stop());

/** Who asks: by the character that the made-up key consists of; null shows none. */
const bad = [null, 'x', 'e', 'r'] as const;
const scopes = { a: ['evaluate', 'read'], s: ['read'], m: ['metrics'] } as const;

/** Upon a draft that there is not: that of others is the same to them, see test/http/drafts/rights.test.ts. */
const onDraft = { parameters: { id: 'd'.repeat(22) }, headers: { 'If-Match': '"1"' } } as const;

/** A request of each operation about a county; what it is about is all that it needs. */
const requests: Readonly<Record<string, (code: string) => Partial<ExampleRequest>>> = {
  evaluate: (jurisdiction) => ({ body: { ...example, jurisdiction } }),
  evaluateBatch: (jurisdiction) => ({ raw: JSON.stringify({ ...example, jurisdiction }) }),
  fund: (jurisdiction) => ({ body: { jurisdiction } }),
  verifySettlement: (jurisdiction) => ({ body: { settlement: { jurisdiction } } }),
  validate: (code) => ({ raw: `kind: RuleSet\njurisdiction: "${code}"\n` }),
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
  beginProof: (code) => ({ body: { from: code, to: code } }),
  readProof: () => ({ parameters: onDraft.parameters }),
  cancelProof: () => ({ parameters: onDraft.parameters }),
  listTypicalClaims: () => ({}),
  about: () => ({}),
  healthz: () => ({}),
  readyz: () => ({}),
  metrics: () => ({}),
  readOpenApi: () => ({}),
  beginSetUp: () => ({ body: {} }),
  acceptInvitation: () => ({ body: {} }),
  beginSession: () => ({ body: {} }),
  readSession: () => ({}),
  endSession: () => ({}),
  putPassword: () => ({ body: {} }),
  listAccounts: () => ({}),
  createAccount: () => ({ body: {} }),
  readAccount: () => ({ parameters: { staffNumber: 'NOBODY' } }),
  changeAccount: () => ({ parameters: { staffNumber: 'NOBODY' }, headers: { 'If-Match': '"1"' }, body: {} }),
  listKeys: () => ({}),
  issueKey: () => ({ body: {} }),
  revokeKey: () => ({ parameters: { name: 'nobody' } }),
  readAudit: () => ({}),
  readAuditEnd: () => ({}),
  verifyAuditTrail: () => ({}),
  listDrafts: () => ({}),
  createDraft: () => ({ body: {} }),
  readDraft: () => onDraft,
  saveDraft: () => ({ ...onDraft, raw: 'kind: Override\n' }),
  discardDraft: () => onDraft,
  readDraftChanges: () => onDraft,
  readDraftConsequences: () => onDraft,
  readDraftProof: () => onDraft,
  commentOnDraft: () => ({ ...onDraft, body: {} }),
  resolveComment: () => ({ ...onDraft, parameters: { ...onDraft.parameters, comment: 'c'.repeat(22) } }),
  submitDraft: () => ({ ...onDraft, body: {} }),
  withdrawDraft: () => onDraft,
  approveDraft: () => ({ ...onDraft, body: {} }),
  returnDraft: () => ({ ...onDraft, body: {} }),
  publishDraft: () => onDraft,
  listReviews: () => ({}),
  listColleagues: () => ({}),
  listTasks: () => ({}),
  completeTask: () => ({ parameters: onDraft.parameters }),
  suspendVersion: (code) => ({ parameters: { code, version: '9.9.9' }, body: {} }),
  resumeVersion: (code) => ({ parameters: { code, version: '9.9.9' }, body: {} }),
  revokeVersion: (code) => ({ parameters: { code, version: '9.9.9' }, body: {} }),
};

/** Those that are about one place, which a limited key may be limited to. */
const ofAPlace = [
  'evaluate',
  'validate',
  'fund',
  'verifySettlement',
  'readJurisdiction',
  'listRuleSets',
  'readRuleSet',
];
const ofAPlaceToo = [
  'findEdges',
  'beginProof',
  'readChangelog',
  'readDiff',
  'readEffective',
  'readFloor',
  'readClaimSchema',
];

const askAs = async (operation: string, sent: Readonly<Record<string, string>>, code = '371525') => {
  const request = requests[operation];
  if (request === undefined) throw new RangeError(`no row for ${operation}`);
  const { headers, ...rest } = request(code);
  return api.send(operation, {
    name: operation,
    summary: { zh: operation, en: operation },
    setUp: 'keys',
    headers: { ...headers, ...sent },
    ...rest,
  });
};
const ask = (operation: string, key: string | null, code?: string) =>
  askAs(operation, key === null ? {} : { Authorization: `Bearer ${keyOf(key)}` }, code);

/** Who may what, by role, written here a second time; what is left out nobody may. Keys may none of it. */
const acts: Readonly<Partial<Record<Needed, readonly Role[]>>> = {
  read: ['countyEditor', 'countyReviewer', 'cityEditor', 'cityReviewer', 'analyst'],
  evaluate: ['countyEditor', 'countyReviewer', 'cityEditor', 'cityReviewer', 'analyst'],
  'account.read': ['administrator'],
  'account.create': ['administrator'],
  'account.change': ['administrator'],
  'key.read': ['administrator'],
  'key.issue': ['administrator'],
  'key.revoke': ['administrator'],
  'draft.read': ['countyEditor', 'countyReviewer', 'cityEditor', 'cityReviewer', 'analyst'],
  'draft.write': ['countyEditor', 'cityEditor'],
  'draft.submit': ['countyEditor', 'cityEditor'],
  'draft.comment': ['countyEditor', 'countyReviewer', 'cityEditor', 'cityReviewer'],
  'draft.approve': ['countyReviewer', 'cityReviewer'],
  'draft.return': ['countyReviewer', 'cityReviewer'],
  'draft.publish': ['countyReviewer', 'cityReviewer'],
  'version.suspend': ['countyReviewer', 'cityReviewer'],
  'version.resume': ['countyReviewer', 'cityReviewer'],
  'version.revoke': ['cityReviewer'],
  'task.read': ['countyEditor', 'countyReviewer', 'cityEditor', 'cityReviewer'],
  'task.close': ['countyEditor', 'countyReviewer', 'cityEditor', 'cityReviewer'],
  signedIn: [...ROLES],
};

/** Somebody signed in of each role, in a session of their own. */
async function signedAs(role: Role): Promise<Readonly<Record<string, string>>> {
  const service = await setUps.get('keys');
  const staffNumber = `R-${role.toUpperCase()}`;
  if ((await service.people.desk.row('accounts', staffNumber)) === null) {
    const place = role.startsWith('county') ? '371525' : role.startsWith('city') ? '371500' : null;
    await settle(service.people, staffNumber, grant(role, place));
  }
  return signIn(service, staffNumber);
}

const described = describedRoutes().map(({ operation, scope }) => [operation, scope] as const);

/** What an answer refuses for want of a right; null where it does not. A wrong token or password is something else. */
function refusals(status: number, { code }: Readonly<Record<string, unknown>>): string | null {
  return [401, 403, 500].includes(status) ? `${status} ${String(code)}` : null;
}

describe('every route', () => {
  it('has a row here', () => {
    expect(
      describedRoutes()
        .map(({ operation }) => operation)
        .sort(),
    ).toEqual(Object.keys(requests).sort());
  });

  it.each(described)('%s (%s) is for those who may, and for nobody else', async (operation, scope) => {
    for (const key of bad) {
      const { status, headers, json } = await ask(operation, key);
      if (scope === null) expect([400, 401, 403, 500]).not.toContain(status);
      else {
        expect([status, json.status, headers.get('www-authenticate')]).toEqual([401, 401, 'Bearer realm="dixian"']);
        expect(json.code).toMatch(isScope(scope) ? /^key/ : /^personNeeded$/);
      }
    }
    for (const [key, granted] of Object.entries(scopes)) {
      const { status, json } = await ask(operation, key);
      const may = scope === null || (granted as readonly string[]).includes(scope);
      if (scope !== null && !isScope(scope)) expect([status, json.code]).toEqual([401, 'personNeeded']);
      else if (may) expect(refusals(status, json)).toBeNull();
      else expect([status, json.code]).toEqual([403, 'scopeMissing']);
    }
  });

  it.each(described.filter(([, scope]) => scope !== null))(
    '%s (%s) is for people of the roles that it is for, told to others with a line in the audit trail',
    async (operation, scope) => {
      for (const role of ROLES) {
        const signed = await signedAs(role);
        const { desk, refusals: lately } = (await setUps.get('keys')).people;
        const { audit } = desk;
        // So many refusals in so short a time would be written in bulk.
        lately.clear();
        const before = audit.head.lines;
        const { status, json } = await askAs(operation, signed);
        const may = scope !== null && (acts[scope] ?? []).includes(role);
        if (may) {
          expect([role, refusals(status, json)]).toEqual([role, null]);
          continue;
        }
        expect([role, status, json.code]).toEqual([role, 403, scope === 'metrics' ? 'keyOnly' : 'roleMayNot']);
        expect(audit.head.lines).toBe(before + 1);
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
