import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import { runProgram } from './cli/program.ts';
import type { ExitCode, Workplace } from './cli/workplace.ts';
import { isDate } from './domain/dates.ts';
import { refuse } from './domain/refusal.ts';
import { type FoundDamage, openEmbedded } from './store/embedded-store.ts';
import { openFolder } from './store/folder-source.ts';
import { seed } from './store/seed.ts';

/** The package's own folder: sources and bundle stand one step below it. */
const home = fileURLToPath(new URL('..', import.meta.url));

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
  const workplace: Workplace = {
    version: manifest.version,
    terminal: { input, output, errors },
    environment,
    now: (demo) => now(environment.DIXIAN_NOW ?? (demo ? DEMO_START : undefined), started),
    rulesFolder,
    openRules: (folder, demo) => openFolder(rulesFolder(folder), { samples: demo }),
    openData: (folder) => openEmbedded(folder, { readOnly: true }),
    openStore: (folder, demo, rules) => openStore(folder, demo, rules, workplace.now(demo)),
    untilStopped,
  };
  return runProgram(args, workplace);
}

function rulesFolder(given: string | undefined): string {
  if (given !== undefined) return given;
  return existsSync('rules') ? 'rules' : join(home, 'rules');
}

/**
 * The service's store; at its first start the city's rules of the package, and with `demo` the samples, are published. Later
 * starts do not read them.
 */
async function openStore(folder: string, demo: boolean, given: string | undefined, at: Date) {
  const store = await openEmbedded(folder, { onDamage });
  try {
    if (store.records().length > 0) return store;
    const rules = await openFolder(rulesFolder(given), { samples: demo });
    await seed(store, rules, { by: 'dixian', at: at.toISOString() });
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A damaged text is told of by name, in a line of its own: nobody may ask for it for months. */
function onDamage({ record, damage, file }: FoundDamage): void {
  const { jurisdiction, version } = record;
  const line = { at: new Date().toISOString(), level: 'error', code: damage, jurisdiction, version, file };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** The instant it is: of the system, or running on from the one that DIXIAN_NOW names. */
function now(given: string | undefined, started: number): Date {
  if (given === undefined || given === '') return new Date();
  const instant = new Date(isDate(given) ? `${given}T00:00:00+08:00` : given);
  if (Number.isNaN(instant.getTime())) refuse('nowNotInstant', { value: given });
  return new Date(instant.getTime() + Date.now() - started);
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
}
