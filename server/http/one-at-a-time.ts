import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { holdLast, lastOn } from './last-response.ts';

/** Requests of one connection that may wait behind another. Who sends more without taking an answer is no caller. */
const MOST_WAITING = 5_000;

const WAITING = Symbol('waiting requests');

type WithWaiting = Socket & { [WAITING]?: number };

/**
 * Answers the requests of a connection one after another: what is sent behind another (pipelined) is begun once the answer
 * before it has been taken. Node would begin all of them at once, and keep their answers for whoever reads none.
 */
export function oneAtATime(listener: RequestListener): RequestListener {
  return (request, response) => {
    const socket: WithWaiting = request.socket;
    const before = lastOn(socket);
    holdLast(socket, response);
    if (before === undefined || before.writableFinished) {
      listener(request, response);
      return;
    }
    const waiting = (socket[WAITING] ?? 0) + 1;
    if (waiting > MOST_WAITING) {
      socket.resetAndDestroy();
      return;
    }
    socket[WAITING] = waiting;
    before.once('close', () => {
      socket[WAITING] = (socket[WAITING] ?? 1) - 1;
      // Gone, or ended because what came meanwhile could not be read.
      if (socket.writable) listener(request, response);
    });
  };
}
