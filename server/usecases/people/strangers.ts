import type { Desk } from '../../store/desk.ts';
import type { AuditEntry } from '../../workflow/audit-entry.ts';

/** Between two lines at least. */
const INTERVAL = 60_000;

/** Staff numbers that one line names at most; the rest is in the sum. */
const MOST_NAMED = 100;

/**
 * Refusals of those who did not say who they are: counted, and written down together, so that nobody can fill the disk by
 * knocking.
 */
export class Strangers {
  readonly #desk: Desk;
  readonly #now: () => Date;
  #counts = new Map<string, number>();
  #accounts = new Map<string, number>();
  #since: Date | null = null;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(desk: Desk, now: () => Date) {
    this.#desk = desk;
    this.#now = now;
  }

  /**
   * Counts a refusal; a line is written within a minute.
   * @param code what was answered
   * @param account the account that was knocked at, where there is one; no other text that was sent
   */
  refused(code: string, account?: string): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
    if (account !== undefined && (this.#accounts.has(account) || this.#accounts.size < MOST_NAMED))
      this.#accounts.set(account, (this.#accounts.get(account) ?? 0) + 1);
    this.#since ??= this.#now();
    this.#wait();
  }

  #wait(): void {
    this.#timer ??= setTimeout(() => void this.flush().catch(() => undefined), INTERVAL).unref();
  }

  /**
   * Writes down what was counted. What cannot be written is counted on.
   * @throws Refusal what the store cannot do
   */
  flush(): Promise<void> {
    const done = this.#writing.then(() => this.#write());
    this.#writing = done.catch(() => undefined);
    return done;
  }

  async #write(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#since === null) return;
    const [counts, accounts, since] = [this.#counts, this.#accounts, this.#since];
    [this.#counts, this.#accounts, this.#since] = [new Map(), new Map(), null];
    const entry: AuditEntry = {
      at: this.#now().toISOString(),
      by: { kind: 'stranger' },
      act: 'strangers.refused',
      on: null,
      before: null,
      after: { since: since.toISOString(), refused: sorted(counts), accounts: sorted(accounts) },
      reason: null,
    };
    try {
      await this.#desk.act({ audit: [entry] });
    } catch (error) {
      for (const [code, count] of counts) this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
      for (const [one, count] of accounts) this.#accounts.set(one, (this.#accounts.get(one) ?? 0) + count);
      this.#since = since;
      this.#wait();
      throw error;
    }
  }
}

function sorted(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
