/** A profile's key: its classes combined into small whole numbers, one a group of axes. */
export type ProfileKey = readonly number[];

/** One level of the cache: by the first group, then by the second, …; the last level holds what was kept. */
export type Level<T> = Map<number, Level<T> | T>;

/** What was compiled for the profiles met last, at most so many: the one kept first is forgotten first. */
export class ProfileCache<T extends object> {
  /** Read by generated code, level by level. */
  readonly root: Level<T> = new Map();
  readonly #kept = new Map<string, ProfileKey>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = Math.max(1, limit);
  }

  get(key: ProfileKey): T | undefined {
    let level: Level<T> | T | undefined = this.root;
    for (const group of key) {
      if (!(level instanceof Map)) return undefined;
      level = level.get(group);
    }
    return level instanceof Map ? undefined : level;
  }

  set(key: ProfileKey, value: T): void {
    const name = key.join();
    if (!this.#kept.has(name) && this.#kept.size >= this.#limit) this.#forgetOldest();
    this.#kept.set(name, key);
    this.#levelOf(key).set(key.at(-1) ?? 0, value);
  }

  clear(): void {
    this.root.clear();
    this.#kept.clear();
  }

  #forgetOldest(): void {
    const oldest = this.#kept.entries().next();
    if (oldest.done) return;
    const [name, key] = oldest.value;
    this.#kept.delete(name);
    remove(this.root, key, 0);
  }

  #levelOf(key: ProfileKey): Level<T> {
    let level = this.root;
    for (const group of key.slice(0, -1)) {
      let next = level.get(group);
      if (!(next instanceof Map)) {
        next = new Map();
        level.set(group, next);
      }
      level = next;
    }
    return level;
  }
}

/** Takes out what is kept under a key, and every level that holds nothing then. */
function remove<T>(level: Level<T>, key: ProfileKey, depth: number): void {
  const group = key[depth] ?? 0;
  const next = level.get(group);
  if (depth < key.length - 1 && next instanceof Map) {
    remove(next, key, depth + 1);
    if (next.size > 0) return;
  }
  level.delete(group);
}
