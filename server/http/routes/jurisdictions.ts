import { jurisdiction, jurisdictions } from '../../usecases/jurisdictions.ts';
import { codeInPath, cursor, limit } from '../parameters.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';
import { answered, current, inPages, nextPage, reading, readProblems } from './reading.ts';

/** `GET /api/v1/jurisdictions`: every code there is, with what is in force. */
export function listJurisdictions(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/jurisdictions',
    operation: 'listJurisdictions',
    summary: { zh: '全部地区及其生效规则集', en: 'All jurisdictions, with the rules in force in each' },
    description: inPages,
    scope: 'read',
    parameters: [limit, cursor],
    contents: [{ type: 'application/json', schema: 'jurisdictions-answer.schema.json' }],
    headers: ['Link'],
    conditional: true,
    problems: [],
    handle: ({ parameters: page }) =>
      answered(async () => {
        const answer = await jurisdictions(service.book, service.now(), page);
        return current(answer, nextPage('/api/v1/jurisdictions', answer.next, page.limit));
      }),
  };
}

/** `GET /api/v1/jurisdictions/{code}`. */
export function readJurisdiction(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/jurisdictions/{code}',
    operation: 'readJurisdiction',
    summary: {
      zh: '一个地区：名称、代码沿革、各期生效规则集',
      en: 'One jurisdiction: names, codes, what is in force when',
    },
    scope: 'read',
    parameters: [codeInPath],
    contents: [{ type: 'application/json', schema: 'jurisdiction-answer.schema.json' }],
    conditional: true,
    problems: readProblems,
    handle: (call) => {
      const { code = '' } = call.parameters;
      return reading(service, call, code, async () => current(await jurisdiction(service.book, code, service.now())));
    },
  };
}
