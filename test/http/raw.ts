import { connect, type Socket } from 'node:net';

/** A connection that a test writes to and reads from byte by byte, below HTTP. */
export interface RawConnection {
  readonly socket: Socket;
  /** All that has come so far. */
  readonly text: () => string;
  /** What it ended with: an error's code where it was reset, null where it came to an end. */
  readonly closed: Promise<string | null>;
  write(text: string | Uint8Array): void;
  /** Waits until the text has come that is looked for. */
  until(pattern: RegExp): Promise<string>;
}

/** Opens a connection to a service. */
export function rawConnection(address: string): RawConnection {
  const { port, hostname } = new URL(address);
  const socket = connect(Number(port), hostname);
  let text = '';
  let code: string | null = null;
  socket.on('data', (piece) => {
    text += piece.toString('latin1');
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    code = error.code ?? error.message;
  });
  const closed = new Promise<string | null>((resolve) => {
    socket.on('close', () => resolve(code));
  });
  const until = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (!pattern.test(text)) return false;
        socket.off('data', look);
        resolve(text);
        return true;
      };
      if (look()) return;
      socket.on('data', look);
      socket.once('close', () => look() || reject(new Error(`closed (${code}) after ${JSON.stringify(text)}`)));
    });
  return { socket, text: () => text, closed, write: (piece) => socket.write(piece), until };
}

/** A POST as it goes over the wire, up to its body. */
export function headOf(path: string, headers: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries({ Host: 'x', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** The statuses of all answers in a text that came over the wire. */
export function statuses(text: string): readonly string[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status ?? '');
}

/** A piece of a body in chunks. */
export function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}

/** Nobody is sent more than so many bytes. */
const MOST_SENT = 400_000_000;

/**
 * Sends a piece again and again, until nothing has moved for a second.
 * @returns the bytes sent, 400 MB at most: as many go to a service that goes on reading
 */
export async function sentUntilStill({ socket }: RawConnection, piece: string): Promise<number> {
  let [sent, drained] = [0, true];
  socket.on('drain', () => {
    drained = true;
  });
  for (let still = 0; still < 20 && sent < MOST_SENT; ) {
    still = drained ? 0 : still + 1;
    while (drained && sent < MOST_SENT) {
      sent += piece.length;
      drained = socket.write(piece);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return sent;
}

/** Waits until something holds; a test that waits for what never comes is ended by its own limit. */
export async function becomes(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
