import type { SessionAnswer } from '../../../schemas/generated/documents.ts';
import { checkedFields } from '../../usecases/people/account-request.ts';
import { changePassword } from '../../usecases/people/choose-password.ts';
import { ownSession } from '../../usecases/people/sessions.ts';
import { signIn } from '../../usecases/people/sign-in.ts';
import { signOut } from '../../usecases/people/sign-out.ts';
import { parseStrictJson } from '../../usecases/strict-json.ts';
import type { Account } from '../../workflow/account.ts';
import type { Session } from '../../workflow/session.ts';
import { type Answer, JSON_TYPE } from '../exchange.ts';
import { writeJson } from '../json.ts';
import { callerAddress } from '../limits/caller-address.ts';
import { sessionCookie, sessionTokenIn } from '../people/cookie.ts';
import { jsonBody, jsonContent } from '../people/json-body.ts';
import { personIn } from '../people/person-in.ts';
import { fieldProblems, jsonProblems, newPasswordProblems, writeProblems } from '../problem-groups.ts';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';

/** `POST /api/v1/session`: signs somebody in. */
export function beginSession(service: Service): Route {
  return {
    method: 'POST',
    path: '/api/v1/session',
    operation: 'beginSession',
    summary: { zh: '登录：以工号和口令换得一个 Cookie', en: 'Signs in: a cookie for staff number and password' },
    description: {
      zh: '工号不存在、口令不对、账号已锁定，答复与用时都一样。多次失败后须等待，越来越久；别处登录不受影响。',
      en: 'Whether there is no such number, the password is wrong or the account is locked, the answer is the same. Who fails again and again has to wait; whoever signs in from elsewhere has not.',
    },
    scope: null,
    body: jsonBody('signInRequest'),
    contents: [jsonContent('sessionAnswer')],
    success: 201,
    headers: ['Set-Cookie', 'Location'],
    problems: [...jsonProblems, ...fieldProblems, ...writeProblems, 'signInFailed', 'signInTooSoon', 'signInBusy'],
    handle: async ({ request, body }) => {
      const places = await service.people.places();
      const fields = { staffNumber: 'signInNumber', password: 'password' } as const;
      const { staffNumber, password } = checkedFields(parseStrictJson(body), fields, {}, places);
      const {
        token,
        session,
        account: own,
      } = await signIn(service.people, {
        staffNumber: String(staffNumber),
        password: String(password),
        address: callerAddress(request, service.trustedProxies),
        shown: sessionTokenIn(request, service),
      });
      const headers = { 'Set-Cookie': sessionCookie(request, service, token), Location: '/api/v1/session' };
      return { status: 201, type: JSON_TYPE, body: writeJson(sessionJson(own, session)), headers };
    },
  };
}

/** `GET /api/v1/session`: who is signed in. */
export function readSession(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/session',
    operation: 'readSession',
    summary: { zh: '现在登录的是谁', en: 'Who is signed in' },
    scope: 'signedIn',
    contents: [jsonContent('sessionAnswer')],
    problems: [],
    handle: async ({ identity }) => {
      const { session, account } = await ownSession(service.people, personIn(identity));
      return { status: 200, type: JSON_TYPE, body: writeJson(sessionJson(account, session)) };
    },
  };
}

/** `DELETE /api/v1/session`: signs out. */
export function endSession(service: Service): Route {
  return {
    method: 'DELETE',
    path: '/api/v1/session',
    operation: 'endSession',
    summary: { zh: '退出登录', en: 'Signs out' },
    scope: 'signedIn',
    contents: [],
    success: 204,
    headers: ['Set-Cookie'],
    problems: writeProblems,
    handle: async ({ request, identity }) => {
      await signOut(service.people, personIn(identity));
      return noBody({ 'Set-Cookie': sessionCookie(request, service, null) });
    },
  };
}

/** `PUT /api/v1/session/password`: gives oneself another password. */
export function putPassword(service: Service): Route {
  return {
    method: 'PUT',
    path: '/api/v1/session/password',
    operation: 'putPassword',
    summary: {
      zh: '改自己的口令；各处的登录都结束，本处换一个新的',
      en: 'Another password for oneself; all sessions end, and a new one begins here',
    },
    scope: 'signedIn',
    body: jsonBody('passwordRequest'),
    contents: [],
    success: 204,
    headers: ['Set-Cookie'],
    problems: [
      ...jsonProblems,
      ...fieldProblems,
      ...newPasswordProblems,
      ...writeProblems,
      'passwordWrong',
      'passwordSame',
      'signInTooSoon',
    ],
    handle: async (call) => {
      const { request, body, identity } = call;
      const places = await service.people.places();
      const { current, next } = checkedFields(parseStrictJson(body), { current: 'current', next: 'next' }, {}, places);
      const wish = { current: String(current), next: String(next) };
      const address = callerAddress(request, service.trustedProxies);
      const { token } = await changePassword(service.people, personIn(identity), wish, address);
      return noBody({ 'Set-Cookie': sessionCookie(request, service, token) });
    },
  };
}

/** An answer that has nothing more to say. */
export function noBody(headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 204, type: '', body: '', headers };
}

function sessionJson({ staffNumber, name, grants }: Account, { begun, expires }: Session): SessionAnswer {
  return { staffNumber, name, grants: grants.map((grant) => ({ ...grant })), begun, expires };
}
