import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Token } from '../../access/token.ts';
import type { Service } from '../service.ts';

const NAME = 'dixian_session';
/** A browser takes a cookie with this prefix only by https and from this very host, so that no neighbour can plant one. */
const SECURE_NAME = `__Host-${NAME}`;

/** Whether a request came by https, as far as the service can tell: by its own word, or by that of a proxy that is trusted. */
export function isSecure({ headers, socket }: IncomingMessage, { origin, trustedProxies }: Service): boolean {
  if (origin !== null) return origin.startsWith('https:');
  if ((socket as Socket & { readonly encrypted?: boolean }).encrypted === true) return true;
  const forwarded = headers['x-forwarded-proto'];
  return trustedProxies > 0 && typeof forwarded === 'string' && forwarded.split(',').at(-1)?.trim() === 'https';
}

/** The token in a request's session cookie; null where there is none. */
export function sessionTokenIn(request: IncomingMessage, service: Service): Token | null {
  const { cookie } = request.headers;
  if (cookie === undefined) return null;
  const name = isSecure(request, service) ? SECURE_NAME : NAME;
  for (const part of cookie.split(';')) {
    const at = part.indexOf('=');
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** The header that gives a session's token to a browser, or takes it away. Scripts never see it; other sites never send it. */
export function sessionCookie(request: IncomingMessage, service: Service, token: Token | null): string {
  const secure = isSecure(request, service);
  const parts = [`${secure ? SECURE_NAME : NAME}=${token ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Strict'];
  return [...parts, ...(secure ? ['Secure'] : []), ...(token === null ? ['Max-Age=0'] : [])].join('; ');
}
