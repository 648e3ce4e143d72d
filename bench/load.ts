import { connect, type Socket } from 'node:net';
import { median, quantile } from './rounds.ts';

/** What came of a load. */
export interface LoadResult {
  /** Answers a second with status 2xx. */
  readonly answered: number;
  /** Answers a second with status 503 or 429. */
  readonly refused: number;
  /** Answers with another status, and connections that broke; none in a sound run. */
  readonly wrong: number;
  /** Requests a second that found no free connection in time and were never sent. */
  readonly unsent: number;
  /** Milliseconds from the sending of a request to its answer's end, 99 of 100 of those with 2xx. */
  readonly p99: number;
  /** The same, the middle of the refusals. */
  readonly refusedMiddle: number;
  /** Milliseconds until somebody new is connected and told that the service is alive, the middle of one try in 50 ms. */
  readonly newcomerMiddle: number;
}

/** A load: requests that are due at a steady rate, whatever becomes of those before. */
export interface Load {
  readonly port: number;
  /** Whole requests, headers and body. */
  readonly requests: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
  /** One request at a time on each; where all are taken a request waits for one. */
  readonly connections: number;
}

/** Puts a load on a server: an open loop, which does not wait for a slow server as wrk does. Run in a process of its own. */
export async function putLoad(load: Load): Promise<LoadResult> {
  const { port, requests, perSecond, seconds, connections } = load;
  const idle: Connection[] = [];
  let due = 0;
  const times: number[] = [];
  const refusedTimes: number[] = [];
  let wrong = 0;
  let sent = 0;
  const all = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  idle.push(...all);
  const newcomers = callAnew(port);
  const start = performance.now();
  const end = start + seconds * 1000;
  const sendDue = () => {
    while (due > 0 && idle.length > 0) {
      const connection = idle.pop() as Connection;
      due -= 1;
      const since = performance.now();
      connection.ask(requests[sent % requests.length] ?? '', (status) => {
        idle.push(connection);
        const time = performance.now() - since;
        if (status >= 200 && status < 300) times.push(time);
        else if (status === 503 || status === 429) refusedTimes.push(time);
        else wrong += 1;
        sendDue();
      });
      sent += 1;
    }
  };
  let planned = 0;
  await new Promise<void>((resolve) => {
    const tick = () => {
      const now = performance.now();
      const wanted = Math.floor(((Math.min(now, end) - start) / 1000) * perSecond);
      due += wanted - planned;
      planned = wanted;
      sendDue();
      if (now < end) setImmediate(tick);
      else resolve();
    };
    tick();
  });
  const unsent = due / seconds;
  newcomers.stop();
  due = 0;
  // What is under way is waited for.
  const deadline = performance.now() + 5_000;
  while (idle.length < connections && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 20));
  wrong += connections - idle.length;
  for (const connection of all) connection.close();
  return {
    answered: times.length / seconds,
    refused: refusedTimes.length / seconds,
    wrong,
    unsent,
    p99: quantile(times, 0.99),
    refusedMiddle: median(refusedTimes),
    newcomerMiddle: median(newcomers.times),
  };
}

const ALIVE = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n';

/** Twenty times a second somebody new asks whether the service is alive, as whoever watches over it does. */
function callAnew(port: number): { readonly times: readonly number[]; stop(): void } {
  const times: number[] = [];
  const timer = setInterval(async () => {
    const since = performance.now();
    const connection = await Connection.open(port);
    times.push(performance.now() - since);
    connection.close();
  }, 50);
  return { times, stop: () => clearInterval(timer) };
}

/** One kept-open connection, one request at a time. */
class Connection {
  readonly #socket: Socket;
  #head = '';
  /** Bytes of the answer that are still to come; null until its head is there. */
  #left: number | null = null;
  #done: ((status: number) => void) | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#take(chunk as Buffer));
    socket.on('close', () => this.#finish(0));
    socket.on('error', () => this.#finish(0));
  }

  /** A connection that the server has taken, not only its system: it has answered on it. */
  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => {
        const connection = new Connection(socket);
        connection.ask(ALIVE, () => resolve(connection));
      });
      socket.once('error', reject);
    });
  }

  ask(request: string, done: (status: number) => void): void {
    [this.#head, this.#left] = ['', null];
    this.#done = done;
    this.#socket.write(request);
  }

  close(): void {
    this.#done = null;
    this.#socket.destroy();
  }

  /** Bodies are counted and not looked at: an answer may be half a megabyte, and whoever reads it must not be what is measured. */
  #take(chunk: Buffer): void {
    if (this.#left === null) {
      this.#head += chunk.toString('latin1');
      const end = this.#head.indexOf('\r\n\r\n') + 4;
      if (end < 4) return;
      const length = Number(/content-length: (\d+)/i.exec(this.#head.slice(0, end))?.[1] ?? 0);
      this.#left = length - (this.#head.length - end);
    } else this.#left -= chunk.length;
    if (this.#left <= 0) this.#finish(Number(this.#head.slice(9, 12)));
  }

  #finish(status: number): void {
    const done = this.#done;
    this.#done = null;
    done?.(status);
  }
}
