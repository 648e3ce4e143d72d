import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseStrictJson } from '../../server/usecases/strict-json.ts';
import { ADMINISTRATOR, REVIEWER, startDescribedService } from './contract/described-service.ts';
import type { ServedDocument } from './contract/served-document.ts';
import type { Service } from './service.ts';
import { type Signed, send, signIn } from './signed-in.ts';

interface HostileJson {
  readonly body: string | Uint8Array;
  readonly code: string;
  /** True where `JSON.parse` takes it, and makes of it something else than its reader would expect. */
  readonly taken?: boolean;
}

const deep = 20_000;
/** Operations of accounts and drafts take no larger body. */
const SMALL = 16_384;
const bodies: Readonly<Record<string, HostileJson>> = {
  'the key __proto__': { body: '{"__proto__":{"polluted":true}}', code: 'jsonKeyForbidden', taken: true },
  'an escaped __proto__': {
    body: '{"a":{"\\u005f_proto__":{"polluted":true}}}',
    code: 'jsonKeyForbidden',
    taken: true,
  },
  'a key twice': { body: '{"id":"a","id":"b"}', code: 'jsonKeyTwice', taken: true },
  'a key twice, once escaped': { body: '{"id":"a","\\u0069d":"b"}', code: 'jsonKeyTwice', taken: true },
  '20,000 lists in each other': { body: '['.repeat(deep) + ']'.repeat(deep), code: 'jsonTooDeep' },
  '20,000 maps that are never closed': { body: '{"a":'.repeat(deep), code: 'jsonTooDeep' },
  'a number above all': { body: '{"id":1e400}', code: 'jsonNumberTooLarge', taken: true },
  'a number below all': { body: '[-1e400]', code: 'jsonNumberTooLarge', taken: true },
  'a number of too many digits': {
    body: '{"id":99999999.999999999999999}',
    code: 'jsonNumberNotExact',
    taken: true,
  },
  'a number next to none': { body: '[1e-400]', code: 'jsonNumberNotExact', taken: true },
  'half a surrogate pair': { body: '{"id":"\\ud800"}', code: 'jsonLoneSurrogate', taken: true },
  'half a surrogate pair as a key': { body: '{"\\udc00":1}', code: 'jsonLoneSurrogate', taken: true },
  'half a surrogate pair in bytes': { body: Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), code: 'notUtf8' },
  'a word that is no number': { body: '{"id":NaN}', code: 'notJson' },
  'something after its end': { body: '{} {}', code: 'notJson' },
  nothing: { body: ' ', code: 'jsonEndsEarly' },
};
/** Of another kind than any request is; evaluations take lists of claims. */
const kinds = ['null', 'true', '0', '"a"', '[]', '[[]]', '[null]'];

let service: Service;
let document: ServedDocument;
let draft: string;
/** What stands in addresses, of what there is. */
const named: Readonly<Record<string, string>> = {
  jurisdiction: '371525',
  version: '1.0.0',
  staffNumber: REVIEWER,
  comment: '1',
};
const signed = new Map<string, Signed>();
beforeAll(async () => {
  ({ service, document } = await startDescribedService());
  for (const one of [ADMINISTRATOR, REVIEWER]) signed.set(one, await signIn(service, one));
  const begun = { jurisdiction: '371500', date: '2019-07-01' };
  draft = String((await send(service, 'POST', '/api/v1/drafts', begun, signed.get(REVIEWER))).json.id);
});
afterAll(() => service.stop());

/** Every operation that takes JSON, with the address and headers by which it comes to its body. */
function takers() {
  return document.operations
    .filter(({ requestBody }) => requestBody?.content['application/json'] !== undefined)
    .map(({ operationId, method, path, responses }) => {
      const who = /drafts|reviews|tasks|rule-sets/.test(path) ? REVIEWER : ADMINISTRATOR;
      const address = path.replace(/\{([^}]*)\}/g, (_, name: string) => (name === 'id' ? draft : (named[name] ?? '')));
      return { operationId, method, address, responses, headers: { ...signed.get(who), 'If-Match': '"1"' } };
    });
}

const untouched = Reflect.ownKeys(Object.prototype).join(' ');

/** What each operation answers to a body; none may fail, nor answer otherwise than its document says. */
async function answers(body: string | Uint8Array): Promise<readonly string[]> {
  const all: string[] = [];
  for (const { operationId, method, address, responses, headers } of takers()) {
    const init = { method, body, headers: { 'Content-Type': 'application/json', ...headers } };
    const { status, json } = await service.call(address, init);
    expect([operationId, status < 500, responses[status] !== undefined]).toEqual([operationId, true, true]);
    all.push(`${operationId} ${status} ${String(json.code)}`);
  }
  expect(service.reports).toEqual([]);
  expect(Reflect.ownKeys(Object.prototype).join(' ')).toBe(untouched);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  return all;
}

describe('a hostile body of JSON', () => {
  it.each(Object.entries(bodies))('of %s is refused as such by every operation that takes JSON', async (_, one) => {
    const all = await answers(one.body);
    expect(all.length).toBeGreaterThanOrEqual(20);
    // Versions are looked for first, and the store of this service has none.
    const absent = ['suspendVersion', 'resumeVersion', 'revokeVersion'].map((name) => `${name} 404 notFound`);
    const expected = [...absent, ` 400 ${one.code}`, ...(one.body.length > SMALL ? [' 413 tooLarge'] : [])];
    expect(all.filter((answer) => !expected.some((end) => answer.endsWith(end)))).toEqual([]);
  });

  it.each(kinds)('that is %s is refused by every operation', async (body) => {
    const all = await answers(body);
    const wrong = all.filter((answer) => !/ (400|404|422) /.test(answer));
    expect(wrong).toEqual(body.startsWith('[') ? ['evaluate 200 undefined'] : []);
  });

  const taken = Object.entries(bodies).filter(([, one]) => one.taken);
  it.each(taken)('of %s is taken by a reader that is not strict: the negative control', (_, { body }) => {
    expect(() => JSON.parse(String(body))).not.toThrow();
    expect(() => parseStrictJson(String(body))).toThrow();
  });
});
