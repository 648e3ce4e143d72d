import { inShort } from '../../rulesets/words.ts';
import { issuedKeys, issueKey, keyWishIn, revokeKey } from '../../usecases/people/issued-keys.ts';
import { parseStrictJson } from '../../usecases/strict-json.ts';
import { JSON_TYPE } from '../exchange.ts';
import { writeJson } from '../json.ts';
import { issuedKeyJson } from '../people/account-json.ts';
import { jsonBody, jsonContent } from '../people/json-body.ts';
import { personIn } from '../people/person-in.ts';
import { fieldProblems, jsonProblems, writeProblems } from '../problem-groups.ts';
import type { Parameter, Route } from '../route.ts';
import type { Service } from '../service.ts';
import { noBody } from './session.ts';

const NAME = '^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$';

const keyNameInPath: Parameter = {
  name: 'name',
  in: 'path',
  required: true,
  description: { zh: '密钥的名称', en: 'the key’s name' },
  schema: { type: 'string', pattern: NAME },
  problems: ['apiKeyNameMalformed'],
  check: (text) =>
    new RegExp(NAME).test(text) ? null : { code: 'apiKeyNameMalformed', args: { value: inShort(text) } },
};

/** `GET /api/v1/api-keys`: the keys that administrators have issued. */
export function listKeys(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/api-keys',
    operation: 'listKeys',
    summary: { zh: '管理员发出的全部密钥', en: 'All keys that administrators have issued' },
    scope: 'key.read',
    contents: [jsonContent('keysAnswer')],
    problems: [],
    handle: async () => {
      const items = (await issuedKeys(service.people)).map(issuedKeyJson);
      return { status: 200, type: JSON_TYPE, body: writeJson({ items }) };
    },
  };
}

/** `POST /api/v1/api-keys`: issues a key, which is shown in the answer and never again. */
export function issueKeys(service: Service): Route {
  return {
    method: 'POST',
    path: '/api/v1/api-keys',
    operation: 'issueKey',
    summary: { zh: '发一个密钥；只在此答复中显示一次', en: 'Issues a key, shown in this answer and never again' },
    scope: 'key.issue',
    body: jsonBody('keyRequest'),
    contents: [jsonContent('newKey')],
    success: 201,
    headers: ['Location'],
    problems: [
      ...jsonProblems,
      ...fieldProblems,
      ...writeProblems,
      'apiKeyNameMalformed',
      'apiKeyScopeUnknown',
      'apiKeyExpired',
      'apiKeyExists',
      'unknownJurisdiction',
      'requestNotDate',
      'requestTooMany',
    ],
    handle: async ({ body, identity }) => {
      const { people, access, keyNames } = service;
      const wish = keyWishIn(parseStrictJson(body), await people.places(), service.now());
      const { key, held } = await issueKey(people, access, personIn(identity), wish, keyNames);
      const headers = { Location: `/api/v1/api-keys/${held.id}` };
      return { status: 201, type: JSON_TYPE, body: writeJson({ ...issuedKeyJson(held), key }), headers };
    },
  };
}

/** `DELETE /api/v1/api-keys/{name}`: revokes a key; its name stays taken, so that old log lines mean what they meant. */
export function revokeKeys(service: Service): Route {
  return {
    method: 'DELETE',
    path: '/api/v1/api-keys/{name}',
    operation: 'revokeKey',
    summary: { zh: '撤销一个密钥；立即生效，不可恢复', en: 'Revokes a key, at once and for good' },
    scope: 'key.revoke',
    parameters: [keyNameInPath],
    contents: [],
    success: 204,
    problems: [...writeProblems, 'apiKeyUnknown'],
    handle: async ({ identity, parameters }) => {
      await revokeKey(service.people, service.access, personIn(identity), parameters.name ?? '');
      return noBody();
    },
  };
}
