import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuse } from '../domain/refusal.ts';

/** A server that listens. */
export interface RunningServer {
  /** Where it answers, as a URL. */
  readonly address: string;
  /** Takes no more connections, lets requests under way finish, and ends after them or after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
}

/**
 * Starts listening. The limits are against slow clients: stock Node cuts a dripped header only after 86 s.
 * @param port 0 lets the system choose
 * @throws Refusal `portInUse` or `cannotListen`
 */
export async function startServer(listener: RequestListener, host: string, port: number): Promise<RunningServer> {
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000, keepAliveTimeout: 5_000 },
    listener,
  );
  server.maxRequestsPerSocket = 0;
  await listen(server, host, port);
  const { address, port: chosen, family } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  return { address: `http://${name}:${chosen}`, stop: (graceMs = 5_000) => stop(server, graceMs) };
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

function stop(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
