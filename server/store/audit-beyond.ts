import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { refuse } from '../domain/refusal.ts';
import { type LineContent, unchained } from './audit-chain.ts';
import type { AuditEnd } from './audit-file.ts';
import type { FileSystem } from './file-system.ts';
import { linesIn } from './growing-file.ts';

/** What stands in a trail's file beyond its committed end. */
export interface Beyond {
  readonly bytes: number;
  /** Whole lines that go on the chain: of acts that were not committed, or not yet when the end was read. */
  readonly lines: number;
  /** Acts that these lines are of. */
  readonly acts: number;
  /** The number of the first whole line that does not go on the chain, which no crash leaves; null where there is none. */
  readonly foreign: number | null;
}

/** How often a reader looks beside a living process, which may have cut the file while it was read. */
const LOOKS = 3;

/** Between two looks, in milliseconds. */
const PAUSE = 50;

/** Bytes counted at once. */
const PART = 1 << 20;

/**
 * What follows the end of a trail, for the process that owns it: the lines of an act that was never committed, or what a crash
 * tore of them.
 * @throws Refusal `deskBehind` where lines of more than one act follow: the desk is an older copy than the trail; `auditAdded`
 *   where a whole line follows that does not go on the chain
 */
export async function heldEnd(fs: FileSystem, path: string, end: AuditEnd): Promise<Beyond> {
  const beyond = await beyondEnd(fs, path, end);
  if (beyond.acts > 1) refuse('deskBehind', { file: path, lines: end.lines });
  return beyond.foreign === null ? beyond : refuseAdded(path, end, beyond.foreign);
}

/** The same beside a process that may be writing: lines that go on the chain come all the time. @throws Refusal `auditAdded` */
export async function heldBeside(fs: FileSystem, path: string, end: AuditEnd): Promise<Beyond> {
  for (let look = 1; ; look += 1) {
    const beyond = await beyondEnd(fs, path, end);
    if (beyond.foreign === null) return beyond;
    if (look === LOOKS) return refuseAdded(path, end, beyond.foreign);
    await delay(PAUSE);
  }
}

function refuseAdded(path: string, { lines }: AuditEnd, line: number): never {
  return refuse('auditAdded', { file: basename(path), line, lines });
}

async function beyondEnd(fs: FileSystem, path: string, end: AuditEnd): Promise<Beyond> {
  const commits = new Set<number>();
  let [hash, lines, foreign]: [string, number, number | null] = [end.hash, 0, null];
  for await (const line of linesIn(fs, path, end.bytes, Number.MAX_SAFE_INTEGER)) {
    const next = unchained(hash, new TextDecoder().decode(line));
    const commit = next === null ? null : commitIn(next.said);
    if (next === null || commit === null) {
      // After a power cut a file may have zeros where its bytes never came to the disk; what follows them is torn as well.
      foreign = line.includes(0) ? null : end.lines + lines + 1;
      break;
    }
    commits.add(commit);
    [hash, lines] = [next.hash, lines + 1];
  }
  return { bytes: await bytesFrom(fs, path, end.bytes), lines, acts: commits.size, foreign };
}

/** The act that a line is of; null where it does not say. */
function commitIn(said: string): number | null {
  try {
    const { commit } = JSON.parse(said) as Partial<LineContent>;
    return typeof commit === 'number' ? commit : null;
  } catch {
    return null;
  }
}

async function bytesFrom(fs: FileSystem, path: string, from: number): Promise<number> {
  for (let at = from; ; ) {
    const part = await fs.readPart(path, at, PART);
    if (part === null || part.length === 0) return at - from;
    at += part.length;
  }
}
