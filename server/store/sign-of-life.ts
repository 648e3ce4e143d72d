import { closeSync, existsSync, openSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { basename, dirname, join } from 'node:path';

/** Ends a sign of life. */
export type EndSign = () => void;

/**
 * A socket beside a lock, at which the kernel answers for as long as this process lives, however busy it is: also to a process
 * in another container, which sees none of our ids.
 * @returns null where the file system has no sockets
 */
export async function giveSign(path: string): Promise<EndSign | null> {
  const server = createServer((caller) => caller.destroy());
  const place = placeOf(path);
  try {
    await listen(server, place.path);
    // The lock of a process that has nothing else to do keeps it no longer.
    server.unref();
  } catch {
    place.leave();
    return null;
  }
  return () => {
    // Takes the socket's name away at once.
    server.close();
    place.leave();
  };
}

/** Whether anybody gives the sign. What is there and cannot be asked counts as somebody. */
export async function isSignGiven(path: string): Promise<boolean> {
  const place = placeOf(path);
  try {
    return await new Promise<boolean>((resolve) => {
      const caller = connect(place.path, () => {
        caller.destroy();
        resolve(true);
      });
      caller.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code !== 'ENOENT' && code !== 'ECONNREFUSED'));
    });
  } finally {
    place.leave();
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      // A caller that could not be taken is told by the kernel all the same that somebody lives here.
      server.on('error', () => {});
    });
    // Whoever may enter the folder may ask: an operator's command is often another user's.
    server.listen({ path, readableAll: true, writableAll: true }, resolve);
  });
}

/** A socket's path has a hundred bytes, a folder's as many as it likes: where Linux offers it, by a descriptor of the folder. */
function placeOf(path: string): { readonly path: string; leave(): void } {
  if (!existsSync('/proc/self/fd')) return { path, leave: () => {} };
  const folder = openSync(dirname(path), 'r');
  return { path: join(`/proc/self/fd/${folder}`, basename(path)), leave: () => closeSync(folder) };
}
