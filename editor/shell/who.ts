import { useColleagues } from '../api/colleagues.ts';
import { type Language, useLanguage } from '../language/language.tsx';

/** Under which the program itself writes what it did, such as its first data. */
const PROGRAM = 'dixian';

const PROGRAM_WORDS: Readonly<Record<Language, string>> = { zh: '系统', en: 'the program' };

/**
 * Who did something, as people read it: by name and staff number, for two may have one name; the number alone of somebody whose
 * name is not for whoever looks; the program by a word.
 */
export function useWho(): (by: string) => string {
  const { language } = useLanguage();
  const names = useColleagues();
  return (by) => {
    if (by === PROGRAM) return PROGRAM_WORDS[language];
    const name = names.get(by);
    if (name === undefined) return by;
    return language === 'zh' ? `${name}（${by}）` : `${name} (${by})`;
  };
}
