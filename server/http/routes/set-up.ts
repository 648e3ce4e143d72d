import { checkedFields } from '../../usecases/people/account-request.ts';
import { acceptInvitation } from '../../usecases/people/choose-password.ts';
import { setUp } from '../../usecases/people/set-up.ts';
import { parseStrictJson } from '../../usecases/strict-json.ts';
import { JSON_TYPE } from '../exchange.ts';
import { writeJson } from '../json.ts';
import { etagOf } from '../parameters.ts';
import { accountJson } from '../people/account-json.ts';
import { jsonBody, jsonContent } from '../people/json-body.ts';
import { fieldProblems, jsonProblems, newPasswordProblems, writeProblems } from '../problem-groups.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';
import { noBody } from './session.ts';

/** `POST /api/v1/setup`: makes the first administrator, with the secret of the link that the first start prints. */
export function beginSetUp(service: Service): Route {
  return {
    method: 'POST',
    path: '/api/v1/setup',
    operation: 'beginSetUp',
    summary: {
      zh: '首次设置：凭启动时打印的链接建立第一位管理员',
      en: 'The first administrator, by the link that the start prints',
    },
    scope: null,
    body: jsonBody('setUpRequest'),
    contents: [jsonContent('account')],
    success: 201,
    headers: ['Location', 'ETag'],
    problems: [
      ...jsonProblems,
      ...fieldProblems,
      ...newPasswordProblems,
      ...writeProblems,
      'staffNumberMalformed',
      'accountNameLength',
      'setUpDone',
      'setUpTokenWrong',
    ],
    handle: async ({ body }) => {
      const fields = { token: 'token', staffNumber: 'staffNumber', name: 'name', password: 'password' } as const;
      const wish = checkedFields(parseStrictJson(body), fields, {}, await service.people.places());
      const row = await setUp(service.people, {
        token: String(wish.token),
        staffNumber: String(wish.staffNumber),
        name: String(wish.name),
        password: String(wish.password),
      });
      const headers = { Location: `/api/v1/accounts/${row.staffNumber}`, ETag: etagOf(1) };
      const json = accountJson({ id: row.staffNumber, revision: 1, row });
      return { status: 201, type: JSON_TYPE, body: writeJson(json), headers };
    },
  };
}

/** `POST /api/v1/invitations`: somebody who was invited chooses their password; the secret stands in the body, so that no log has it. */
export function acceptInvitations(service: Service): Route {
  return {
    method: 'POST',
    path: '/api/v1/invitations',
    operation: 'acceptInvitation',
    summary: { zh: '凭邀请链接设定口令；链接只用一次', en: 'Chooses a password by an invitation, which works once' },
    scope: null,
    body: jsonBody('invitationRequest'),
    contents: [],
    success: 204,
    problems: [...jsonProblems, ...fieldProblems, ...newPasswordProblems, ...writeProblems, 'invitationUnknown'],
    handle: async ({ body }) => {
      const places = await service.people.places();
      const fields = { token: 'token', password: 'password' } as const;
      const { token, password } = checkedFields(parseStrictJson(body), fields, {}, places);
      await acceptInvitation(service.people, { token: String(token), password: String(password) });
      return noBody();
    },
  };
}
