/**
 * Texts that outlast the process, each under a name, for a stated time and up to a stated room. What is lost of them can be
 * made again or asked for again: nothing else rests on them, and no failure of theirs is an error of whoever asks.
 */
export interface Shelf {
  /** The text under a name, byte for byte as it was kept; null where there is none, or it is not what was kept. */
  read(name: string): Promise<string | null>;
  /** Keeps a text in the place of the one under its name. True once it outlasts a power cut, false where it could not be kept. */
  keep(name: string, text: string): Promise<boolean>;
  forget(name: string): Promise<void>;
  /** Waits for what is under way; what is to be kept after that is not. */
  close(): Promise<void>;
}

/** The room of a shelf; those of the longest ago are forgotten first. */
export interface ShelfRoom {
  readonly texts: number;
  /** Of all texts together, in UTF-8. */
  readonly bytes: number;
  /** For how long a text is kept; null: as long as there is room. */
  readonly milliseconds: number | null;
}

/** What is told of a file of a shelf. */
export interface ShelfTrouble {
  /**
   * `keptTextDamaged`: not what was written, and removed; `keptTextForeign`: not the shelf's, and left alone;
   * `keptTextUnreadable`, `keptTextUnwritten`: by a failure of the system.
   */
  readonly code: 'keptTextDamaged' | 'keptTextForeign' | 'keptTextUnreadable' | 'keptTextUnwritten';
  readonly file: string;
  /** The system's error code, where it was a failure of the system. */
  readonly reason: string | null;
}
