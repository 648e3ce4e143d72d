import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Published, rules } from '../published.ts';
import { type Service, startService } from './service.ts';

const text = (path: string) => readFileSync(join(rules, path), 'utf8');
const city = text('371500/liaocheng-2019.yaml');

let service: Service;
let own: Service;
let published: Published;
beforeAll(async () => {
  service = await startService({ samples: true });
  published = new Published(text('371500/jurisdictions.yaml'), [city]);
  own = await startService({ rules: published });
});
afterAll(async () => {
  await service.stop();
  await own.stop();
});

/** The bytes as they come over the wire, which fetch would unpack. */
function raw(path: string, headers: Readonly<Record<string, string>>) {
  return new Promise<{ readonly headers: Readonly<Record<string, unknown>>; readonly bytes: Buffer }>(
    (resolve, reject) => {
      request(`${service.address}${path}`, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(chunks) }));
      })
        .on('error', reject)
        .end();
    },
  );
}

describe('an answer that is asked for again', () => {
  it('is 304 until something is published', async () => {
    const path = '/api/v1/jurisdictions/371500/rule-sets';
    const first = await own.call(path);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await own.call(path, { headers: { 'If-None-Match': etag } });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    published.publish(city);
    const after = await own.call(path, { headers: { 'If-None-Match': etag } });
    expect(after.status).toBe(200);
    expect(after.headers.get('etag')).not.toBe(etag);
  });

  it('by HEAD has the headers and no body', async () => {
    const path = '/api/v1/jurisdictions/371525/effective?date=2019-06-01';
    const whole = await service.call(path);
    const head = await service.call(path, { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers.get('etag')).toBe(whole.headers.get('etag'));
  });
});

describe('a long answer', () => {
  const path = '/api/v1/matrix?date=2019-06-01';

  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const)('comes as %s to those who take it', async (encoding, unpack) => {
    const plain = await raw(path, {});
    expect(plain.headers['content-encoding']).toBeUndefined();
    const packed = await raw(path, { 'Accept-Encoding': encoding });
    expect(packed.headers['content-encoding']).toBe(encoding);
    expect(packed.headers.vary).toMatch(/Accept-Encoding/);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 3);
    expect(unpack(packed.bytes).equals(plain.bytes)).toBe(true);
  });
});

describe('a rule set', () => {
  it('as YAML is the text byte for byte, and as nothing else', async () => {
    const path = '/api/v1/jurisdictions/371500/rule-sets/1.0.0';
    const yaml = await service.call(path, { headers: { Accept: 'application/yaml' } });
    expect(yaml.text).toBe(city);
    expect(yaml.headers.get('vary')).toMatch(/\bAccept\b(?!-)/);
    const other = await service.call(path, { headers: { Accept: 'text/html' } });
    expect([other.status, other.json.code]).toEqual([406, 'notAcceptable']);
  });

  it('by its digest may be kept for ever', async () => {
    const { json } = await service.call('/api/v1/jurisdictions/371500/rule-sets/1.0.0');
    const record = (json.publication ?? json) as { readonly digest: string };
    const found = await service.call(`/api/v1/rule-sets/by-digest/${record.digest}`);
    expect(found.status).toBe(200);
    expect(found.headers.get('cache-control')).toMatch(/immutable/);
    expect(found.json.digest).toBe(record.digest);
  });
});

describe('a list in pages', () => {
  it('has every item once, though something is published between', async () => {
    for (let more = 0; more < 5; more += 1) published.publish(city);
    const wanted = published.records().map(({ version }) => version);
    const found: string[] = [];
    let next: string | null = '/api/v1/jurisdictions/371500/rule-sets?limit=2';
    while (next !== null) {
      const { status, json, headers } = await own.call(next);
      expect(status).toBe(200);
      found.push(...(json.items as readonly { readonly version: string }[]).map(({ version }) => version));
      next = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1] ?? null;
      expect(next === null).toBe(json.next === null);
      if (found.length === 2) published.publish(city);
    }
    expect(found).toEqual([...wanted].reverse());
  });
});

describe('lists in an order of their own', () => {
  it.each([
    ['/api/v1/jurisdictions', 'code'],
    ['/api/v1/typical-claims?jurisdiction=371525', 'id'],
  ])('%s comes in pages that together are the whole', async (path, name) => {
    const namesOf = (json: Record<string, unknown>) =>
      (json.items as readonly Record<string, string>[]).map((item) => item[name]);
    const whole = await service.call(path);
    expect([whole.json.next, whole.headers.get('link')]).toEqual([null, null]);
    expect(namesOf(whole.json).length).toBeGreaterThan(6);
    const found: unknown[] = [];
    let next: string | null = `${path}${path.includes('?') ? '&' : '?'}limit=3`;
    while (next !== null) {
      const { status, json, headers } = await service.call(next);
      expect([status, json.date]).toEqual([200, whole.json.date]);
      found.push(...namesOf(json));
      const link = headers.get('link');
      next = /^<([^>]+)>; rel="next"$/.exec(link ?? '')?.[1] ?? null;
      if (json.next === null) expect(link).toBeNull();
      else expect(next).toContain(`cursor=${json.next}`);
    }
    expect(found).toEqual(namesOf(whole.json));
  });

  it('refuse a wrong limit and a cursor of another list, naming the parameter', async () => {
    const { json } = await service.call('/api/v1/jurisdictions?limit=1');
    for (const [path, parameter, code] of [
      ['/api/v1/jurisdictions?limit=0', 'limit', 'pageLimit'],
      [`/api/v1/typical-claims?jurisdiction=371525&cursor=${json.next}`, 'cursor', 'pageCursor'],
      [`/api/v1/jurisdictions/371500/rule-sets?cursor=${json.next}`, 'cursor', 'pageCursor'],
    ] as const) {
      const { status, json: problem } = await service.call(path);
      expect([path, status, problem.errors]).toEqual([path, 422, [expect.objectContaining({ code, parameter })]]);
    }
  });
});

describe('a place and a date', () => {
  it('left out: the date is the nearest with rules, and the answer says so', async () => {
    const { json } = await service.call('/api/v1/jurisdictions/371525/effective');
    expect([json.date, json.chosen]).toEqual(['2019-07-01', true]);
    const asked = await service.call('/api/v1/jurisdictions/371525/effective?date=2019-06-01');
    expect([asked.json.date, asked.json.chosen]).toEqual(['2019-06-01', false]);
  });

  it('by its earlier and its later code is one place', async () => {
    const [before, after] = await Promise.all(
      ['371523', '371503'].map((code) => service.call(`/api/v1/jurisdictions/${code}/effective?date=2019-06-01`)),
    );
    expect([before?.status, after?.status]).toEqual([200, 200]);
    expect(after?.json.effectiveDigest).toBe(before?.json.effectiveDigest);
  });
});

describe('typical claims', () => {
  it('are settled by the rules that they were chosen by', async () => {
    const { json } = await service.call('/api/v1/typical-claims?jurisdiction=371525');
    const items = json.items as readonly { id: string; jurisdiction: string; date: string; claim: unknown }[];
    expect(items.length).toBeGreaterThan(0);
    const asked = items.map(({ id, jurisdiction, date, claim }) => ({ id, jurisdiction, date, claim }));
    const { status, text: answer } = await service.post(JSON.stringify(asked));
    expect(status).toBe(200);
    const settled = JSON.parse(answer) as readonly { readonly id: string; readonly problem?: unknown }[];
    expect(settled.map(({ id, problem }) => [id, problem])).toEqual(items.map(({ id }) => [id, undefined]));
  });
});

describe('a settlement received earlier', () => {
  it('is the same, or altered where somebody altered it', async () => {
    const claim = { type: 'inpatient', hospital: { level: 1 }, cost: { inScope: 20000, outOfScope: 1500 } };
    const { json } = await service.post(JSON.stringify({ id: 'a', jurisdiction: '371525', date: '2019-06-01', claim }));
    const verify = async (settlement: unknown) =>
      (
        await service.call('/api/v1/settlements/verify', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ settlement, claim }),
        })
      ).json;
    expect(await verify(json)).toMatchObject({ same: true, firstDifference: null });
    expect(await verify({ ...json, paid: 18903 })).toMatchObject({ same: false, firstDifference: { at: 'paid' } });
  });
});

describe('a text that is checked', () => {
  it('has its problems where they stand', async () => {
    const wrong = city.replace(/^kind: RuleSet$/m, 'kind: RuleSat');
    const { status, json } = await service.call('/api/v1/validations', {
      method: 'POST',
      headers: { 'Content-Type': 'application/yaml' },
      body: wrong,
    });
    expect(status).toBe(200);
    const [problem] = json.problems as readonly { readonly line: number; readonly column: number }[];
    const line = wrong.split('\n').indexOf('kind: RuleSat') + 1;
    expect(problem).toMatchObject({ line });
  });
});
