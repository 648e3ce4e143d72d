import type { IncomingMessage } from 'node:http';
import type { Route } from './route.ts';

/**
 * Whether a request of this kind must come without a body: a change that takes none would else pass over what its sender
 * believes to have said. What only reads is left alone, as HTTP gives a body there no meaning.
 */
export function takesNoBody({ method, body }: Pick<Route, 'method'> & { readonly body?: unknown }): boolean {
  return method !== 'GET' && body === undefined;
}

/** Whether a request brings a body. */
export function bringsBody({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
