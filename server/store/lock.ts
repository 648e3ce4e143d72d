import { linkSync, readdirSync, readFileSync, readlinkSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { refuse } from '../domain/refusal.ts';
import { giveSign, isSignGiven } from './sign-of-life.ts';

/** So often a lock that is there when it is to be taken may be gone when it is to be read, with so long in between. */
const MOST_ABSENT = 100;
const ABSENT_MILLISECONDS = 10;

/** Who holds a lock: a process, by its id and the moment it began, since ids are used again; and the lock's own name. */
interface Holder {
  readonly pid: number;
  readonly began: string | null;
  readonly token: string;
  /** Where its id means it: the container, for one; null where the system does not say. */
  readonly space: string | null;
  /** Whether it gives a sign of life beside the lock. */
  readonly sign: boolean;
}

/** Locks of this very process: an id of ours without one of these is a dead namesake's (in a container all are process 1). */
const held = new Set<string>();

/**
 * Takes a lock file for this process, so that one process owns a data folder; a lock whose process is dead is taken over.
 * Processes that do not see each other's ids (containers over one volume) are told apart by a sign of life. It holds on one machine.
 * @returns gives the lock back
 * @throws Refusal `folderInUse` naming the process that holds it, `folderMaybeInUse` where nobody can tell; what the system says
 */
export async function lock(path: string): Promise<() => void> {
  const token = crypto.randomUUID();
  const draft = `${path}.${token}`;
  const endSign = await giveSign(signOf(path, token));
  const mine: Holder = {
    ...{ pid: process.pid, began: beganAt(process.pid), token },
    ...{ space: spaceOf(), sign: endSign !== null },
  };
  // Before it can be seen: who comes meanwhile in this very process would take it for a dead namesake's.
  held.add(token);
  try {
    writeFileSync(draft, JSON.stringify(mine), { flag: 'wx' });
    await take(path, draft);
  } catch (cause) {
    held.delete(token);
    endSign?.();
    throw cause;
  } finally {
    unlinkQuietly(draft);
  }
  return () => {
    if (!held.delete(token)) return;
    if (holderOf(path)?.token === token) unlinkQuietly(path);
    endSign?.();
  };
}

/** Beside the lock, by a short name: a lock's own may be longer than a socket's can be. */
function signOf(path: string, token: string): string {
  return join(dirname(path), `lock-${token.slice(0, 8)}.sign`);
}

/**
 * Linking is the one step that only one process can win. A dead holder's lock is replaced under a second lock, named after
 * it: whoever comes later finds another token and begins anew, so that no living lock is ever replaced.
 */
async function take(path: string, draft: string): Promise<void> {
  for (let absent = 0; !linked(draft, path); ) {
    const holder = holderOf(path);
    if (holder === null) {
      // Given back just now; or its name is there and never it, as where it is a symbolic link to nothing.
      absent += 1;
      if (absent > MOST_ABSENT) refuse('folderMaybeInUse', { file: path });
      await setTimeout(ABSENT_MILLISECONDS);
      continue;
    }
    if (await isAlive(path, holder)) refuse('folderInUse', { file: path, pid: holder.pid });
    if (await replaced(path, holder, draft)) return;
  }
}

/** Replaces a dead holder's lock; false where somebody else has by now. */
async function replaced(path: string, dead: Holder, draft: string): Promise<boolean> {
  const giveBack = await lock(`${path}.${dead.token}.stale`);
  try {
    if (holderOf(path)?.token !== dead.token) return false;
    const copy = `${draft}.next`;
    linkSync(draft, copy);
    renameSync(copy, path);
    unlinkQuietly(signOf(path, dead.token));
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
    const { pid, began, token, space, sign } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    return { pid: Number(pid), began: began ?? null, token: String(token), space: space ?? null, sign: sign === true };
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null;
    if (cause instanceof SyntaxError) return { pid: 0, began: null, token: 'unreadable', space: null, sign: false };
    throw cause;
  }
}

async function isAlive(path: string, holder: Holder): Promise<boolean> {
  const own = spaceOf();
  if (holder.space === null || own === null || holder.space === own) return isProcessAlive(holder);
  // Nothing lives through a new start of the machine.
  if (holder.began !== null && bootOf(holder.began) !== bootId()) return false;
  if (!holder.sign) refuse('folderMaybeInUse', { file: path });
  return isSignGiven(signOf(path, holder.token));
}

function isProcessAlive({ pid, began, token }: Holder): boolean {
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
    // The command's name stands in brackets and may hold anything; what follows it is separated by spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const hasEnded = fields[0] === 'Z' && readdirSync(`/proc/${pid}/task`).length <= 1;
    return hasEnded ? 'ended' : `${bootId()} ${fields[19]}`;
  } catch {
    return null;
  }
}

/** @throws where the system does not say */
function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

function bootOf(began: string): string {
  return began.split(' ')[0] ?? '';
}

/** In which processes have the ids that we know them by; null where the system does not say. */
function spaceOf(): string | null {
  try {
    return readlinkSync('/proc/self/ns/pid');
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
