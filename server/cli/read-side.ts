import { MOST_FILE_BYTES } from '../rulesets/parse.ts';
import type { ReadText } from '../usecases/compared/side.ts';
import { gitText } from './git-text.ts';
import { readText } from './report.ts';

/**
 * Reads what a side names: a file, or a file as a revision in git has it.
 * @throws Refusal as {@link gitText} and {@link readText}
 */
export const readSide: ReadText = (reference) =>
  reference.kind === 'git' ? gitText(reference) : readText(reference.path, MOST_FILE_BYTES);
