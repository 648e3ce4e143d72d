/** Whether a host to listen on is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** What tells who reaches a service. */
export interface Reach {
  readonly host: string;
  readonly trustedProxies: number;
  /** The address at which people reach it; null where that is not said. */
  readonly origin: string | null;
}

/**
 * The setting by which others than this machine reach a service, and what it says: the host that it listens on, a proxy before
 * it, or the address that it is known under; null where there is none.
 */
export function reachedByOthers({ host, trustedProxies, origin }: Reach): readonly [string, string] | null {
  if (!isLoopback(host)) return ['host', host];
  if (trustedProxies > 0) return ['trustedProxies', String(trustedProxies)];
  return origin === null || isLoopback(nameIn(origin)) ? null : ['origin', origin];
}

/** The name of the host in an origin. */
function nameIn(origin: string): string {
  return origin.replace(/^https?:\/\//, '').replace(/:\d+$/, '');
}
