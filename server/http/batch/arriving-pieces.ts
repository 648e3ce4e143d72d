import type { IncomingMessage } from 'node:http';
import type { Arrival } from '../limits/body-deadline.ts';
import { refusalOf } from '../problem.ts';

/**
 * The pieces of a body as they come, each asked for when the one before has been dealt with. Who stops asking leaves the
 * connection open.
 * @throws Refusal `requestTooSlow`
 */
export async function* arrivingPieces(
  request: IncomingMessage,
  arrival: Arrival,
): AsyncGenerator<Uint8Array, void, undefined> {
  const pieces: AsyncIterator<Uint8Array, undefined> = request.iterator({ destroyOnReturn: false });
  for (;;) {
    const { value } = await inTime(pieces.next(), arrival);
    if (value === undefined) return;
    arrival.got(value.length);
    yield value;
  }
}

function inTime<Value>(coming: Promise<Value>, arrival: Arrival): Promise<Value> {
  return new Promise<Value>((resolve, reject) => {
    arrival.wait(() => reject(refusalOf('requestTooSlow')));
    coming.then(resolve, reject);
  }).finally(() => arrival.rest());
}
