/** Words for people in both languages; `en` repeats `zh` where a document gives no English. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** The languages everything said in words exists in; Chinese is the default. */
export type Language = 'zh' | 'en';

/**
 * The label a document's words stand for: a plain string is Chinese.
 * @param fallback what is shown when the document names no words at all, usually the id.
 */
export function labelOf(words: string | { zh: string; en?: string } | undefined, fallback: string): Label {
  if (words === undefined) return { zh: fallback, en: fallback };
  if (typeof words === 'string') return { zh: words, en: words };
  return { zh: words.zh, en: words.en ?? words.zh };
}
