import type { components } from '../../../client/index.ts';

type Draft = components['schemas']['Draft'];

/** Where what was typed stands. */
export type Keeping = 'saved' | 'unsaved' | 'saving' | 'offline' | 'conflict' | 'refused';

/** What a page shows of a draft: its text as typed, and where that stands. */
export interface Kept {
  readonly text: string;
  /** As the service has it. */
  readonly draft: Draft;
  readonly keeping: Keeping;
  /** With `conflict`: the draft as somebody else made it. */
  readonly theirs: Draft | null;
  /** With `refused`: what the service said. */
  readonly error: unknown;
}

/** What was typed and is not known to be saved, kept in the browser across a crash. */
export interface Shelf {
  read(): Typed | null;
  write(typed: Typed | null): void;
}

/** A text, and the revision that it was typed over. */
export interface Typed {
  readonly text: string;
  readonly revision: number;
}

/** What keeping needs of the world. */
export interface KeeperOptions {
  readonly save: (draft: Draft, text: string) => Promise<Draft>;
  readonly read: () => Promise<Draft>;
  /** Whether an error is the service's own no, and if it is that somebody else was quicker. */
  readonly refusal: (error: unknown) => 'moved' | 'refused' | null;
  readonly shelf: Shelf;
  /** Milliseconds after the last key until it is saved, and between tries while the service cannot be reached. */
  readonly pause?: number;
  readonly again?: number;
}

/** Milliseconds that typing rests before it is saved: long enough for the next key, short enough to be told what comes of it. */
const PAUSE = 400;

/**
 * Keeps what is typed into a draft: saved by itself a moment later, over the revision that was read and no other; kept in the
 * browser until the service has it; tried again until the service answers. Nobody's text is ever written over unseen.
 */
export class DraftKeeper {
  readonly #options: KeeperOptions;
  readonly #watchers = new Set<() => void>();
  #kept: Kept;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** The save that is under way. */
  #saving: Promise<void> | null = null;
  #isStopped = false;
  /** The text that was put on the shelf, or found there; null for none. */
  #shelved: string | null;
  /** What this page, or the one before it, sent since it was last told what the service has: any of it may have come through. */
  readonly #sent = new Set<string>();

  constructor(draft: Draft, options: KeeperOptions) {
    this.#options = options;
    this.#kept = { text: draft.text ?? '', draft, keeping: 'saved', theirs: null, error: null };
    const typed = options.shelf.read();
    this.#shelved = typed?.text ?? null;
    if (typed !== null) this.#sent.add(typed.text);
    if (typed === null || typed.text === draft.text) this.#shelve(null);
    else if (typed.revision === draft.revision) this.#become({ text: typed.text, keeping: 'unsaved' });
    else this.#become({ text: typed.text, keeping: 'conflict', theirs: draft });
    if (this.#kept.keeping === 'unsaved') this.#saveIn(0);
  }

  /** The present state; another object after every change. */
  readonly kept = (): Kept => this.#kept;

  /** Calls on every change, until what is answered is called. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  };

  /** Somebody typed. */
  readonly type = (text: string): void => {
    if (text === this.#kept.text) return;
    const { draft, theirs, keeping } = this.#kept;
    this.#shelve(text === draft.text && theirs === null ? null : { text, revision: draft.revision });
    if (keeping === 'conflict') {
      this.#become({ text });
      return;
    }
    this.#become({ text, keeping: keeping === 'offline' ? 'offline' : 'unsaved', error: null });
    this.#saveIn(this.#options.pause ?? PAUSE);
  };

  /** Saves now what is not saved, also what was typed during a save. @returns comes when nothing is under way any more */
  readonly saveNow = async (): Promise<void> => {
    while (this.#saving !== null) await this.#saving;
    this.#stopTimer();
    const { text, draft, keeping } = this.#kept;
    if (keeping === 'conflict') return;
    if (text === draft.text) return this.#settled(draft);
    this.#saving = this.#save(draft, text).finally(() => (this.#saving = null));
    await this.#saving;
  };

  /**
   * Saves all that is typed.
   * @returns the draft that holds it; null where somebody else changed it meanwhile, which is shown
   * @throws what the service said where it refuses the text, or that it cannot be reached
   */
  readonly allSaved = async (): Promise<Draft | null> => {
    do await this.saveNow();
    while (this.#kept.keeping === 'unsaved');
    const { keeping, draft, error } = this.#kept;
    if (keeping === 'conflict') return null;
    if (keeping !== 'saved') throw error ?? new TypeError('the service cannot be reached');
    return draft;
  };

  /**
   * Keeps one's own text in the place of what somebody else made of it, having seen theirs.
   * @param text what was made of both; one's own as it stands unless given
   */
  readonly keepMine = async (text = this.#kept.text): Promise<void> => {
    const { theirs } = this.#kept;
    if (theirs === null) return;
    this.#become({ draft: theirs, theirs: null, text, keeping: 'unsaved' });
    this.#shelve({ text, revision: theirs.revision });
    await this.saveNow();
  };

  /** Takes what somebody else made of it; one's own text is given up. */
  readonly takeTheirs = (): void => {
    const { theirs } = this.#kept;
    if (theirs !== null) this.take(theirs);
  };

  /** Goes on with the draft as the service has it. */
  readonly take = (draft: Draft): void => {
    this.#shelve(null);
    this.#sent.clear();
    this.#become({ draft, text: draft.text ?? this.#kept.text, keeping: 'saved', theirs: null, error: null });
  };

  /** Looks whether somebody else changed what is shown, where nothing of one's own is unsaved. */
  readonly look = async (): Promise<void> => {
    if (this.#kept.keeping !== 'saved') return;
    const draft = await this.#options.read().catch(() => null);
    if (draft !== null && this.#kept.keeping === 'saved' && draft.revision > this.#kept.draft.revision)
      this.take(draft);
  };

  /**
   * Ends it for good: from now on nothing is saved by itself, not even what comes back from a save under way. What is not saved
   * stays in the browser, for the next page of this draft.
   */
  readonly stop = (): void => {
    this.#isStopped = true;
    this.#stopTimer();
  };

  async #save(draft: Draft, text: string): Promise<void> {
    this.#become({ keeping: 'saving' });
    this.#sent.add(text);
    try {
      const saved = await this.#options.save(draft, text);
      this.#settled({ ...saved, text: saved.text ?? text });
    } catch (error) {
      await this.#failed(error);
    }
  }

  #settled(draft: Draft): void {
    const { text } = this.#kept;
    this.#sent.clear();
    const isAll = draft.text === text;
    this.#shelve(isAll ? null : { text, revision: draft.revision });
    this.#become({ draft, keeping: isAll ? 'saved' : 'unsaved', error: null });
    if (!isAll) this.#saveIn(this.#options.pause ?? PAUSE);
  }

  async #failed(error: unknown): Promise<void> {
    const refusal = this.#options.refusal(error);
    if (refusal === 'refused') return this.#become({ keeping: 'refused', error });
    if (refusal === 'moved') {
      const theirs = await this.#options.read().catch(() => null);
      // The answer to a save may have been lost, with more typed since: then what somebody else made of it is one's own text.
      if (theirs !== null && (theirs.text === this.#kept.text || this.#sent.has(theirs.text ?? '')))
        return this.#settled(theirs);
      if (theirs !== null) return this.#become({ keeping: 'conflict', theirs });
    }
    this.#become({ keeping: 'offline' });
    this.#saveIn(this.#options.again ?? 2000);
  }

  /** Another page of the same draft has the same shelf: what that put there is not cleared, nor written over by a page that is left. */
  #shelve(typed: Typed | null): void {
    const { shelf } = this.#options;
    const isOther = (shelf.read()?.text ?? null) !== this.#shelved;
    if (isOther && (typed === null || this.#isStopped)) return;
    shelf.write(typed);
    this.#shelved = typed?.text ?? null;
  }

  #saveIn(milliseconds: number): void {
    this.#stopTimer();
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => void this.saveNow(), milliseconds);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #become(change: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...change };
    for (const watcher of this.#watchers) watcher();
  }
}
