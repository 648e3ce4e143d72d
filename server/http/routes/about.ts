import { JSON_TYPE } from '../exchange.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';

/** `GET /`: what this is and where to go. */
export function about({ version, demo }: Service): Route {
  const body = `${JSON.stringify({
    name: 'dixian',
    version,
    demo,
    evaluations: '/api/v1/evaluations',
    openapi: '/openapi.json',
    docs: '/docs/',
  })}\n`;
  return {
    method: 'GET',
    path: '/',
    operation: 'about',
    summary: { zh: '服务名称、版本与入口地址', en: 'What this is and where to go' },
    scope: null,
    contents: [{ type: 'application/json', schema: 'service.schema.json#/$defs/about' }],
    problems: [],
    handle: () => ({ status: 200, type: JSON_TYPE, body }),
  };
}
