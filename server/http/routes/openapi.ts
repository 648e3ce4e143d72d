import { JSON_TYPE } from '../exchange.ts';
import { claimComponents } from '../openapi/claims.ts';
import { openApiDocument } from '../openapi/document.ts';
import type { Route, StreamRoute } from '../route.ts';
import type { Service } from '../service.ts';

/** `GET /openapi.json`: the interface in OpenAPI 3.1, with the claims of the rules at hand. */
export function openApi(service: Service, routes: () => readonly (Route | StreamRoute)[]): Route {
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
      const document = openApiDocument({
        version: service.version,
        routes: routes(),
        language,
        claims: await claimComponents(service.book, service.now()),
        keys: !service.access.open,
      });
      return {
        status: 200,
        type: JSON_TYPE,
        body: JSON.stringify(document),
        headers: { 'Content-Language': language, Vary: 'Accept-Language', 'Cache-Control': 'no-cache' },
      };
    },
  };
}
