import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const LAST = Symbol('last response');

type WithLast = Socket & { [LAST]?: ServerResponse | undefined };

/**
 * Keeps the response to the last request of a connection for as long as that matters: until both are done. Were it kept until
 * the next request, of every connection a request and its response would lie in memory, and be copied by every collection.
 */
export function holdLast(socket: WithLast, response: ServerResponse): void {
  socket[LAST] = response;
  response.on('close', letGo);
}

function letGo(this: ServerResponse): void {
  const socket: WithLast = this.req.socket;
  const drop = () => {
    if (socket[LAST] === this) socket[LAST] = undefined;
  };
  if (this.req.complete) drop();
  else this.req.once('close', drop);
}

/** The response that is still to be heeded on a connection, if any. */
export function lastOn(socket: WithLast): ServerResponse | undefined {
  return socket[LAST];
}
