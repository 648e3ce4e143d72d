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
  const all = (): ReadonlyMap<string, string> => {
    try {
      return new Map(JSON.parse(localStorage.getItem(key) ?? '[]') as [string, string][]);
    } catch {
      return new Map();
    }
  };
  const keep = (fields: ReadonlyMap<string, string>) => {
    try {
      if (fields.size === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify([...fields]));
    } catch {
      // A browser that keeps nothing still says what it does not understand.
    }
  };
  return {
    read: (label) => all().get(label) ?? null,
    write: (label, typed) => {
      const fields = new Map(all());
      if (typed === null ? fields.delete(label) : fields.set(label, typed)) keep(fields);
    },
    clear: () => keep(new Map()),
  };
}
