import { JSON_TYPE } from '../exchange.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';

/** `POST /api/v1/validations`: a YAML text in, everything wrong with it out, with positions. */
export function validations(service: Service): Route {
  return {
    method: 'POST',
    path: '/api/v1/validations',
    operation: 'validate',
    summary: { zh: '检查一份 YAML 文本，逐条指出问题与位置', en: 'Check a YAML text: every problem, with its place' },
    description: {
      zh: '县级标准还按其市在生效首日的最低标准检查。有误的文本也是 200：问题在 problems 中。',
      en: 'An override is also held to its city’s floor on the day it begins. A wrong text is an answered question: 200, with `problems`.',
    },
    scope: 'evaluate',
    body: {
      contents: [
        { type: 'application/yaml', schema: { type: 'string' } },
        { type: 'text/plain', schema: { type: 'string' } },
      ],
      limit: service.limits.textBytes,
    },
    contents: [{ type: 'application/json', schema: 'validation-answer.schema.json' }],
    headers: ['Content-Language'],
    problems: ['ruleSetUnusable'],
    handle: async ({ body: text, language }) => ({
      status: 200,
      type: JSON_TYPE,
      body: await service.ofText({ kind: 'validation', text, language, textBytes: service.limits.textBytes }),
      headers: { 'Content-Language': language, Vary: 'Accept-Language' },
    }),
  };
}
