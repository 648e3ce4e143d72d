import { setImmediate as nextTurn, setTimeout as rest } from 'node:timers/promises';
import { refuse } from '../domain/refusal.ts';
import { digestOfPair, type EffectivePair, effectivePairs } from '../rulesets/effective-pairs.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import type { Codes } from '../rulesets/record-index.ts';
import { BoundedCache } from './bounded-cache.ts';

/** Milliseconds of searching, and as many of rest, in which other work gets its turn. */
const SLICE = 4;

/** Pairs hashed between two looks at the clock. */
const PAIRS = 64;

/** Digests remembered, and as many that nothing was found for. */
const REMEMBERED = 16_384;

/** Digests that may be searched for at the same time: who asks for made-up ones keeps nobody's memory busy. */
const MOST_ASKED = 64;

/** The codes of the city that a county's code belongs to. */
export type CityOf = (code: string) => Codes;

/** Somebody's question, open until a search has found the pair or come to its end. */
interface Question {
  readonly answer: Promise<EffectivePair | null>;
  readonly close: (pair: EffectivePair | null) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Finds the texts that an effective digest was made from. A digest cannot be turned back, so every pair of texts has to be
 * hashed, thousands of overrides with hundreds of a city's texts: one search at a time, in slices, for all that was asked
 * by its beginning. What this process has resolved itself is found at once.
 */
export class EffectiveDigests {
  readonly #known = new BoundedCache<string, EffectivePair>(REMEMBERED);
  readonly #missing = new BoundedCache<string, true>(REMEMBERED);
  readonly #asked = new Map<string, Question>();
  #records: readonly PublicationRecord[] = [];
  #cityOf: CityOf = (code) => code;
  #searching = false;

  /** Remembers what a pair was resolved to. */
  note(digest: string, pair: EffectivePair): void {
    if (this.#known.get(digest) === undefined) this.#known.set(digest, pair);
  }

  /**
   * The pair of published texts whose effective digest this is; null where no two of them make it.
   * @throws Refusal `overloaded` where too many others are being searched for
   */
  find(records: readonly PublicationRecord[], cityOf: CityOf, digest: string): Promise<EffectivePair | null> {
    if (records !== this.#records) {
      // What nothing was found for may be published by now; what was found never changes.
      this.#records = records;
      this.#missing.clear();
    }
    this.#cityOf = cityOf;
    const known = this.#known.get(digest);
    if (known !== undefined) return Promise.resolve(known);
    if (this.#missing.get(digest)) return Promise.resolve(null);
    if (!this.#asked.has(digest) && this.#asked.size >= MOST_ASKED) refuse('overloaded');
    const question = this.#asked.get(digest) ?? ask();
    this.#asked.set(digest, question);
    if (!this.#searching) void this.#searchAll();
    return question.answer;
  }

  /** One search after another, until no question is open. */
  async #searchAll(): Promise<void> {
    this.#searching = true;
    try {
      while (this.#asked.size > 0) {
        // What is asked in one turn is searched for together.
        await nextTurn();
        await this.#search(this.#records, new Map(this.#asked));
      }
    } catch (error) {
      for (const question of this.#asked.values()) question.fail(error);
      this.#asked.clear();
    }
    this.#searching = false;
  }

  async #search(records: readonly PublicationRecord[], open: Map<string, Question>): Promise<void> {
    let [since, count] = [performance.now(), 0];
    for (const pair of effectivePairs(records, this.#cityOf)) {
      const digest = digestOfPair(pair);
      if (open.has(digest)) {
        this.note(digest, pair);
        this.#close(digest, pair);
        open.delete(digest);
        if (open.size === 0) return;
      }
      count += 1;
      if (count % PAIRS !== 0 || performance.now() - since < SLICE) continue;
      await rest(SLICE);
      since = performance.now();
    }
    // Where something was published meanwhile, whoever asked since must be told of it: the next search looks again.
    if (records !== this.#records) return;
    for (const digest of open.keys()) {
      this.#missing.set(digest, true);
      this.#close(digest, null);
    }
  }

  #close(digest: string, pair: EffectivePair | null): void {
    this.#asked.get(digest)?.close(pair);
    this.#asked.delete(digest);
  }
}

function ask(): Question {
  let [close, fail]: [Question['close'], Question['fail']] = [() => {}, () => {}];
  const answer = new Promise<EffectivePair | null>((resolve, reject) => {
    close = resolve;
    fail = reject;
  });
  return { answer, close, fail };
}
