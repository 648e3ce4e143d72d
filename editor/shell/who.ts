import type { Language } from '../language/language.tsx';

/** Under which the program itself writes what it did, such as its first data. */
const PROGRAM = 'dixian';

const PROGRAM_WORDS: Readonly<Record<Language, string>> = { zh: '系统', en: 'the program' };

/** Who did something, as people read it: a staff number as it is, the program by a word. */
export function whoWords(by: string, language: Language): string {
  return by === PROGRAM ? PROGRAM_WORDS[language] : by;
}
