import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../cli/dixian.ts';
import { Counter } from '../http/drafts/counter.ts';
import type { Machine } from '../http/drafts/random-people.ts';
import { callerOf } from '../http/service.ts';
import type { Asked } from '../http/signed-in.ts';
import type { Told } from './office-program.ts';

/** Makes the office's program one of one file. @returns its path */
export async function officeIn(folder: string): Promise<string> {
  const outfile = join(folder, 'office.mjs');
  const entryPoints = [join(import.meta.dirname, 'office-program.ts')];
  const banner = {
    js: "import { createRequire as requireAt } from 'node:module'; const require = requireAt(import.meta.url);",
  };
  await build({ entryPoints, bundle: true, format: 'esm', platform: 'node', outfile, banner, logLevel: 'error' });
  return outfile;
}

const HOUR = 3_600_000;
/** How a clock is moved: set by an hour as at the end of a summer, by a day, a month, a year. */
const CLOCKS = [HOUR, -HOUR, 24 * HOUR, -24 * HOUR, -365 * 24 * HOUR, 365 * 24 * HOUR];

/** An office that is served by a process of its own, which is killed at any time. */
export class OfficeProcess extends Counter implements Machine {
  readonly befallen = { kills: 0, flushes: 0, clocks: 0 };
  readonly #program: string;
  readonly #data: string;
  readonly #isLate: boolean;
  readonly #roll: (most: number) => number;
  #child: ChildProcess | null = null;
  #service: Asked | null = null;
  #killing: NodeJS.Timeout | undefined;
  #moved = 0;
  #disturbed = false;

  /** @param isLate for a negative control: renames come late while people are at work */
  constructor(program: string, data: string, roll: (most: number) => number, isLate = false) {
    super();
    this.#program = program;
    this.#data = data;
    this.#roll = roll;
    this.#isLate = isLate;
  }

  override get service(): Asked {
    if (this.#service === null) throw new Error('not opened');
    return this.#service;
  }

  async open(): Promise<void> {
    mkdirSync(this.#data, { recursive: true });
    const child = fork(this.#program, [this.#data, join(root, 'rules')], { stdio: 'inherit' });
    this.#child = child;
    const told = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => null)]);
    if (told === null) throw new Error('the office does not open');
    const [{ address }] = told as [{ readonly address: string }];
    this.#service = { address, call: callerOf(address) };
    this.#tell({ moveClock: this.#moved });
    this.signOff();
  }

  /** One of: killed at any time within half a second; a disk that fails at some flush; a clock that is set, and a kill; nothing. */
  disturb(): void {
    if (this.#isLate) this.#tell({ late: true });
    const what = this.#roll(4);
    this.#disturbed = what < 3;
    if (!this.#disturbed) return;
    if (what === 0) this.#tell({ failFlush: 1 + this.#roll(30) });
    if (what === 1) this.#setClock(CLOCKS[this.#roll(CLOCKS.length)] ?? HOUR);
    if (what === 0) this.befallen.flushes += 1;
    else this.#killing = setTimeout(() => this.#child?.kill('SIGKILL'), 20 + this.#roll(480));
  }

  async restart(): Promise<void> {
    if (!this.#disturbed) return;
    await this.kill();
    await this.open();
  }

  /** Ends it at once. */
  async kill(): Promise<void> {
    clearTimeout(this.#killing);
    const child = this.#child;
    this.#child = null;
    this.befallen.kills += 1;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Never to after the day from which the texts of the tests hold: a period that has begun needs the city. */
  #setClock(by: number): void {
    const next = this.#moved + by;
    const moved = next > 50 * 24 * HOUR || next < -500 * 24 * HOUR ? 0 : next;
    this.#tell({ moveClock: moved - this.#moved });
    this.#moved = moved;
    this.befallen.clocks += 1;
  }

  #tell(told: Told): void {
    if (this.#child?.connected === true) this.#child.send(told);
  }
}
