import { describe, expect, it } from 'vitest';
import { rounds } from '../../durability/rounds.ts';
import { type Fault, MemoryDisk } from '../../store/memory-disk.ts';
import { CountyOffice } from './county-office.ts';
import { dice, type Machine, publishedBy, RandomPeople } from './random-people.ts';
import { explained, type History } from './recorded-history.ts';

const faults: readonly Fault[] = [
  { kind: 'kill' },
  { kind: 'powerCut' },
  { kind: 'error', code: 'EIO' },
  { kind: 'error', code: 'ENOSPC' },
];

/** An office whose machine fails now and then, and the histories of its drafts. */
class FailingOffice implements Machine {
  readonly people: RandomPeople;
  readonly #disk: MemoryDisk;
  readonly #office = new CountyOffice();
  readonly #roll: (most: number) => number;

  constructor(disk: MemoryDisk, seed: number) {
    this.#disk = disk;
    this.#roll = dice(seed);
    this.people = new RandomPeople(this.#office, this, this.#roll);
  }

  async open(): Promise<this> {
    await this.#office.open({ disk: this.#disk });
    await this.people.arrive();
    return this;
  }

  async close(): Promise<void> {
    // A store whose machine is gone cannot close its files.
    await this.#office.close().catch(() => undefined);
  }

  /** One draft from its first text on, with a fault at some operation on the way. @returns what people saw of it */
  history(): Promise<History> {
    this.#office.now = new Date(this.#office.now.getTime() + 3_600_000 / 2);
    return this.people.history();
  }

  disturb(): void {
    this.#disk.failAt(1 + this.#roll(120), faults[this.#roll(faults.length)] ?? { kind: 'kill' });
  }

  async restart(): Promise<void> {
    await this.close();
    this.#disk.cutPower();
    this.#disk.restart();
    await this.#office.open({ disk: this.#disk });
  }

  /** The versions of the county, as text by number. */
  async versions(): Promise<readonly string[]> {
    const { store } = this.#office;
    const records = store.records().filter(({ jurisdiction }) => jurisdiction === '371525');
    expect(records.map(({ sequence }) => sequence)).toEqual(
      [...new Set(records.map(({ sequence }) => sequence))].sort((a, b) => a - b),
    );
    expect(new Set(records.map(({ version }) => version)).size).toBe(records.length);
    return Promise.all(records.map((record) => store.text(record)));
  }
}

describe('random histories of several people on a machine that fails', () => {
  it('are each explained by one after another, over HTTP, restarts and all', async () => {
    const seed = rounds(1, Date.now() % 1_000_000);
    const office = await new FailingOffice(new MemoryDisk(), seed).open();
    const versions: string[] = [];
    const histories = rounds(1, 1000);
    for (let round = 1; round <= histories; round += 1) {
      const text = publishedBy(await office.history());
      if (text !== null) versions.push(text);
      expect(await office.versions()).toEqual(versions);
    }
    await office.close();
    // Of histories in which nothing happens this would hold as well.
    expect(Math.min(office.people.counted.done, office.people.counted.refused)).toBeGreaterThanOrEqual(histories);
    expect(versions.length).toBeGreaterThanOrEqual(rounds(0, 50));
  });

  it.each([
    ['files', { flushesFiles: false }],
    ['folders', { flushesFolders: false }],
  ])('are not where %s are not flushed: the negative control', async (_, disk) => {
    const office = await new FailingOffice(new MemoryDisk(disk), 1).open();
    const found = async () => {
      for (let round = 1; round <= 20; round += 1) {
        if (typeof explained(await office.history()) === 'string') return 'unexplained';
      }
      return 'explained';
    };
    const what = await found().catch(() => 'lost, or does not open');
    await office.close();
    expect(what).not.toBe('explained');
  });
});
