import { existsSync } from 'node:fs';
import { refuse } from '../domain/refusal.ts';
import { MOST_FILE_BYTES } from '../rulesets/parse.ts';
import { inShort } from '../rulesets/words.ts';
import type { ReadText } from '../usecases/compared/side.ts';
import { gitText } from './git-text.ts';
import { readText } from './report.ts';

/** What looks as if it were to name published rules or a revision. */
const named = /^(?:[0-9]{6}@|sha256:|git:)/i;

/**
 * Reads what a side names: a file, or a file as a revision in git has it.
 * @throws Refusal as {@link gitText} and {@link readText}; `sideNamesNothing` where there is no such file, and the name is
 *   nearly that of published rules
 */
export const readSide: ReadText = (reference) => {
  if (reference.kind === 'git') return gitText(reference);
  const { path } = reference;
  if (named.test(path) && !existsSync(path)) return refuse('sideNamesNothing', { given: inShort(path, 100) });
  return readText(path, MOST_FILE_BYTES);
};
