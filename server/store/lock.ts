import { linkSync, readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { refuse } from '../domain/refusal.ts';

/** Who holds a lock: a process, by its id and the moment it began, since ids are used again; and the lock's own name. */
interface Holder {
  readonly pid: number;
  readonly began: string | null;
  readonly token: string;
}

/** Locks of this very process: an id of ours without one of these is a dead namesake's (in a container all are process 1). */
const held = new Set<string>();

/**
 * Takes a lock file for this process, so that one process owns a data folder; a lock whose process is dead is taken over.
 * It holds among processes that see each other's ids: one machine, or one container.
 * @returns gives the lock back
 * @throws Refusal `folderInUse` naming the process that holds it
 */
export function lock(path: string): () => void {
  const mine: Holder = { pid: process.pid, began: beganAt(process.pid), token: crypto.randomUUID() };
  const draft = `${path}.${mine.token}`;
  writeFileSync(draft, JSON.stringify(mine), { flag: 'wx' });
  try {
    take(path, draft);
  } finally {
    unlinkQuietly(draft);
  }
  held.add(mine.token);
  return () => {
    if (held.delete(mine.token) && holderOf(path)?.token === mine.token) unlinkQuietly(path);
  };
}

/**
 * Linking is the one step that only one process can win. A dead holder's lock is replaced under a second lock, named after
 * it: whoever comes later finds another token and begins anew, so that no living lock is ever replaced.
 */
function take(path: string, draft: string): void {
  while (!linked(draft, path)) {
    const holder = holderOf(path);
    if (holder === null) continue;
    if (isAlive(holder)) refuse('folderInUse', { file: path, pid: holder.pid });
    if (replaced(path, holder, draft)) return;
  }
}

/** Replaces a dead holder's lock; false where somebody else has by now. */
function replaced(path: string, dead: Holder, draft: string): boolean {
  const giveBack = lock(`${path}.${dead.token}.stale`);
  try {
    if (holderOf(path)?.token !== dead.token) return false;
    const copy = `${draft}.next`;
    linkSync(draft, copy);
    renameSync(copy, path);
    return true;
  } finally {
    giveBack();
  }
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
}

/** Null where the lock was given back just now. A lock that cannot be read is a dead one: they are made whole. */
function holderOf(path: string): Holder | null {
  try {
    const { pid, began, token } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    return { pid: Number(pid), began: began ?? null, token: String(token) };
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null;
    if (cause instanceof SyntaxError) return { pid: 0, began: null, token: 'unreadable' };
    throw cause;
  }
}

function isAlive({ pid, began, token }: Holder): boolean {
  if (pid === process.pid) return held.has(token);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if (codeOf(cause) === 'ESRCH') return false;
  }
  const now = beganAt(pid);
  return began === null || now === null || began === now;
}

/**
 * When a process began, as the kernel counts (boot and clock ticks); null where the system does not say. One that has ended
 * and whose parent has not looked yet still has its id, and began never; but as long as one of its threads is in the middle
 * of a write it has not ended.
 */
function beganAt(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The command's name stands in brackets and may hold anything; what follows it is separated by spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const hasEnded = fields[0] === 'Z' && readdirSync(`/proc/${pid}/task`).length <= 1;
    return hasEnded ? 'ended' : `${boot} ${fields[19]}`;
  } catch {
    return null;
  }
}

function unlinkQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause;
  }
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
