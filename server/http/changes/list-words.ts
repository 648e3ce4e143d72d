import type { Language } from '../../domain/label.ts';
import { say } from '../../domain/messages/index.ts';

/** Words in a row as a language writes them; none is told as such. */
export function listWords(words: readonly string[], language: Language): string {
  if (words.length === 0) return say('changeNothing', {}, language).message;
  return words.join(language === 'zh' ? '、' : ', ');
}
