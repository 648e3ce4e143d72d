import type { Socket } from 'node:net';

/** What is done when a connection ends, by connection: requests that wait for their answers on one may be many. */
const leaving = new WeakMap<Socket, Set<() => void>>();

/**
 * Does something as soon as a caller has left – now, where they have already –, while its request, read to the end, waits for its answer.
 * @returns what takes that back
 */
export function whenCallerLeaves(socket: Socket, then: () => void): () => void {
  if (socket.destroyed) then();
  let all = leaving.get(socket);
  if (all === undefined) {
    const added = new Set<() => void>();
    socket.once('close', () => {
      for (const one of added) one();
    });
    leaving.set(socket, added);
    all = added;
  }
  all.add(then);
  return () => {
    all.delete(then);
  };
}
