import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { refuse } from '../domain/refusal.ts';
import type { Limits } from '../usecases/configuration/configuration.ts';
import { awaitsWord } from './expectant.ts';
import { lastOn } from './last-response.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Unreadable } from './unreadable.ts';

/** A server that listens. */
export interface RunningServer {
  /** Where it answers, as a URL. */
  readonly address: string;
  /** Takes no more connections, lets requests under way finish, and ends after them or after the configured time. */
  stop(): Promise<void>;
}

/** Where and how a server listens. */
export interface ServerOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly limits: Pick<Limits, 'headerSeconds' | 'idleSeconds' | 'stopSeconds' | 'connections'>;
  /** Told of each connection that was closed because there were too many. */
  readonly dropped?: () => void;
  /** Answers what cannot be read as a request. */
  readonly unreadable: Unreadable;
}

/** Between two looks for connections that have become idle while the server stops. */
const SWEEP_MILLISECONDS = 50;

/** What is answered as what cannot be read as a request. */
const NO_REQUEST: NodeJS.ErrnoException = Object.assign(new Error('CONNECT'), { code: 'HPE_INVALID_METHOD' });

/**
 * Starts listening. The limits are against slow clients: stock Node cuts a dripped header only after 86 s. There is no limit
 * for a whole request, since a batch may take long; bodies have a deadline of their own, and a connection on which nothing
 * moves is closed.
 * @throws Refusal `portInUse` or `cannotListen`
 */
export async function startServer(listener: RequestListener, options: ServerOptions): Promise<RunningServer> {
  const { host, port, limits, dropped, unreadable } = options;
  const server = createServer({
    headersTimeout: limits.headerSeconds * 1000,
    requestTimeout: 0,
    connectionsCheckingInterval: Math.min(2_000, limits.headerSeconds * 500),
    keepAliveTimeout: limits.idleSeconds * 1000,
    // Asked for by the listener, which answers by a problem.
    requireHostHeader: false,
  });
  const begin = oneAtATime(listener);
  server.on('request', begin);
  server.on('checkContinue', (request, response) => {
    awaitsWord(request, response);
    begin(request, response);
  });
  // What is expected of a server that it does not know, it may pass over (RFC 9110, section 10.1.1).
  server.on('checkExpectation', begin);
  server.on('clientError', (error, socket) => unreadable(error, socket as Socket, lastOn(socket as Socket)));
  // Nobody is connected to elsewhere; Node itself would close without a word.
  server.on('connect', ({ socket }) => unreadable(NO_REQUEST, socket, lastOn(socket)));
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.maxRequestsPerSocket = 0;
  server.maxConnections = limits.connections;
  server.timeout = limits.idleSeconds * 1000;
  if (dropped !== undefined) server.on('drop', dropped);
  await listen(server, host, port);
  const { address, port: chosen, family } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  return { address: `http://${name}:${chosen}`, stop: () => stop(server, sockets, limits.stopSeconds * 1000) };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      try {
        if (error.code === 'EADDRINUSE') refuse('portInUse', { host, port });
        refuse('cannotListen', { host, port, reason: error.code ?? error.message });
      } catch (refusal) {
        reject(refusal);
      }
    });
    server.listen(port, host, resolve);
  });
}

/** A connection that is cut is reset: half of an answer must not look like one that came to its end. */
function stop(server: Server, sockets: ReadonlySet<Socket>, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      for (const socket of sockets) socket.resetAndDestroy();
    }, graceMs);
    // Answers that were begun before could not say that their connection would be closed.
    const idle = setInterval(() => server.closeIdleConnections(), SWEEP_MILLISECONDS);
    server.close(() => {
      clearTimeout(late);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}
