import type { ValidationAnswer } from '../../../schemas/generated/documents.ts';
import type { Identity } from '../../access/identify.ts';
import { JSON_TYPE } from '../exchange.ts';
import { allowFor } from '../guard.ts';
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
    problems: ['ruleSetUnusable', 'jurisdictionNotAllowed'],
    handle: async ({ body: text, language, identity }) => {
      const { textBytes } = service.limits;
      const body = await service.ofText({ kind: 'validation', text, language, textBytes });
      await allowOwnText(service, identity, body);
      return {
        ...{ status: 200, type: JSON_TYPE, body },
        headers: { 'Content-Language': language, Vary: 'Accept-Language' },
      };
    },
  };
}

/**
 * Whose a text is stands in it, so that it has to be read first: who may not ask for that place is told nothing of what came of
 * it. A text that does not say whose it is is answered to everybody.
 * @throws Refusal `jurisdictionNotAllowed`
 */
async function allowOwnText(service: Service, identity: Identity, answer: string): Promise<void> {
  // Only of a key that is limited the answer is read once more.
  if (identity.kind !== 'key' || identity.jurisdictions === null) return;
  const { jurisdiction } = JSON.parse(answer) as ValidationAnswer;
  if (jurisdiction !== null) await allowFor(service, identity, 'evaluate', jurisdiction);
}
