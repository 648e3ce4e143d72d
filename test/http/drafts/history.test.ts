import { describe, expect, it } from 'vitest';
import { rounds } from '../../durability/rounds.ts';
import { type Fault, MemoryDisk } from '../../store/memory-disk.ts';
import type { Attempt, Truth } from '../../workflow/told.ts';
import type { Received } from '../service.ts';
import { CountyOffice, type DraftJson, draftIn, guan, type Someone } from './county-office.ts';
import { explained, type History, type Shown, type Tried } from './recorded-history.ts';

type Act = Attempt['act'];
type Looked = DraftJson & {
  readonly writers: readonly string[];
  readonly approvals: readonly { readonly by: string }[];
};

/** Who tries what, whatever state the draft is in. */
const people: Readonly<Partial<Record<Someone, readonly Act[]>>> = {
  'G-ED1': ['edit', 'submit', 'withdraw'],
  'G-ED2': ['edit', 'submit', 'discard'],
  'G-RE1': ['approve', 'publish', 'return'],
  'G-RE2': ['approve', 'publish'],
  'G-BOTH': ['edit', 'submit', 'approve', 'publish', 'withdraw'],
};
/** What brings a draft on, which is tried more often, so that many histories come to their end. */
const next: Readonly<Record<string, Act>> = {
  draft: 'submit',
  returned: 'submit',
  submitted: 'approve',
  approved: 'publish',
};
const everybody = Object.keys(people) as Someone[];

const faults: readonly Fault[] = [
  { kind: 'kill' },
  { kind: 'powerCut' },
  { kind: 'error', code: 'EIO' },
  { kind: 'error', code: 'ENOSPC' },
];

const NO_DIGEST = `sha256:${'0'.repeat(64)}`;
const TRIES = 8;

/** Numbers that look random, the same for the same seed (mulberry32). @returns a whole number from 0 to below `most` */
function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}

/** An office whose machine fails now and then, and the histories of its drafts. */
class FailingOffice {
  readonly counted = { done: 0, refused: 0, unknown: 0 };
  readonly #disk: MemoryDisk;
  readonly #office = new CountyOffice();
  readonly #roll: (most: number) => number;
  #clock = 0;
  #cap = 8000;

  constructor(disk: MemoryDisk, seed: number) {
    this.#disk = disk;
    this.#roll = dice(seed);
  }

  async open(): Promise<this> {
    await this.#office.open({ disk: this.#disk });
    for (const one of everybody) await this.#office.as(one);
    return this;
  }

  async close(): Promise<void> {
    // A store whose machine is gone cannot close its files.
    await this.#office.close().catch(() => undefined);
  }

  /** One draft from its first text on, with a fault at some operation on the way. @returns what people saw of it */
  async history(): Promise<History> {
    this.#office.now = new Date(this.#office.now.getTime() + 3_600_000 / 2);
    const cap = this.#nextCap();
    const made = await this.#office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
    const { id, revision } = draftIn(await this.#office.save('G-ED1', made, textOf(cap)));
    const begun: Truth = { text: cap, hands: new Set(['G-ED1']), yes: new Map(), stage: 'open' };
    const [tried, shown]: [Tried[], Shown[]] = [[], []];
    this.#disk.failAt(1 + this.#roll(120), faults[this.#roll(faults.length)] ?? { kind: 'kill' });
    await this.#together(id, tried, shown);
    await this.#restart();
    await this.#together(id, tried, shown);
    const last = await this.#look('G-ED1', id, shown);
    if (last === null) throw new Error('the draft is gone');
    // A place has room for so many open drafts.
    if (stageOf(last) !== 'over') await this.#sent('G-ED1', 'discard', last, 0);
    for (const { outcome } of tried) this.counted[outcome] += 1;
    return { first: revision, begun, tried, shown };
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

  async #restart(): Promise<void> {
    await this.close();
    this.#disk.cutPower();
    this.#disk.restart();
    await this.open();
  }

  async #together(id: string, tried: Tried[], shown: Shown[]): Promise<void> {
    let gone = false;
    const one = async (who: Someone) => {
      for (let n = 0; n < TRIES && !gone; n += 1) {
        const looked = await this.#look(who, id, shown);
        if (looked === null) return;
        const attempt = await this.#attempt(who, looked);
        tried.push(attempt);
        if (attempt.outcome === 'unknown') gone = true;
      }
    };
    await Promise.all(everybody.map(one));
  }

  async #look(by: Someone, id: string, shown: Shown[]): Promise<Looked | null> {
    const from = this.#tick();
    const answer = await this.#office.send(by, 'GET', `/drafts/${id}`);
    if (answer.status !== 200) return null;
    const draft = draftIn(answer) as Looked;
    const yes = draft.approvals.map((one) => one.by);
    const { revision, writers: hands } = draft;
    shown.push({ from, to: this.#tick(), revision, stage: stageOf(draft), text: capIn(draft.text), hands, yes });
    return draft;
  }

  async #attempt(by: Someone, looked: Looked): Promise<Tried> {
    const acts = people[by] ?? [];
    const onward = next[looked.state];
    const any = acts[this.#roll(acts.length)] ?? 'edit';
    const act = onward !== undefined && acts.includes(onward) && this.#roll(4) > 0 ? onward : any;
    const text = act === 'edit' ? this.#nextCap() : capIn(looked.text);
    const from = this.#tick();
    const answer = await this.#sent(by, act, looked, text).catch(() => null);
    const status = answer?.status ?? 500;
    const outcome = status < 300 ? 'done' : status < 500 ? 'refused' : 'unknown';
    return { act, by, text, upon: looked.revision, outcome, from, to: this.#tick() };
  }

  #sent(by: Someone, act: Act, looked: Looked, text: number): Promise<Received> {
    const office = this.#office;
    switch (act) {
      case 'edit':
        return office.save(by, looked, textOf(text));
      case 'submit':
        return office.change(by, looked, 'submission', { reason: 'more is paid' });
      case 'withdraw':
        return office.change(by, looked, 'withdrawal');
      case 'return':
        return office.change(by, looked, 'returns', { reason: 'no' });
      case 'publish':
        return office.change(by, looked, 'publication');
      case 'discard':
        return office.send(by, 'DELETE', `/drafts/${looked.id}`, undefined, { 'If-Match': `"${looked.revision}"` });
      default:
        return office.change(by, looked, 'approvals', { digest: looked.submission?.documentDigest ?? NO_DIGEST });
    }
  }

  #tick(): number {
    this.#clock += 1;
    return this.#clock;
  }

  #nextCap(): number {
    this.#cap += 1;
    return this.#cap;
  }
}

const textOf = (cap: number) => guan(`  accident.medical: ${cap}`);
const capIn = (text: string) => Number(/accident\.medical: (\d+)/.exec(text)?.[1]);

function stageOf({ state }: DraftJson): Truth['stage'] {
  if (state === 'published' || state === 'discarded') return 'over';
  return state === 'draft' || state === 'returned' ? 'open' : 'review';
}

/** The text of the version that a history ended with, if it did. */
function publishedBy(history: History): string | null {
  const order = explained(history);
  if (typeof order === 'string') throw new Error(order);
  const ends = [...order.values()].find(({ by }) => by?.act === 'publish');
  return ends === undefined ? null : textOf(ends.truth.text);
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
    expect(Math.min(office.counted.done, office.counted.refused)).toBeGreaterThanOrEqual(histories);
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
