import type { Attempt, Truth } from '../../workflow/told.ts';
import type { Received } from '../service.ts';
import { type Counter, type DraftJson, draftIn, type Someone } from './counter.ts';
import { guan } from './county-office.ts';
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

const NO_DIGEST = `sha256:${'0'.repeat(64)}`;
const TRIES = 8;
/** What somebody is told whose session a clock that was set forward has ended. */
const SESSION_OVER = 401;

/** Numbers that look random, the same for the same seed (mulberry32). @returns a whole number from 0 to below `most` */
export function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}

/** What befalls the machine that serves, while people are at work. */
export interface Machine {
  /** From here on something may happen to it. */
  disturb(): void;
  /** It goes on from what it has kept. */
  restart(): Promise<void>;
}

/** Several people who try at random whatever they may, and what they are told. */
export class RandomPeople {
  readonly counted = { done: 0, refused: 0, unknown: 0 };
  readonly #office: Counter;
  readonly #machine: Machine;
  readonly #roll: (most: number) => number;
  #clock = 0;
  #cap = 8000;

  constructor(office: Counter, machine: Machine, roll: (most: number) => number) {
    this.#office = office;
    this.#machine = machine;
    this.#roll = roll;
  }

  /** Everybody signs in. */
  async arrive(): Promise<void> {
    for (const one of everybody) await this.#office.as(one);
  }

  /** One draft from its first text on, with a fault at some operation on the way. @returns what people saw of it */
  async history(): Promise<History> {
    const cap = this.#nextCap();
    const made = await this.#office.begin('G-ED1', { jurisdiction: '371525', date: '2019-07-01' });
    const { id, revision } = draftIn(await this.#office.save('G-ED1', made, textOf(cap)));
    const begun: Truth = { text: cap, hands: new Set(['G-ED1']), yes: new Map(), stage: 'open' };
    const [tried, shown]: [Tried[], Shown[]] = [[], []];
    this.#machine.disturb();
    await this.#together(id, tried, shown);
    await this.#machine.restart();
    await this.arrive();
    await this.#together(id, tried, shown);
    const last = await this.#look('G-ED1', id, shown);
    if (last === null) throw new Error('the draft is gone');
    // A place has room for so many open drafts.
    if (stageOf(last) !== 'over') await this.#sent('G-ED1', 'discard', last, 0);
    for (const { outcome } of tried) this.counted[outcome] += 1;
    return { first: revision, begun, tried, shown };
  }

  async #together(id: string, tried: Tried[], shown: Shown[]): Promise<void> {
    let gone = false;
    const one = async (who: Someone) => {
      for (let n = 0; n < TRIES && !gone; n += 1) {
        const looked = await this.#look(who, id, shown);
        if (looked === null) return;
        const attempt = await this.#attempt(who, looked);
        if (attempt === null) continue;
        tried.push(attempt);
        if (attempt.outcome === 'unknown') gone = true;
      }
    };
    await Promise.all(everybody.map(one));
  }

  async #look(by: Someone, id: string, shown: Shown[]): Promise<Looked | null> {
    const from = this.#tick();
    const ask = () => this.#office.send(by, 'GET', `/drafts/${id}`).catch(() => null);
    let answer = await ask();
    if (answer?.status === SESSION_OVER) {
      this.#office.signOff();
      answer = await ask();
    }
    if (answer?.status !== 200) return null;
    const draft = draftIn(answer) as Looked;
    const yes = draft.approvals.map((one) => one.by);
    const { revision, writers: hands } = draft;
    shown.push({ from, to: this.#tick(), revision, stage: stageOf(draft), text: capIn(draft.text), hands, yes });
    return draft;
  }

  /** @returns null where who tried it had to sign in again, of which nothing comes */
  async #attempt(by: Someone, looked: Looked): Promise<Tried | null> {
    const acts = people[by] ?? [];
    const onward = next[looked.state];
    const any = acts[this.#roll(acts.length)] ?? 'edit';
    const act = onward !== undefined && acts.includes(onward) && this.#roll(4) > 0 ? onward : any;
    const text = act === 'edit' ? this.#nextCap() : capIn(looked.text);
    const from = this.#tick();
    const answer = await this.#sent(by, act, looked, text).catch(() => null);
    const status = answer?.status ?? 500;
    if (status === SESSION_OVER) return null;
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

/** The county's text with a figure that tells it from all others. */
export const textOf = (cap: number) => guan(`  accident.medical: ${cap}`);
const capIn = (text: string) => Number(/accident\.medical: (\d+)/.exec(text)?.[1]);

function stageOf({ state }: DraftJson): Truth['stage'] {
  if (state === 'published' || state === 'discarded') return 'over';
  return state === 'draft' || state === 'returned' ? 'open' : 'review';
}

/** The text of the version that a history ended with, if it did. */
export function publishedBy(history: History): string | null {
  const order = explained(history);
  if (typeof order === 'string') throw new Error(order);
  const ends = [...order.values()].find(({ by }) => by?.act === 'publish');
  return ends === undefined ? null : textOf(ends.truth.text);
}
