import type { IncomingMessage } from 'node:http';
import type { Finding } from '../../domain/finding.ts';
import { inShort } from '../../rulesets/words.ts';
import type { Service } from '../service.ts';
import { isSecure } from './cookie.ts';

/**
 * Why nothing may be asked for, other than to read, that comes from a page of another site, which a browser may be led to without its user knowing:
 * `originForeign`, or `originMissing` where nothing is said. Null: it comes from a page of ours. What browsers say themselves of
 * where a request comes from (Sec-Fetch-Site) no page can write.
 * @param needed whether something has to be said: where the cookie alone says who asks
 */
export function foreignOrigin(request: IncomingMessage, service: Service, needed: boolean): Finding | null {
  const { origin, 'sec-fetch-site': site } = request.headers;
  // What programs send: nothing is made for them.
  if (!needed && origin === undefined && site === undefined) return null;
  const expected = ownOrigin(request, service);
  if (site !== undefined && site !== 'same-origin') return foreign(origin ?? String(site), expected);
  if (site !== undefined) return null;
  if (origin === undefined) return needed ? finding('originMissing', { expected }) : null;
  return origin === expected ? null : foreign(origin, expected);
}

/** The service's own address as this caller knows it, unless the configuration tells. */
function ownOrigin(request: IncomingMessage, service: Service): string {
  if (service.origin !== null) return service.origin;
  const { host = '', 'x-forwarded-host': forwarded } = request.headers;
  const name = service.trustedProxies > 0 && typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : host;
  return `${isSecure(request, service) ? 'https' : 'http'}://${name ?? ''}`;
}

function foreign(origin: string, expected: string): Finding {
  return finding('originForeign', { origin: inShort(origin, 100), expected });
}

function finding(code: string, args: Finding['args']): Finding {
  return { code, severity: 'error', args };
}
