import { randomBytes, scrypt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import manifest from '../package.json' with { type: 'json' };
import type { HashCost } from './access/password-hash.ts';
import { runProgram } from './cli/program.ts';
import type { ExitCode, LogStream, Workplace } from './cli/workplace.ts';
import { isDate, isInstant } from './domain/dates.ts';
import { refuse } from './domain/refusal.ts';
import { sha256 } from './domain/sha256.ts';
import { EvaluationPool, type ThreadMemory } from './http/batch/evaluation-pool.ts';
import type { RuleSource } from './rulesets/publication.ts';
import { SolverThread } from './solver/solver-thread.ts';
import { DataFolder } from './store/data-folder.ts';
import { readRules } from './store/folder-source.ts';
import type { FoundDamage } from './store/scrub.ts';
import { seed } from './store/seed.ts';
import type { ShelfRoom, ShelfTrouble } from './store/shelf.ts';
import type { DerivedDefaults } from './usecases/configuration/configuration.ts';
import type { Evaluate } from './usecases/evaluate.ts';
import type { KeptProofs } from './usecases/kept-proofs.ts';

/** The package's own folder: sources and bundle stand one step below it. */
const home = fileURLToPath(new URL('..', import.meta.url));

/** The reference page, put together by the build. */
const reference = join(home, 'dist', 'reference');

/** The pages. In a checkout their build puts them there, and may end after the service has begun. */
const pages = join(home, 'dist', 'pages');
const arePagesToCome = existsSync(join(pages, 'index.html')) || existsSync(join(home, 'editor', 'build.mjs'));

/** A line of the log is out after so long at the latest. */
const FLUSH_MILLISECONDS = 500;

/** The demo's clock starts in the year of the policy. */
const DEMO_START = '2019-07-01';

/**
 * The composition root: picks the store and the clock from the environment, and runs the command that the arguments name.
 * @returns the exit code
 */
export function main(args: readonly string[]): Promise<ExitCode> {
  const { env: environment, stdin: input, stdout: output, stderr: errors } = process;
  // A reader that has seen enough closes the pipe; that is no failure of ours.
  output.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  const started = Date.now();
  // Read once: the service asks the time for every request, and to ask the environment costs more than the time.
  const setNow = environment.DIXIAN_NOW;
  const workplace: Workplace = {
    version: manifest.version,
    terminal: { input, output, errors, descriptors: { input: 0, output: 1 } },
    environment,
    now: (demo, start) => now(start || setNow || (demo ? DEMO_START : undefined), started),
    defaults,
    random: randomBytes,
    scrypt: scryptOf,
    rulesFolder,
    readRules: (folder, demo) => readRules(folder, { samples: demo }),
    openData: async (folder) => (await embedded()).openEmbedded(folder, { readOnly: true }),
    openSampleOffice,
    openStore,
    openProofs,
    openOwned,
    openPool,
    openSolver: () => new SolverThread(new URL('./solver-thread.js', import.meta.url)),
    logStream,
    referenceFolder: existsSync(reference) ? reference : null,
    pagesFolder: arePagesToCome ? pages : null,
    untilStopped,
  };
  return runProgram(args, workplace);
}

function defaults(demo: boolean): DerivedDefaults {
  return {
    data: demo ? './data-demo' : './data',
    rules: rulesFolder(undefined),
    now: demo ? DEMO_START : null,
    workers: availableParallelism(),
    memoryMegabytes: memoryMegabytes(),
  };
}

/** Four fifths of the memory there is: of the machine, of the control group, or of Node's heap, whichever is least. */
function memoryMegabytes(): number {
  // Without a limit it is 0, or more than there can be.
  const group = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  const bytes = Math.min(totalmem(), group, getHeapStatistics().heap_size_limit);
  return Math.max(64, Math.floor((0.8 * bytes) / (1 << 20)));
}

/** scrypt of Node: on its thread pool, so that the main thread goes on. It needs 128·n·r bytes, and a little. */
function scryptOf(password: string, salt: Uint8Array, { n, r, p }: HashCost, length: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const cost = { N: n, r, p, maxmem: 256 * n * r };
    scrypt(password, salt, length, cost, (error, hash) => (error === null ? resolve(hash) : reject(error)));
  });
}

function rulesFolder(given: string | undefined): string {
  if (given !== undefined) return given;
  return existsSync('rules') ? 'rules' : join(home, 'rules');
}

/** The store of a data folder; loaded by the commands that have one. */
const embedded = () => import('./store/embedded-store.ts');

/** `samples/office.yaml` of a folder of rules. */
async function openSampleOffice(rules: string) {
  const file = join(rules, 'samples', 'office.yaml');
  return existsSync(file) ? { file, text: await readFile(file, 'utf8') } : null;
}

/** The service's store. The rules are asked for at its first start, before the folder is made; later starts do not read them. */
async function openStore(folder: string, firstRules: () => Promise<RuleSource>, at: Date) {
  const [{ openEmbedded }, { holdsVersions }, { WritingThread }] = await Promise.all([
    embedded(),
    import('./store/holds-versions.ts'),
    import('./store/writing-thread.ts'),
  ]);
  const first = (await holdsVersions(folder)) ? null : await firstRules();
  // On a single core to ask another thread would only cost the asking.
  const writer = availableParallelism() > 1 ? new WritingThread(new URL('./writer.js', import.meta.url)) : null;
  const store = await openEmbedded(folder, { onDamage, onCut, ...(writer !== null && { writer }) });
  try {
    if (store.records().length > 0) return store;
    await seed(store, first ?? (await firstRules()), { by: 'dixian', at: at.toISOString() });
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** What another build of the program has proved is not taken for this one's: its threads' bundle tells them apart. */
async function openProofs(data: string, now: () => Date): Promise<KeptProofs> {
  const [{ openFolderShelf }, { FOUND_ROOM, JOB_ROOM, KeptProofs }, bundle] = await Promise.all([
    import('./store/folder-shelf.ts'),
    import('./usecases/kept-proofs.ts'),
    readFile(new URL('./worker.js', import.meta.url)),
  ]);
  const folder = new DataFolder(data).proofs;
  const shelf = (name: string, room: ShelfRoom) =>
    openFolderShelf(join(folder, name), { room, now, tell: onShelfTrouble });
  const [jobs, found] = await Promise.all([shelf('jobs', JOB_ROOM), shelf('found', FOUND_ROOM)]);
  return new KeptProofs({ jobs, found, program: `${manifest.version} ${sha256(bundle)}` });
}

async function openOwned(folder: string, make = false) {
  return (await embedded()).openEmbedded(folder, { existing: !make, onDamage, onCut });
}

/** Threads beside this one; on a single core none, for to send them everything would only cost it the sending. */
function openPool(
  source: RuleSource,
  evaluate: Evaluate,
  threads?: number,
  small?: number,
  memory?: ThreadMemory,
): EvaluationPool {
  const cores = availableParallelism();
  const worker = new URL('./worker.js', import.meta.url);
  return new EvaluationPool({
    source,
    evaluate,
    size: threads ?? (cores > 1 ? cores : 0),
    worker,
    ...(small === undefined ? {} : { small }),
    ...(memory === undefined ? {} : { memory }),
  });
}

/** Lines to standard error, several at a time: a system call a request would cost more than settling its claim. */
async function logStream(): Promise<LogStream> {
  const { destination } = await import('pino');
  const stream = destination({ dest: 2, sync: false, minLength: 4096 });
  const timer = setInterval(() => stream.flush(), FLUSH_MILLISECONDS).unref();
  return {
    write: (line) => stream.write(line),
    end: () => {
      clearInterval(timer);
      stream.flushSync();
    },
  };
}

/** A damaged text is told of by name, in a line of its own: nobody may ask for it for months. */
function onDamage({ record, damage, file }: FoundDamage): void {
  const of = record === null ? {} : { jurisdiction: record.jurisdiction, version: record.version };
  const line = { at: new Date().toISOString(), level: 'error', code: damage, ...of, file };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** What a crash left at the end of the audit trail was never acknowledged; that it was cut off is told all the same. */
function onCut({ file, bytes }: { readonly file: string; readonly bytes: number }): void {
  const line = { at: new Date().toISOString(), level: 'warn', code: 'auditTornEnd', file, bytes };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** What proofs have lost is made again; whoever looks after the disk hears of it. */
function onShelfTrouble({ code, file, reason }: ShelfTrouble): void {
  const line = { at: new Date().toISOString(), level: 'warn', code, file, ...(reason !== null && { reason }) };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** The instant it is: of the system, or running on from the one that was set. */
function now(given: string | undefined, started: number): Date {
  if (given === undefined) return new Date();
  if (!isInstant(given)) refuse('nowNotInstant', { value: given });
  const instant = new Date(isDate(given) ? `${given}T00:00:00+08:00` : given);
  return new Date(instant.getTime() + Date.now() - started);
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
}
