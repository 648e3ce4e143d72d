import { createAccount } from '../../server/usecases/people/accounts.ts';
import { acceptInvitation } from '../../server/usecases/people/choose-password.ts';
import type { People } from '../../server/usecases/people/people.ts';
import type { Grant, Role } from '../../server/workflow/roles.ts';
import type { Received, Service } from './service.ts';

/** A service that is asked over HTTP, wherever it runs. */
export type Asked = Pick<Service, 'address' | 'call'>;

/** Everybody's password in tests. */
export const PASSWORD = 'lanterns over nine hills';

/** A role in a place, as a grant; without a place for the roles that need none. */
export function grant(role: Role, jurisdiction: string | null = null): Grant {
  return { role, jurisdiction };
}

/** Makes an account whose person has chosen {@link PASSWORD}. */
export async function settle(people: People, staffNumber: string, ...grants: readonly Grant[]): Promise<void> {
  const wish = { staffNumber, name: '某某人', grants };
  const { invitation } = await createAccount(people, { kind: 'system' }, wish);
  await acceptInvitation(people, { token: invitation?.token ?? '', password: PASSWORD });
}

/** Headers that a browser page of ours sends with a cookie. */
export type Signed = Readonly<Record<'Cookie' | 'Origin', string>>;

/** Signs in over HTTP. */
export async function signIn(service: Asked, staffNumber: string, password = PASSWORD): Promise<Signed> {
  const { status, headers, text } = await send(service, 'POST', '/api/v1/session', { staffNumber, password });
  if (status !== 201) throw new Error(`${status} ${text}`);
  return { Cookie: cookieIn(headers), Origin: service.address };
}

/** The cookie that an answer sets, as it is sent back. */
export function cookieIn(headers: Headers): string {
  return headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Sends JSON, or nothing. */
export function send(
  service: Asked,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Received> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
  return service.call(path, { method, headers: { 'Accept-Language': 'en', ...type, ...headers }, ...content });
}
