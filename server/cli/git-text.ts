import { execFileSync } from 'node:child_process';
import { refuse } from '../domain/refusal.ts';
import { MOST_FILE_BYTES } from '../rulesets/parse.ts';

/** What git says it was: not translated, asking nobody, fetching nothing. */
const environment = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' };

/**
 * The text of a file as a revision in git has it. No shell is asked, and nothing that begins with a hyphen reaches git.
 * @param path from the root of the repository, or from the working directory where it begins with `./` or `../`
 * @throws Refusal `gitOption`, `gitMissing`, `gitNoRepository`, `gitNoRevision`, `gitNoPath`, `cliFileTooLarge`
 */
export function gitText({ revision, path }: { readonly revision: string; readonly path: string }): string {
  for (const given of [revision, path]) {
    if (given.startsWith('-') || given.includes('\0')) refuse('gitOption', { given });
  }
  const object = `${revision}:${path}`;
  const size = Number(git(['cat-file', '-s', object]) ?? whyNot(revision, path));
  if (size > MOST_FILE_BYTES) refuse('cliFileTooLarge', { file: `git:${object}`, limit: MOST_FILE_BYTES });
  // `show` of a folder would be a list of what is in it.
  return git(['cat-file', 'blob', object]) ?? whyNot(revision, path);
}

/** Git's answer; null where git says that it cannot. @throws Refusal `gitMissing` */
function git(args: readonly string[]): string | null {
  try {
    return execFileSync('git', args, {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
      maxBuffer: 2 * MOST_FILE_BYTES,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') refuse('gitMissing');
    return null;
  }
}

/** Which of the three there is not: asked one after another, for git's own words change from version to version. */
function whyNot(revision: string, path: string): never {
  if (git(['rev-parse', '--git-dir']) === null) return refuse('gitNoRepository', { folder: process.cwd() });
  if (git(['rev-parse', '--verify', '--quiet', `${revision}^{object}`]) === null)
    return refuse('gitNoRevision', { revision });
  return refuse('gitNoPath', { revision, path });
}
