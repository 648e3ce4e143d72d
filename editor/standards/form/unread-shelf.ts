import { keptTexts } from '../../shell/kept-in-browser.ts';

/** What was typed into fields of a draft and is not understood, kept in this browser until it is. */
export interface UnreadShelf {
  /** Null where nothing is kept of a field. */
  read(label: string): string | null;
  /** @param typed null where it was understood or emptied */
  write(label: string, typed: string | null): void;
  /** Gives up everything that is kept. */
  clear(): void;
}

/** A place in this browser for what one person typed into one draft. */
export function unreadShelf(key: string): UnreadShelf {
  const { all, write, clear } = keptTexts(key);
  return { read: (label) => all().get(label) ?? null, write, clear };
}
