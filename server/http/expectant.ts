import type { IncomingMessage, ServerResponse } from 'node:http';

/** Requests whose callers wait to be told to go on, each with what tells them. */
const waiting = new WeakMap<IncomingMessage, () => void>();

/**
 * Takes up a request whose caller sends its body only when told to (`Expect: 100-continue`): nobody tells before the body is
 * read, so that who is refused is refused at once. Where it is not read, nobody knows whether it comes: the connection is closed.
 */
export function awaitsWord(request: IncomingMessage, response: ServerResponse): void {
  const { shouldKeepAlive } = response;
  response.shouldKeepAlive = false;
  waiting.set(request, () => {
    response.shouldKeepAlive = shouldKeepAlive;
    response.writeContinue();
  });
}

/** Tells the caller of a request to send its body, if they wait for that. */
export function goOn(request: IncomingMessage): void {
  if (request.headers.expect === undefined) return;
  waiting.get(request)?.();
  waiting.delete(request);
}
