import type { IncomingMessage } from 'node:http';
import { type Identity, isIdentity } from '../access/identify.ts';
import type { Finding } from '../domain/finding.ts';
import { Refusal } from '../domain/refusal.ts';
import { writeRefusal } from '../usecases/people/refused.ts';
import { personOf } from '../usecases/people/sessions.ts';
import { isScope, type Needed } from './needed.ts';
import { sessionTokenIn } from './people/cookie.ts';
import { foreignOrigin } from './people/origin.ts';
import { asShown } from './people/person-shown.ts';
import { statusOf } from './problem-status.ts';
import type { Service } from './service.ts';

/** Who asks where it does not matter. */
export const ANYONE: Identity = { kind: 'open' };

const PERSON_NEEDED: Finding = Object.freeze({ code: 'personNeeded', severity: 'error', args: Object.freeze({}) });

/**
 * Who asks, or why that cannot be told. Where keys may ask too, the cookie is looked at only where no key is shown and one would
 * be needed: whoever settles claims all day pays nothing for it.
 */
export function whoAsks(
  service: Service,
  needed: Needed | null,
  request: IncomingMessage,
): Identity | Finding | Promise<Identity | Finding> {
  if (needed === null) return ANYONE;
  if (!isScope(needed)) return shownPerson(service, request);
  const { authorization } = request.headers;
  const byKey = service.access.identify(authorization, service.now());
  return isIdentity(byKey) || authorization !== undefined ? byKey : byCookie(service, request, byKey);
}

/** Who asks for what people alone do; nothing but reading is done for another than the page shows as signed in. */
async function shownPerson(service: Service, request: IncomingMessage): Promise<Identity | Finding> {
  const who = await byCookie(service, request, PERSON_NEEDED);
  return isReading(request) ? who : asShown(who, request);
}

function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

/**
 * Who somebody is for whom a work is done that is theirs alone, where nothing had to be shown: whoever shows a cookie that is
 * good is known by it (by a key they are known already), else nobody in particular.
 * @throws Refusal where a page of another site asks with their cookie
 */
export async function ownerOf(service: Service, identity: Identity, request: IncomingMessage): Promise<Identity> {
  if (identity.kind !== 'open') return identity;
  const person = await byCookie(service, request, PERSON_NEEDED);
  if (isIdentity(person)) return person;
  if (statusOf(person.code) === 403) throw new Refusal([person]);
  return identity;
}

/** Who asks by a session's cookie. @param missing the answer where there is none */
function byCookie(
  service: Service,
  request: IncomingMessage,
  missing: Finding,
): Identity | Finding | Promise<Identity | Finding> {
  const token = sessionTokenIn(request, service);
  if (token === null) return missing;
  return (isReading(request) ? null : foreignOrigin(request, service, true)) ?? personOf(service.people, token);
}

/** What strangers are told that use cases have counted themselves, with the account that was knocked at. */
const COUNTED: ReadonlySet<string> = new Set(['signInFailed', 'invitationUnknown']);

/**
 * Writes down a refusal of somebody who has signed in; those of others are counted. Where it cannot be written the answer is a
 * refusal all the same.
 */
export async function noteRefusal(
  service: Service,
  identity: Identity | Finding,
  operation: string,
  { code }: Refusal,
): Promise<void> {
  const status = statusOf(code);
  if (isIdentity(identity) && identity.kind === 'person') {
    if (status !== 403 && code !== 'hidden') return;
    await writeRefusal(service.people, identity, operation, code).catch((error) => service.log.fault(operation, error));
  } else if ((status === 401 || status === 403 || code === 'signInTooSoon') && !COUNTED.has(code)) {
    service.people.strangers.refused(code);
  }
}
