import { changelog } from '../../usecases/changelog.ts';
import { changelogAnswer } from '../changes/changelog-json.ts';
import { visibleJson } from '../changes/comparison-json.ts';
import { JSON_TYPE } from '../exchange.ts';
import { codeInPath, cursor, limit } from '../parameters.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';
import { current, inPages, nextPage, reading, readProblems } from './reading.ts';

/** `GET …/changelog`: what each publication of a jurisdiction changed, the last first. */
export function readChangelog(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/jurisdictions/{code}/changelog',
    operation: 'readChangelog',
    summary: {
      zh: '一个地区历次发布各改了什么，新的在前',
      en: 'What each publication of a jurisdiction changed, the last first',
    },
    description: inPages,
    scope: 'read',
    parameters: [codeInPath, limit, cursor],
    headers: ['Content-Language', 'Link'],
    contents: [{ type: 'application/json', schema: 'changelog-answer.schema.json' }],
    conditional: true,
    problems: [...readProblems, 'noRuleSets', 'overloaded'],
    handle: (call) => {
      const { code = '', ...page } = call.parameters;
      const { language } = call;
      return reading(service, call, code, () =>
        service.admission.heavy(service.limits.drafts, async () => {
          const answer = changelogAnswer(await changelog(service.book, code, page), language);
          return {
            ...current(null, {
              'Content-Language': language,
              Vary: 'Accept-Language',
              ...nextPage(`/api/v1/jurisdictions/${code}/changelog`, answer.next, page.limit),
            }),
            type: JSON_TYPE,
            body: visibleJson(JSON.stringify(answer)),
          };
        }),
      );
    },
  };
}
