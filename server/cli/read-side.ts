import { execFileSync } from 'node:child_process';
import { refuse } from '../domain/refusal.ts';
import { MOST_FILE_BYTES } from '../rulesets/parse.ts';
import type { ReadText } from '../usecases/compared/side.ts';
import { readText } from './report.ts';

/**
 * The text of a file, or of a file as a git revision has it.
 * @throws Refusal `gitUnreadable`, or what reading a file is refused with
 */
export const readSide: ReadText = (reference) => {
  if (reference.kind === 'file') return readText(reference.path, MOST_FILE_BYTES);
  const { revision, path } = reference;
  // A revision that begins with a dash would be an option.
  if (revision.startsWith('-')) return refuse('gitUnreadable', { revision, path });
  try {
    return execFileSync('git', ['show', `${revision}:${path}`], {
      encoding: 'utf8',
      maxBuffer: MOST_FILE_BYTES,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return refuse('gitUnreadable', { revision, path });
  }
};
