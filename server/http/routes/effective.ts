import { chooseDate } from '../../usecases/choose-date.ts';
import { claimSchemaOf, effective } from '../../usecases/effective.ts';
import { floor } from '../../usecases/floor.ts';
import { effectiveWords } from '../effective-words.ts';
import { claimType, codeInPath, date } from '../parameters.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';
import { current, datedProblems, reading } from './reading.ts';

/** `GET …/effective`: city and county resolved into one, on a date. */
export function readEffective(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/jurisdictions/{code}/effective',
    operation: 'readEffective',
    summary: {
      zh: '某日生效的标准与规则，县级数值旁附市级数值',
      en: 'The rules in force on a date, the city’s figures beside the county’s',
    },
    scope: 'read',
    parameters: [codeInPath, date],
    contents: [{ type: 'application/json', schema: 'effective-answer.schema.json' }],
    conditional: true,
    problems: datedProblems,
    handle: (call) => {
      const { code = '', date: asked } = call.parameters;
      return reading(service, call, code, async () =>
        current(await effective(service.book, code, asked, service.now(), effectiveWords)),
      );
    },
  };
}

/** `GET …/floor`: the JSON Schema that a county's text must meet. */
export function readFloor(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/jurisdictions/{code}/floor',
    operation: 'readFloor',
    summary: { zh: '县级标准须满足的 JSON Schema', en: 'The JSON Schema that a county’s override must meet' },
    scope: 'read',
    parameters: [codeInPath, date],
    contents: [{ type: 'application/schema+json', schema: { type: 'object' } }],
    conditional: true,
    problems: [...datedProblems, 'floorOfCity'],
    handle: (call) => {
      const { code = '', date: asked } = call.parameters;
      return reading(service, call, code, async () => {
        const chosen = await chooseDate(service.book, code, asked, service.now());
        return { ...current(await floor(service.book, code, chosen.date)), type: 'application/schema+json' };
      });
    },
  };
}

/** `GET …/claim-schema`: the JSON Schema of the claims of a type. */
export function readClaimSchema(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/jurisdictions/{code}/claim-schema',
    operation: 'readClaimSchema',
    summary: { zh: '某类申请的 JSON Schema', en: 'The JSON Schema of claims of a type' },
    scope: 'read',
    parameters: [codeInPath, claimType, date],
    contents: [{ type: 'application/json', schema: 'service.schema.json#/$defs/claimSchemaAnswer' }],
    conditional: true,
    problems: [...datedProblems, 'claimTypeUnknown'],
    handle: (call) => {
      const { code = '', date: asked, type } = call.parameters;
      return reading(service, call, code, async () =>
        current(await claimSchemaOf(service.book, code, type, asked, service.now())),
      );
    },
  };
}
