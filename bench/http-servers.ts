import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A made-up key, shown with every request. */
export const KEY = `dixian_${'a'.repeat(43)}`;

/** A server in a process of its own, on a core of its own. */
export interface Server {
  readonly name: string;
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The core that servers have; the load comes from the other. */
const SERVER_CORE = '0';
const LOAD_CORE = '1';

/** Starts an echo. */
export function startEcho(root: string, kind: 'bare' | 'express'): Promise<Server> {
  return start(`${kind} echo`, [join(root, 'bench/subjects/http-echo.mjs'), kind], {});
}

/** Answers as they came, with the headers that say anything of our own. */
export interface SentAnswers {
  readonly headers: Readonly<Record<string, string>>;
  readonly answers: readonly string[];
}

/** Starts the bare server that reads each body and sends back ready answers of dixian, with dixian's headers. */
export function startLargeEcho(root: string, folder: string, sent: SentAnswers): Promise<Server> {
  const file = join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify(sent));
  return start('bare, answers as large', [join(root, 'bench/subjects/http-echo.mjs'), 'large', file], {});
}

/** Starts dixian as an operator would: a key is asked for, metrics are counted. */
export function startDixian(root: string, folder: string): Promise<Server> {
  const configuration = join(folder, 'configuration.yaml');
  const hash = createHash('sha256').update(KEY).digest('hex');
  writeFileSync(
    configuration,
    `port: 0\ndata: ${join(folder, 'data')}\nkeys:\n  - {name: bench, hash: "sha256:${hash}", scopes: [evaluate, read, metrics]}\n`,
  );
  return start('dixian', [join(root, 'server/dixian.mjs'), 'serve', '--lang', 'en'], { DIXIAN_CONFIG: configuration });
}

function start(name: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Server> {
  const child = spawn('taskset', ['-c', SERVER_CORE, process.execPath, ...args], {
    env: { ...process.env, ...environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      const address = /http:\/\/[\d.:]+/.exec(chunk.toString())?.[0];
      if (address !== undefined) resolve({ name, address, pid: child.pid ?? 0, stop: () => end(child) });
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** What wrk measured. */
export interface WrkResult {
  /** Answers of 2xx a second. */
  readonly perSecond: number;
  /** Per cent of the answers that were of another status: refused, where the service had no time left for them. */
  readonly refused: number;
  /** Milliseconds. */
  readonly p99: number;
}

/**
 * Runs wrk against a server.
 * @throws where wrk is missing, or any connection broke: such a figure means nothing
 */
export function wrk(root: string, server: Server, requests: string, connections: number, seconds: number): WrkResult {
  const script = join(root, 'bench/subjects/post.lua');
  const args = [
    '-c',
    LOAD_CORE,
    'wrk',
    '-t1',
    '--timeout',
    '20s',
    `-c${connections}`,
    `-d${seconds}s`,
    '-s',
    script,
    server.address,
  ];
  const output = execFileSync('taskset', args, {
    encoding: 'utf8',
    env: { ...process.env, REQUESTS: requests, KEY },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told = /\{"requests.*\}/.exec(output)?.[0];
  if (told === undefined) throw new Error(`wrk said nothing: ${output}`);
  const result = JSON.parse(told) as Record<'requests' | 'microseconds' | 'status' | 'broken' | 'p99', number>;
  if (result.broken > 0) throw new Error(`${server.name}: ${told}`);
  return {
    perSecond: ((result.requests - result.status) / result.microseconds) * 1e6,
    refused: (100 * result.status) / result.requests,
    p99: result.p99 / 1000,
  };
}

/** Whether wrk and taskset are here; the rest says how to get them. */
export function requireWrk(): void {
  try {
    execFileSync('wrk', ['-v'], { stdio: 'ignore' });
  } catch (error) {
    // wrk -v prints its version and ends with 1.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Error('this needs wrk: apt-get install wrk');
  }
}

/** Runs a part of the bench in a process of its own, on the core of the load. */
export function onLoadCore(args: readonly string[]): void {
  const command = ['-c', LOAD_CORE, process.execPath, process.argv[1] ?? '', ...args];
  execFileSync('taskset', command, { stdio: ['ignore', 'ignore', 'inherit'] });
}
