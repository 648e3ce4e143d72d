import { chooseDate } from '../../usecases/choose-date.ts';
import { typicalClaims } from '../../usecases/typical-claims.ts';
import { date, jurisdictionInQuery } from '../parameters.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';
import { current, datedProblems, reading } from './reading.ts';

/** `GET /api/v1/typical-claims`: made-up claims that show what the rules do. */
export function listTypicalClaims(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/typical-claims',
    operation: 'listTypicalClaims',
    summary: { zh: '典型申请（人物均为虚构）', en: 'Typical claims; the persons are made up' },
    scope: 'read',
    parameters: [{ ...jurisdictionInQuery, required: true }, date],
    contents: [{ type: 'application/json', schema: 'service.schema.json#/$defs/typicalClaimsAnswer' }],
    conditional: true,
    problems: datedProblems,
    handle: (call) => {
      const { jurisdiction = '', date: asked } = call.parameters;
      return reading(service, call, jurisdiction, async () => {
        const chosen = await chooseDate(service.book, jurisdiction, asked, service.now());
        return current({ ...chosen, items: await typicalClaims(service.book, jurisdiction, chosen.date) });
      });
    },
  };
}
