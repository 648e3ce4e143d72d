import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import proxyAddress from 'proxy-addr';

/**
 * Where a request came from, behind as many proxies as are trusted: what a caller without a key is counted by. Of an IPv6
 * address only the network (64 bits): every customer has all the addresses of one.
 * @param trustedProxies how many last entries of X-Forwarded-For are believed; 0: the header is not read
 */
export function callerAddress(request: IncomingMessage, trustedProxies: number): string {
  const address =
    trustedProxies === 0
      ? (request.socket.remoteAddress ?? '')
      : proxyAddress(request, (_, hop) => hop < trustedProxies);
  return isIPv6(address) ? networkOf(address) : address.slice(0, 64);
}

/** The first four groups; of an IPv4 address that is written as IPv6, that one. */
function networkOf(address: string): string {
  const plain = /^::ffff:([0-9]+(?:\.[0-9]+){3})$/i.exec(address)?.[1];
  if (plain !== undefined) return plain;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...(tail ?? '').split(':')];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
