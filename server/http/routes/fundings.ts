import { funding } from '../../usecases/funding.ts';
import { isObject } from '../../usecases/request-field.ts';
import { parseStrictJson } from '../../usecases/strict-json.ts';
import { JSON_TYPE } from '../exchange.ts';
import { allowFor } from '../guard.ts';
import { writeJson } from '../json.ts';
import { claimProblems, jsonProblems, requestProblems } from '../problem-groups.ts';
import { problemCodes } from '../problem-status.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';

/** `POST /api/v1/fundings`: who brings the premiums of a number of persons and households. */
export function fundings(service: Service): Route {
  return {
    method: 'POST',
    path: '/api/v1/fundings',
    operation: 'fund',
    summary: {
      zh: '测算保费：各险种、各级分担、结转与调剂',
      en: 'Premiums by product: who brings them, carried over, moved',
    },
    scope: 'evaluate',
    body: {
      contents: [{ type: 'application/json', schema: 'funding-request.schema.json' }],
      limit: service.limits.bodyBytes,
    },
    contents: [{ type: 'application/json', schema: 'funding-answer.schema.json' }],
    problems: [
      ...jsonProblems,
      ...requestProblems,
      ...claimProblems,
      ...problemCodes.filter((code) => code.startsWith('funding')),
      'requestNotMoney',
      'requestOutOfRange',
      'requestNotAName',
      'requestTooMany',
      'requestTooLong',
      'jurisdictionNotAllowed',
    ],
    handle: async ({ body, identity }) => {
      const value = parseStrictJson(body);
      if (isObject(value) && typeof value.jurisdiction === 'string') {
        await allowFor(service, identity, 'evaluate', value.jurisdiction);
      }
      return { status: 200, type: JSON_TYPE, body: writeJson(await funding(service.book, value)) };
    },
  };
}
