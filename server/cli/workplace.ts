import type { Scrypt } from '../access/password-hash.ts';
import type { Solver } from '../analysis/proof/solver.ts';
import type { Language } from '../domain/label.ts';
import type { EvaluationPool, ThreadMemory } from '../http/batch/evaluation-pool.ts';
import type { RuleSource } from '../rulesets/publication.ts';
import type { RulesInFiles } from '../rulesets/rules-in-files.ts';
import type { Store } from '../store/store.ts';
import type { DerivedDefaults } from '../usecases/configuration/configuration.ts';
import type { Evaluate } from '../usecases/evaluate.ts';
import type { KeptProofs } from '../usecases/kept-proofs.ts';

/** Where words go and lines come from. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly errors: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** Of the input and the output, where they are the process's own. */
  readonly descriptors?: { readonly input: number; readonly output: number };
}

/** Takes whole lines. */
export interface LogStream {
  write(line: string): void;
  end(): void;
}

/** What the command's composition root hands to the commands: everything that is not arithmetic. */
export interface Workplace {
  readonly version: string;
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The instant it is; the clock is set by `start` where that is given, else by DIXIAN_NOW or the demo. */
  now(demo: boolean, start?: string | null): Date;
  /** What a configuration is where nobody says anything and the schema has no constant. */
  defaults(demo: boolean): DerivedDefaults;
  /** Random bytes that nobody can guess. */
  random(bytes: number): Uint8Array;
  /** What passwords are hashed with, off the main thread. */
  readonly scrypt: Scrypt;
  /** The folder of rules: the one given, else `./rules`, else the one that came with the package. */
  rulesFolder(given: string | undefined): string;
  /** The texts of a folder of rules, with the samples where they are to count. */
  readRules(folder: string, demo: boolean): Promise<RulesInFiles>;
  /** Published rules of a data folder, for reading. */
  openData(folder: string): Promise<RuleSource>;
  /** The text of the sample office that stands with a folder's samples; null where there is none. */
  openSampleOffice(rules: string): Promise<{ readonly text: string; readonly file: string } | null>;
  /**
   * The store of the service. Where it holds no rules yet, some are published into it as of an instant; they are asked for
   * before anything is written.
   */
  openStore(folder: string, firstRules: () => Promise<RuleSource>, at: Date): Promise<Store>;
  /** The proofs that a data folder keeps; for the process that owns it. */
  openProofs(folder: string, now: () => Date): Promise<KeptProofs>;
  /** A data folder to write to, nothing published into it; one that is not there yet is made where `make` says so. */
  openOwned(folder: string, make?: boolean): Promise<Store>;
  /** Where the lines of the service's log go; they may be held back for a moment. `end` lets all of them out. */
  logStream(): Promise<LogStream>;
  /** The files of the reference page; null where the program came without them. */
  readonly referenceFolder: string | null;
  /** Where the pages for people are, or will be once they are built; null where the program came without them. */
  readonly pagesFolder: string | null;
  /**
   * Threads that evaluate many requests at once.
   * @param threads beside this one, 0 for none; as many as there are cores unless given
   * @param small an input that ends before so many bytes starts no thread; 64 KB unless given
   * @param memory that each may take; as much as it likes unless given
   */
  openPool(
    source: RuleSource,
    evaluate: Evaluate,
    threads?: number,
    small?: number,
    memory?: ThreadMemory,
  ): EvaluationPool;
  /** Whoever decides queries of proofs, in a thread that is started when it is first asked; to be closed in the end. */
  openSolver(): Solver & { close(): Promise<void> };
  /** Waits until the process is told to end. */
  untilStopped(): Promise<void>;
}

/** Options that all commands share. */
export interface CommonOptions {
  readonly lang: Language;
  readonly rules?: string;
  readonly data?: string;
  readonly demo?: boolean;
  readonly json?: boolean;
}

/** What a command ends with: nothing to complain of, something found, it could not be done, or it could not be told. */
export type ExitCode = 0 | 1 | 2 | 3;
