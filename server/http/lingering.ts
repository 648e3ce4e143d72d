import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** How long a caller has to take its answer before the connection is closed for good. */
const LINGER_MILLISECONDS = 1_000;

/** So many bytes of what still comes are taken in and dropped: for who reads only when all has been sent. */
const DROPPED = 4 * 1024 * 1024;

/** Closes a connection a moment after its answer: closed at once, what still comes in would be answered by a reset that takes the answer away from its reader. */
export function linger(socket: Socket): void {
  const late = setTimeout(() => socket.destroy(), LINGER_MILLISECONDS).unref();
  socket.once('close', () => clearTimeout(late));
}

/** Has the connection of a request, whose body is not read to its end, linger once the answer has been written. */
export function lingering(request: IncomingMessage): void {
  const { socket } = request;
  let dropped = 0;
  request.removeAllListeners('data');
  // From now on: of a body that nobody has begun to read Node itself would take in all there is.
  request.on('data', (piece: Buffer) => {
    dropped += piece.length;
    if (dropped > DROPPED) request.pause();
  });
  request.resume();
  // Node's own way to close a connection behind its last answer.
  socket.destroySoon = () => {
    socket.end();
    linger(socket);
  };
}
