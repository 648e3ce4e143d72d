import { chooseDate } from '../../usecases/choose-date.ts';
import { typicalClaims } from '../../usecases/typical-claims.ts';
import { cursor, date, jurisdictionInQuery, limit } from '../parameters.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';
import { current, datedProblems, inPages, nextPage, reading } from './reading.ts';

/** `GET /api/v1/typical-claims`: made-up claims that show what the rules do. */
export function listTypicalClaims(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/typical-claims',
    operation: 'listTypicalClaims',
    summary: { zh: '典型申请（人物均为虚构）', en: 'Typical claims; the persons are made up' },
    description: inPages,
    scope: 'read',
    parameters: [{ ...jurisdictionInQuery, required: true }, date, limit, cursor],
    contents: [{ type: 'application/json', schema: 'service.schema.json#/$defs/typicalClaimsAnswer' }],
    headers: ['Link'],
    conditional: true,
    problems: datedProblems,
    handle: (call) => {
      const { jurisdiction = '', date: asked, ...page } = call.parameters;
      return reading(service, call, jurisdiction, async () => {
        const chosen = await chooseDate(service.book, jurisdiction, asked, service.now());
        const found = await typicalClaims(service.book, jurisdiction, chosen.date, page);
        // The pages that follow are of the same date, also where none was asked for.
        const same = { jurisdiction, date: chosen.date };
        return current({ ...chosen, ...found }, nextPage('/api/v1/typical-claims', found.next, page.limit, same));
      });
    },
  };
}
