import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../house/sources.ts';
import { type Service, startService } from '../http/service.ts';
import { tableAfter } from './documents.ts';

/** The part of an OpenAPI document that the page repeats. */
interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly summary: string }>>>>;
}

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

async function summaries(language: string): Promise<ReadonlyMap<string, string>> {
  const { json } = await service.call('/openapi.json', { headers: { 'Accept-Language': language } });
  return new Map(
    Object.entries((json as unknown as Described).paths).flatMap(([path, methods]) =>
      // A sentence of the page says that every GET may be a HEAD.
      Object.entries(methods)
        .filter(([method]) => method !== 'head')
        .map(([method, { summary }]) => [`${method.toUpperCase()} ${path}`, summary] as const),
    ),
  );
}

describe('docs/api.md', () => {
  it('has every route as the service describes it, and no other', async () => {
    const zh = await summaries('zh');
    const en = await summaries('en');
    const rows = tableAfter(readFileSync(join(root, 'docs/api.md'), 'utf8'), 'id="routes"');
    const told = rows.map(([route, , words]) => [route, words]).sort();
    expect(told).toEqual([...zh].map(([route, words]) => [`\`${route}\``, `${words} · ${en.get(route)}`]).sort());
  });
});
