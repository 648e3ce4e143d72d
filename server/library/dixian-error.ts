import type { Language } from '../domain/label.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Diagnostic, diagnosticOf } from './diagnostic.ts';

/** So many errors are told in `message`; `errors` has all. */
const TOLD = 10;

/** The one error of the library: a document or claim that cannot be followed, with everything found wrong in it. */
export class DixianError extends Error {
  override readonly name: string = 'DixianError';
  /** Of the first error. */
  readonly code: string;
  /** At least one. */
  readonly errors: readonly Diagnostic[];

  /** Made by the library alone. */
  constructor(code: string, errors: readonly Diagnostic[]) {
    const told = errors.slice(0, TOLD).map(lineOf);
    super([...told, ...(errors.length > TOLD ? [`… +${errors.length - TOLD}`] : [])].join('\n'));
    this.code = code;
    this.errors = errors;
  }
}

function lineOf({ line, column, pointer, message }: Diagnostic): string {
  const place = line === undefined ? pointer : `${line}:${column}`;
  return place === '' ? message : `${place}: ${message}`;
}

/** A refusal as the library throws it; any other error stays what it is. */
export function thrown(error: unknown, language: Language): unknown {
  if (!(error instanceof Refusal)) return error;
  const errors = error.findings.filter(({ severity }) => severity === 'error');
  return new DixianError(
    error.code,
    errors.map((finding) => diagnosticOf(finding, language)),
  );
}
