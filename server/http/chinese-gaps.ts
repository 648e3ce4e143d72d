import type { Language } from '../domain/label.ts';

/** Chinese has a space beside figures, and none between its own characters: what a sentence is put together from may leave one. */
export function withoutGaps(text: string, language: Language): string {
  return language === 'zh' ? text.replace(/(?<=[\p{Script=Han}”）]) (?=[\p{Script=Han}“（])/gu, '') : text;
}
