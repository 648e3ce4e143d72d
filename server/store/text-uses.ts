import { textsOf } from '../workflow/draft.ts';
import type { ClosedDraft, ClosedDrafts } from './closed-drafts.ts';
import type { DeskTables } from './desk-file.ts';

type Drafts = DeskTables['drafts'];

/** How many more or fewer open drafts need each text, by its sha256, than before an act. */
export type UsesChanged = ReadonlyMap<string, number>;

/**
 * How many open drafts need each text, by its sha256: an act that gives up a text need not ask all of them whether another still
 * needs it.
 */
export class TextUses {
  readonly #uses = new Map<string, number>();

  constructor(drafts: Drafts) {
    for (const { row } of drafts.values()) this.#add(textsOf(row), 1);
  }

  /** @param changed what an act that is not done yet is to change; nothing unless given */
  needs(text: string, changed: UsesChanged = NOTHING): boolean {
    return (this.#uses.get(text) ?? 0) + (changed.get(text) ?? 0) > 0;
  }

  /** The act is done. */
  apply(changed: UsesChanged): void {
    for (const [text, more] of changed) this.#add([text], more);
  }

  #add(texts: readonly string[], more: number): void {
    for (const text of texts) {
      const uses = (this.#uses.get(text) ?? 0) + more;
      if (uses === 0) this.#uses.delete(text);
      else this.#uses.set(text, uses);
    }
  }
}

const NOTHING: UsesChanged = new Map();

/** What changes between two states of the open drafts, of which only some can differ. */
export function usesChanged(before: Drafts, after: Drafts, ids: ReadonlySet<string>): UsesChanged {
  const changed = new Map<string, number>();
  const add = (drafts: Drafts, id: string, more: number) => {
    const held = drafts.get(id);
    for (const text of held === undefined ? [] : textsOf(held.row)) changed.set(text, (changed.get(text) ?? 0) + more);
  };
  for (const id of ids) {
    add(before, id, -1);
    add(after, id, 1);
  }
  return changed;
}

/** The draft texts that some draft needs, by their sha256. */
export function neededTexts(tables: DeskTables, closed: ClosedDrafts): ReadonlySet<string> {
  return new Set([...[...tables.drafts.values()].flatMap(({ row }) => textsOf(row)), ...closed.texts]);
}

/** Whether drafts that an act closes need a text. */
export function neededByAny(closed: readonly ClosedDraft[], text: string): boolean {
  return closed.some(({ row }) => textsOf(row).includes(text));
}
