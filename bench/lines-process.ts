import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A program that reads lines and writes lines, and how many cores it may use. */
export interface Program {
  readonly args: readonly string[];
  readonly cores: number;
}

const canPin = spawnSync('taskset', ['--version']).status === 0;

/** Whether a program is kept to its cores; where not, it may use more for collecting garbage. */
export const pinned = canPin;

function commandOf({ args, cores }: Program): readonly [string, readonly string[]] {
  const list = Array.from({ length: cores }, (_, core) => core).join();
  return canPin ? ['taskset', ['-c', list, process.execPath, ...args]] : [process.execPath, args];
}

/** Runs a program from a file to nowhere; answers the nanoseconds from its start to its end. */
export function timeOf(program: Program, input: string): number {
  const [command, args] = commandOf(program);
  const [from, to] = [openSync(input, 'r'), openSync('/dev/null', 'w')];
  const start = process.hrtime.bigint();
  const { status } = spawnSync(command, args, { stdio: [from, to, 'inherit'] });
  const taken = Number(process.hrtime.bigint() - start);
  closeSync(from);
  closeSync(to);
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}`);
  return taken;
}

/** What a program answers to a file. */
export function answersOf(program: Program, input: string): { readonly text: string; readonly sha256: string } {
  const [command, args] = commandOf(program);
  const { stdout } = spawnSync(command, args, { input: readFileSync(input), maxBuffer: 1024 ** 3 });
  return { text: stdout.toString(), sha256: createHash('sha256').update(stdout).digest('hex') };
}

/** The most memory, in MB, that a program held while it read a text so many times; null where the system does not tell. */
export async function peakMemory(program: Program, text: string, times: number): Promise<number | null> {
  const [command, args] = commandOf(program);
  const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'inherit'] });
  let peak: number | null = null;
  const watch = setInterval(() => {
    peak = highWater(child.pid) ?? peak;
  }, 50);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const piece = Buffer.from(text);
  await pipeline(Readable.from(Array.from({ length: times }, () => piece)), child.stdin);
  await ended;
  clearInterval(watch);
  return peak;
}

function highWater(pid: number | undefined): number | null {
  try {
    const found = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return found === undefined ? null : Number(found) / 1024;
  } catch {
    return null;
  }
}
