import type { KeptTexts } from '../shell/kept-texts.ts';

/** What its writer says at its submission, and what a reviewer writes about a draft: each is kept under its name until it is sent. */
export type UnsentName = 'submit' | 'approve' | 'return' | 'comment' | 'commentAbout';

/** What somebody has begun to write about a draft and not sent, kept in this browser. */
export interface Unsent {
  /** Empty where nothing is kept. */
  read(name: UnsentName): string;
  /** @param text blank where nothing is to be kept any more */
  write(name: UnsentName, text: string): void;
  /** Gives up what is kept under some names. */
  forget(...names: readonly UnsentName[]): void;
}

/** What one person has not sent about one draft. It outlives a reload, and a session that ends; another person has their own. */
export function unsentOf(staffNumber: string, draft: string, keep: (key: string) => KeptTexts): Unsent {
  const { all, write } = keep(`dixian.unsent.${staffNumber}.${draft}`);
  return {
    read: (name) => all().get(name) ?? '',
    write: (name, text) => write(name, text.trim() === '' ? null : text),
    forget: (...names) => {
      for (const name of names) write(name, null);
    },
  };
}

/** The decision whose reason somebody has begun to write; null where they have begun none. */
export function begunDecision(unsent: Unsent): 'approve' | 'return' | null {
  return (['return', 'approve'] as const).find((name) => unsent.read(name) !== '') ?? null;
}
