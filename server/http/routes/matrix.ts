import { matrix } from '../../usecases/matrix.ts';
import { figureInBoth } from '../effective-words.ts';
import { allowFor } from '../guard.ts';
import { cityInQuery, date } from '../parameters.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';
import { answered, current, datedProblems } from './reading.ts';

/** `GET /api/v1/matrix`: every standard in every county against the city's floor, in one answer; for those who may read each of them. */
export function readMatrix(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/matrix',
    operation: 'readMatrix',
    summary: {
      zh: '全部标准 × 各县，与市级最低标准对照',
      en: 'Every standard × every county against the city’s floor',
    },
    scope: 'read',
    parameters: [cityInQuery, date],
    contents: [{ type: 'application/json', schema: 'matrix-answer.schema.json' }],
    conditional: true,
    problems: [...datedProblems, 'cityNeeded', 'notACity', 'nothingPublished'],
    handle: ({ identity, parameters }) =>
      answered(async () => {
        const answer = await matrix(service.book, parameters, service.now(), figureInBoth);
        for (const { code } of [answer.city, ...answer.jurisdictions]) await allowFor(service, identity, 'read', code);
        return current(answer);
      }, 'city'),
  };
}
