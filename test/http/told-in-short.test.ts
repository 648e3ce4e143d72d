import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inShort } from '../../server/rulesets/words.ts';
import { example, type Service, startService } from './service.ts';
import { grant, type Signed, send, settle, signIn } from './signed-in.ts';

let service: Service;
let signed: Readonly<Record<'administrator' | 'editor' | 'nobody', Partial<Signed>>>;
beforeAll(async () => {
  service = await startService({
    prepare: async (people) => {
      await settle(people, 'A-1', grant('administrator'));
      await settle(people, 'C-1', grant('countyEditor', '371525'));
    },
  });
  signed = { administrator: await signIn(service, 'A-1'), editor: await signIn(service, 'C-1'), nobody: {} };
});
afterAll(() => service.stop());

/** Whose 60th UTF-16 unit is the first half of a character. */
const long = `x${'福'.repeat(30)}${'𠮷'.repeat(25)}`;
const short = `x${'福'.repeat(30)}${'𠮷'.repeat(14)}…`;

describe('a text told in short', () => {
  it.each([
    ['', ''],
    ['x'.repeat(60), 'x'.repeat(60)],
    ['x'.repeat(61), `${'x'.repeat(60)}…`],
    ['𠮷'.repeat(30), '𠮷'.repeat(30)],
    ['𠮷'.repeat(31), `${'𠮷'.repeat(30)}…`],
    [long, short],
  ])('%s is %s', (text, told) => {
    expect(inShort(text)).toBe(told);
    expect(inShort(text)).not.toMatch(/\p{Surrogate}/u);
  });

  it('may be of another length', () => {
    expect([inShort('abcdef', 3), inShort('abc', 3), inShort('ab𠮷', 3)]).toEqual(['abc…', 'abc', 'ab…']);
  });
});

describe('what is repeated of a request that is wrong', () => {
  const moved = { ...example, [long]: 1 };

  it.each<[string, string, keyof typeof signed, unknown, string]>([
    ['POST', '/api/v1/evaluations', 'nobody', { ...example, date: long }, 'requestNotDate'],
    ['POST', '/api/v1/evaluations', 'nobody', moved, 'requestFieldUnknown'],
    ['POST', '/api/v1/fundings', 'nobody', { jurisdiction: long, date: '2019-06-01', claim: {} }, 'requestNotCode'],
    ['POST', '/api/v1/proofs', 'nobody', { from: '371500', to: '371525', [long]: 1 }, 'requestFieldUnknown'],
    ['GET', '/api/v1/jurisdictions?LONG=1', 'nobody', undefined, 'parameterUnknown'],
    ['GET', '/api/v1/jurisdictions/LONG/rule-sets', 'nobody', undefined, 'requestNotCode'],
    ['GET', '/api/v1/jurisdictions/371500/effective?date=LONG', 'nobody', undefined, 'requestNotDate'],
    ['GET', '/api/v1/jurisdictions/371500/rule-sets?limit=LONG', 'nobody', undefined, 'pageLimit'],
    [
      'GET',
      '/api/v1/jurisdictions/371500/claim-schema?date=2019-06-01&type=LONG',
      'nobody',
      undefined,
      'claimTypeUnknown',
    ],
    ['GET', '/api/v1/drafts?state=LONG', 'editor', undefined, 'draftStateUnknown'],
    ['GET', '/api/v1/accounts/LONG', 'administrator', undefined, 'staffNumberMalformed'],
    ['DELETE', '/api/v1/api-keys/LONG', 'administrator', undefined, 'apiKeyNameMalformed'],
    [
      'POST',
      '/api/v1/accounts',
      'administrator',
      { staffNumber: 'Z-1', name: '某某', grants: [{ role: long }] },
      'grantRoleUnknown',
    ],
    [
      'POST',
      '/api/v1/api-keys',
      'administrator',
      { name: 'x', scopes: ['read'], jurisdictions: [long] },
      'unknownJurisdiction',
    ],
  ])('%s %s: %s is told with a mark where it goes on', async (method, path, by, body, code) => {
    const { json } = await send(service, method, path.replace('LONG', encodeURIComponent(long)), body, signed[by]);
    const [error] = json.errors as readonly { code: string; message: string; help?: string }[];
    expect(error?.code).toBe(code);
    const words = `${error?.message} ${error?.help}`;
    expect(words).toContain(short);
    expect(words).not.toMatch(/\p{Surrogate}|\ufffd/u);
  });

  it('is whole where a program reads it', async () => {
    const { json } = await send(service, 'POST', '/api/v1/session', { [long]: 1, staffNumber: 'x', password: 'x' });
    expect(json.errors).toMatchObject([{ pointer: `/${long}` }]);
    const asked = await send(service, 'GET', `/api/v1/jurisdictions?${encodeURIComponent(long)}=1`);
    expect(asked.json.errors).toMatchObject([{ parameter: long }]);
  });
});
