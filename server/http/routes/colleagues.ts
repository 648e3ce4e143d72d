import { colleaguesOf } from '../../usecases/people/colleagues.ts';
import { JSON_TYPE } from '../exchange.ts';
import { writeJson } from '../json.ts';
import { jsonContent } from '../people/json-body.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';

/** `GET /api/v1/colleagues`: the names behind the staff numbers that drafts and versions tell. */
export function listColleagues(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/colleagues',
    operation: 'listColleagues',
    summary: { zh: '同事的工号与姓名', en: 'Colleagues by staff number and name' },
    description: {
      zh: '本人，以及在自己能读其草稿的地区参与编写、批注或审核的人；不含其他县的人。',
      en: 'Oneself, and whoever writes, comments on or approves drafts in places whose drafts one may read; nobody of other counties.',
    },
    scope: 'draft.read',
    contents: [jsonContent('colleaguesAnswer')],
    problems: [],
    handle: async ({ identity }) => {
      const items = await colleaguesOf(service.office, identity);
      return { status: 200, type: JSON_TYPE, body: writeJson({ items }) };
    },
  };
}
