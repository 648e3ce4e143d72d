import type { Act, RowChange } from '../../../server/store/desk.ts';
import type { Store } from '../../../server/store/store.ts';

/** A store with a door before its acts, at which one act can be made to wait, and whose guards can be taken out. */
export class Door {
  readonly #guarded: boolean;
  #waitsFor: string | null = null;
  #arrived: () => void = () => {};
  #open: Promise<void> = Promise.resolve();
  #letIn: () => void = () => {};

  /** @param guarded false: rows are written over whatever stands, and what was looked at may have moved */
  constructor(guarded: boolean) {
    this.#guarded = guarded;
  }

  /** Makes the next act of this kind wait. @returns comes once it waits */
  stop(act: string): Promise<void> {
    this.#waitsFor = act;
    this.#open = new Promise((resolve) => {
      this.#letIn = resolve;
    });
    return new Promise((resolve) => {
      this.#arrived = resolve;
    });
  }

  letIn(): void {
    this.#letIn();
  }

  /** The store as a service sees it. */
  before(store: Store): Store {
    const act = async (asked: Act) => {
      if (asked.audit[0].act === this.#waitsFor) {
        this.#waitsFor = null;
        this.#arrived();
        await this.#open;
      }
      return store.act(this.#guarded ? asked : await unguarded(store, asked));
    };
    return new Proxy(store, {
      get: (target, name) => {
        if (name === 'act') return act;
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }
}

async function unguarded(store: Store, { looked: _, sequence: __, rows = [], ...rest }: Act): Promise<Act> {
  const over: RowChange[] = [];
  for (const row of rows) over.push({ ...row, expects: (await store.row(row.table, row.id))?.revision ?? 0 });
  return { ...rest, rows: over };
}
