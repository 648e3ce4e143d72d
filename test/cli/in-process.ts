import { randomBytes } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { runProgram } from '../../server/cli/program.ts';
import type { Workplace } from '../../server/cli/workplace.ts';
import { EvaluationPool } from '../../server/http/batch/evaluation-pool.ts';
import { SolverThread } from '../../server/solver/solver-thread.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { readRules } from '../../server/store/folder-source.ts';
import { fastScrypt } from '../http/fast-scrypt.ts';
import { rulesRead } from '../opened-rules.ts';
import type { Run } from './dixian.ts';

/** Runs a command within the test's own process, on the rules of the checkout: for what needs no process of its own. */
export async function runHere(
  args: readonly string[],
  environment: Workplace['environment'] = {},
  input = '',
  screen: { readonly isTTY?: boolean } = {},
): Promise<Run> {
  const output = Object.assign(new PassThrough({ highWaterMark: 1 << 24 }), screen);
  const errors = new PassThrough();
  const workplace: Workplace = {
    version: '0.0.0',
    terminal: { input: Readable.from(input === '' ? [] : [Buffer.from(input)]), output, errors },
    environment,
    now: () => new Date('2026-01-01T00:00:00Z'),
    defaults: () => ({ data: './data', rules: 'rules', now: null, workers: 2, memoryMegabytes: 1024 }),
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    scrypt: fastScrypt,
    rulesFolder: (given) => given ?? 'rules',
    readRules: (folder, demo) => (folder === 'rules' ? rulesRead('rules', demo) : readRules(folder, { samples: demo })),
    openData: () => Promise.reject(new Error('no data folder here')),
    openSampleOffice: () => Promise.resolve(null),
    openStore: () => Promise.reject(new Error('no store here')),
    openProofs: () => Promise.reject(new Error('no proofs are kept here')),
    openOwned: (folder, make = false) => openEmbedded(folder, { existing: !make }),
    logStream: async () => ({ write: () => {}, end: () => {} }),
    referenceFolder: null,
    pagesFolder: null,
    // Without threads of its own.
    openPool: (source, evaluate) => new EvaluationPool({ source, evaluate, size: 0, worker: new URL('file:///none') }),
    openSolver: () => new SolverThread(new URL('../../dist/solver-thread.js', import.meta.url)),
    untilStopped: () => Promise.resolve(),
  };
  const code = await runProgram(args, workplace);
  const said = (stream: PassThrough) => String(stream.read() ?? '');
  return { code, out: said(output), err: said(errors) };
}
