import type { Language } from '../../domain/label.ts';
import { sha256 } from '../../domain/sha256.ts';
import { JSON_TYPE } from '../exchange.ts';
import { citiesRules, claimComponents } from '../openapi/claims.ts';
import { openApiDocument } from '../openapi/document.ts';
import type { Route, StreamRoute } from '../route.ts';
import type { Service } from '../service.ts';

/** A document as it is sent, and of what it was made. */
interface Written {
  readonly of: string;
  readonly body: Uint8Array;
  readonly etag: string;
}

/** `GET /openapi.json`: the interface in OpenAPI 3.1, with the claims of the rules at hand. */
export function openApi(service: Service, routes: () => readonly (Route | StreamRoute)[]): Route {
  // Two megabytes, made of all there is: once for each language, until the rules are others.
  const written = new Map<Language, Written>();
  const writtenIn = async (language: Language): Promise<Written> => {
    const cities = await citiesRules(service.book, service.now());
    const keys = !service.access.open;
    const named = cities.map(({ jurisdiction, effective }) => [jurisdiction.code, effective.effectiveDigest]);
    const of = JSON.stringify([named, keys]);
    const known = written.get(language);
    if (known?.of === of) return known;
    const claims = claimComponents(cities);
    const text = JSON.stringify(
      openApiDocument({ version: service.version, routes: routes(), language, claims, keys }),
    );
    const made = { of, body: Buffer.from(text), etag: `W/"${sha256(text).slice(-32)}"` };
    written.set(language, made);
    return made;
  };
  return {
    method: 'GET',
    path: '/openapi.json',
    operation: 'readOpenApi',
    summary: { zh: '接口说明（OpenAPI 3.1）', en: 'This interface in OpenAPI 3.1' },
    scope: null,
    contents: [{ type: 'application/json', schema: { type: 'object' } }],
    headers: ['Content-Language'],
    conditional: true,
    problems: ['ruleSetUnusable'],
    handle: async ({ language }) => {
      const { body, etag } = await writtenIn(language);
      const headers = {
        'Content-Language': language,
        Vary: 'Accept-Language',
        'Cache-Control': 'no-cache',
        ETag: etag,
      };
      return { status: 200, type: JSON_TYPE, body, headers };
    },
  };
}
