import { inShort } from '../../rulesets/words.ts';
import { accountChangeIn, isStaffNumber, newAccountIn } from '../../usecases/people/account-request.ts';
import { account, accounts, administrator, createAccount } from '../../usecases/people/accounts.ts';
import { changeAccount } from '../../usecases/people/change-account.ts';
import { parseStrictJson } from '../../usecases/strict-json.ts';
import { JSON_TYPE } from '../exchange.ts';
import { writeJson } from '../json.ts';
import { etagOf, ifMatch, revisionIn } from '../parameters.ts';
import { accountJson, changedAccountJson } from '../people/account-json.ts';
import { jsonBody, jsonContent } from '../people/json-body.ts';
import { personIn } from '../people/person-in.ts';
import { fieldProblems, grantProblems, jsonProblems, writeProblems } from '../problem-groups.ts';
import type { Parameter, Route } from '../route.ts';
import type { Service } from '../service.ts';

const staffNumberInPath: Parameter = {
  name: 'staffNumber',
  in: 'path',
  required: true,
  description: { zh: '工号', en: 'the staff number' },
  schema: { type: 'string', pattern: '^[0-9A-Z][0-9A-Z-]{1,31}$' },
  problems: ['staffNumberMalformed'],
  check: (text) => (isStaffNumber(text) ? null : { code: 'staffNumberMalformed', args: { value: inShort(text) } }),
};

/** `GET /api/v1/accounts`: everybody who has an account. */
export function listAccounts(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/accounts',
    operation: 'listAccounts',
    summary: { zh: '全部账号', en: 'All accounts' },
    scope: 'account.read',
    contents: [jsonContent('accountsAnswer')],
    problems: [],
    handle: async () => {
      const items = (await accounts(service.people)).map(accountJson);
      return { status: 200, type: JSON_TYPE, body: writeJson({ items }) };
    },
  };
}

/** `POST /api/v1/accounts`: makes an account and an invitation for its person. */
export function createAccounts(service: Service): Route {
  return {
    method: 'POST',
    path: '/api/v1/accounts',
    operation: 'createAccount',
    summary: {
      zh: '建立账号，并得到一个只用一次、七天有效的邀请链接',
      en: 'Makes an account, with an invitation that works once, within seven days',
    },
    scope: 'account.create',
    body: jsonBody('newAccountRequest'),
    contents: [jsonContent('changedAccount')],
    success: 201,
    headers: ['Location', 'ETag'],
    problems: [
      ...jsonProblems,
      ...fieldProblems,
      ...grantProblems,
      ...writeProblems,
      'staffNumberMalformed',
      'accountNameLength',
      'accountExists',
    ],
    handle: async ({ body, identity }) => {
      const wish = newAccountIn(parseStrictJson(body), await service.people.places());
      const { held, invitation } = await createAccount(service.people, administrator(personIn(identity)), wish);
      const headers = { Location: `/api/v1/accounts/${held.id}`, ETag: etagOf(held.revision) };
      return { status: 201, type: JSON_TYPE, body: writeJson(changedAccountJson(held, invitation)), headers };
    },
  };
}

/** `GET /api/v1/accounts/{staffNumber}`: one account, with the ETag that a change of it names. */
export function readAccount(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/accounts/{staffNumber}',
    operation: 'readAccount',
    summary: { zh: '一个账号', en: 'One account' },
    scope: 'account.read',
    parameters: [staffNumberInPath],
    contents: [jsonContent('account')],
    headers: ['ETag'],
    problems: ['accountUnknown'],
    handle: async ({ parameters }) => {
      const held = await account(service.people, parameters.staffNumber ?? '');
      const headers = { ETag: etagOf(held.revision) };
      return { status: 200, type: JSON_TYPE, body: writeJson(accountJson(held)), headers };
    },
  };
}

/** `PATCH /api/v1/accounts/{staffNumber}`: name, roles, lock, a new invitation. */
export function changeAccounts(service: Service): Route {
  return {
    method: 'PATCH',
    path: '/api/v1/accounts/{staffNumber}',
    operation: 'changeAccount',
    summary: {
      zh: '改姓名、角色、锁定，或另发邀请；立即生效',
      en: 'Name, roles, lock, or another invitation; counts at once',
    },
    description: {
      zh: '自己的角色、锁定和邀请须由另一位管理员改动。锁定即结束此人各处的登录。',
      en: 'One’s own roles, lock and invitation are changed by another administrator. A lock ends all sessions of the person.',
    },
    scope: 'account.change',
    parameters: [staffNumberInPath, ifMatch],
    body: jsonBody('accountChangeRequest'),
    contents: [jsonContent('changedAccount')],
    headers: ['ETag'],
    problems: [
      ...jsonProblems,
      ...fieldProblems,
      ...grantProblems,
      ...writeProblems,
      'accountNameLength',
      'accountNothingToDo',
      'accountUnknown',
      'ownAccount',
      'lastAdministrator',
      'revisionMoved',
    ],
    handle: async ({ body, identity, parameters }) => {
      const change = accountChangeIn(parseStrictJson(body), await service.people.places());
      const { held, invitation } = await changeAccount(
        service.people,
        personIn(identity),
        parameters.staffNumber ?? '',
        change,
        revisionIn(parameters),
      );
      const headers = { ETag: etagOf(held.revision) };
      return { status: 200, type: JSON_TYPE, body: writeJson(changedAccountJson(held, invitation)), headers };
    },
  };
}
