import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawConnection, statuses } from '../raw.ts';
import { type Service, startService } from '../service.ts';
import { type DocumentedOperation, type Schema, ServedDocument } from './served-document.ts';

let service: Service;
let json: Schema;
let document: ServedDocument;
beforeAll(async () => {
  service = await startService();
  json = (await service.call('/openapi.json', { headers: { 'Accept-Language': 'en' } })).json;
  document = new ServedDocument(json);
});
afterAll(() => service.stop());

/** Everything below a value that has a key. */
function having(value: unknown, key: string, found: unknown[] = []): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return found;
  if (Object.hasOwn(value, key)) found.push((value as Schema)[key]);
  for (const one of Object.values(value)) having(one, key, found);
  return found;
}

describe('the document', () => {
  it('is OpenAPI 3.1 by the official schema', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(json));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  it('refers to nothing that is not there', () => {
    const { schemas, responses, headers } = json.components as Readonly<
      Record<'schemas' | 'responses' | 'headers', Schema>
    >;
    const references = new Set(having(json, '$ref').filter((one) => typeof one === 'string'));
    expect(references.size).toBeGreaterThan(50);
    const known = new Set([
      ...Object.keys(schemas).map((name) => `#/components/schemas/${name}`),
      ...Object.keys(responses).map((name) => `#/components/responses/${name}`),
      ...Object.keys(headers).map((name) => `#/components/headers/${name}`),
    ]);
    const missing = [...references].filter((one) => !known.has(one));
    expect(missing).toEqual([]);
  });

  it('names each operation once', () => {
    const ids = document.operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('describes HEAD wherever there is GET: the same answers without a body', () => {
    const bodiless = (operation: DocumentedOperation) =>
      // What is answered before the method is known has its body.
      Object.entries(operation.responses).map(([status, { content, ...rest }]) => [
        status,
        rest.$ref === undefined ? rest : { content, ...rest },
      ]);
    const heads = new Map(document.operations.filter(({ method }) => method === 'HEAD').map((one) => [one.path, one]));
    const gets = document.operations.filter(({ method }) => method === 'GET');
    expect([...heads.keys()]).toEqual(gets.map(({ path }) => path));
    for (const get of gets) {
      const head = heads.get(get.path);
      expect(Object.entries(head?.responses ?? {})).toEqual(bodiless(get));
      expect(head?.parameters).toEqual(get.parameters);
    }
  });

  it('has the answers of any address at each operation: no request, too slow, too large a head', () => {
    for (const { operationId, responses } of document.operations) {
      const given = [400, 408, 431].map((status) => responses[status] !== undefined);
      expect([operationId, given]).toEqual([operationId, [true, true, true]]);
    }
  });

  it.each([
    ['431', `GET /healthz HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['400', 'GET /healthz HTTP/1.1\r\n\r\n'],
  ])('shows the %s of a GET as it is given', async (status, sent) => {
    const one = rawConnection(service.address);
    one.write(sent);
    await one.closed;
    const given = JSON.parse(Buffer.from(one.text().split('\r\n\r\n')[1] ?? '', 'latin1').toString());
    const { content = {} } = document.operation('healthz').responses[status] ?? {};
    const { schema = {}, examples = {} } = content['application/problem+json'] ?? {};
    expect([statuses(one.text()), document.faults(schema, given)]).toEqual([[status], []]);
    expect(Object.keys(examples)).toEqual([given.code]);
  });

  it('shows parameters that their own schema allows', () => {
    for (const { operationId, parameters = [] } of document.operations) {
      for (const { name, schema, example } of parameters) {
        if (example !== undefined)
          expect([operationId, name, document.faults(schema, example)]).toEqual([operationId, name, []]);
      }
    }
  });

  it('shows an answer of every operation, and a problem for every status', () => {
    const without = document.operations.flatMap(({ operationId, responses }) =>
      Object.entries(responses)
        .filter(([, { content = {} }]) => Object.keys(content).length > 0)
        .filter(
          ([, { content = {} }]) =>
            !Object.values(content).some(({ examples = {} }) => Object.keys(examples).length > 0),
        )
        .map(([status]) => `${operationId} ${status}`),
    );
    // How far a proof is depends on the moment (test/http/proofs.test.ts has one); why a service is not ready depends on how it
    // is run.
    expect(without).toEqual(['readProof 200', 'readyz 503']);
  });

  it('is the same in both languages but for its words', async () => {
    const chinese = (await service.call('/openapi.json', { headers: { 'Accept-Language': 'zh' } })).json;
    expect(wordless(chinese)).toEqual(wordless(json));
    expect(chinese.info).not.toEqual(json.info);
  });
});

/** Without what is written for people. */
function wordless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wordless);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, one]) => typeof one !== 'string' || !['summary', 'description', 'title'].includes(key),
  );
  return Object.fromEntries(kept.map(([key, one]) => [key, wordless(one)]));
}
