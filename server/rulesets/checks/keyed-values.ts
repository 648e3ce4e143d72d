import type { EffectiveStandard } from '../effective-rule-set.ts';
import type { Row, StandardMap, StandardValue } from '../language.ts';
import { stepInto } from '../positions.ts';
import { entryOf, isMap, isRows, isScalar, keysNamed, OTHERWISE, rowAt } from '../standard-at.ts';
import { didYouMean, givenWords, listed } from '../words.ts';
import { type Complaint, doubtfulKey, wrong, wrongKey } from './complaint.ts';
import { isRestRead, type KeyDomain, keyDomain, missingKeys } from './key-domain.ts';
import { checkLeaf } from './leaf-values.ts';
import { checkRows } from './rows.ts';
import type { Scope } from './scope.ts';
import type { Usage } from './usage.ts';

/** A value to check, and whether keys may be left out of it because another text has them. */
export interface ValueToCheck {
  readonly standard: EffectiveStandard;
  readonly value: StandardValue;
  readonly pointer: string;
  readonly partial: boolean;
}

/** A value through its keys: maps complete over what claims can have, rows contiguous, and below them what the unit asks. */
export function* checkValue(scope: Scope, usage: Usage, given: ValueToCheck): Generator<Complaint> {
  const { standard, value, pointer, partial } = given;
  yield* new KeyWalk(scope, usage, given).at(value, { depth: 0, pointer, under: partial ? standard.value : undefined });
}

/** Where a walk through a value has come to. */
interface At {
  /** How many keys have been gone through. */
  readonly depth: number;
  readonly pointer: string;
  /** What the text that a partial value lies over has here; undefined of a value that stands alone. */
  readonly under: StandardValue | undefined;
}

class KeyWalk {
  readonly #scope: Scope;
  readonly #usage: Usage;
  readonly #given: ValueToCheck;

  constructor(scope: Scope, usage: Usage, given: ValueToCheck) {
    this.#scope = scope;
    this.#usage = usage;
    this.#given = given;
  }

  *at(value: StandardValue, at: At): Generator<Complaint> {
    const { standard } = this.#given;
    const { depth, pointer } = at;
    const key = standard.by[depth];
    // A word or figure in place of keys holds for all of them.
    if (key === undefined || isScalar(value)) {
      yield* checkLeaf(this.#scope, standard, value, pointer);
      return;
    }
    const domain = keyDomain(this.#scope, this.#usage, standard, depth);
    if (domain.kind === 'unknown' || domain.kind === 'unfit' || domain.kind === 'list') return;
    if (isMap(value)) yield* this.#map(value, domain, key, at);
    else if (isRows(value) && domain.kind === 'number') yield* this.#rows(value, at);
    else yield wrong('valueNotByKey', pointer, { given: givenWords(value), key });
  }

  *#rows(rows: readonly Row[], { depth, pointer, under }: At): Generator<Complaint> {
    yield* checkRows(rows, pointer);
    for (const [index, row] of rows.entries()) {
      const inner = under !== undefined && isRows(under) ? rowAt(under, row.from) : under;
      yield* this.at(row.value, { depth: depth + 1, pointer: `${stepInto(pointer, index)}/value`, under: inner });
    }
  }

  *#map(map: StandardMap, domain: KeyDomain, key: string, at: At): Generator<Complaint> {
    const { depth, pointer, under } = at;
    const keys = Object.keys(map);
    for (const one of keys) {
      const place = stepInto(pointer, one);
      const unknown = one === OTHERWISE ? null : unknownKey(domain, one, key, place);
      const inner = under !== undefined && isMap(under) ? entryOf(under, one) : under;
      if (unknown !== null) yield unknown;
      else yield* this.at(map[one] ?? '', { depth: depth + 1, pointer: place, under: inner });
    }
    if (keys.includes(OTHERWISE)) yield* this.#rest(keys, key, at);
    if (this.#given.partial || keys.includes(OTHERWISE)) return;
    const missing = missingKeys(domain, keys);
    if (missing === null) yield wrong('numberKeysOpen', pointer, { key });
    else if (missing.length > 0) yield wrong('keysMissing', pointer, { key, missing: listed(missing) });
  }

  /**
   * An `otherwise` for which no key is left. A text says it of claims that leave the fact out; over a text that names every key
   * and has none itself it would be nobody's, though it reads as if it were for all keys that it does not name.
   */
  *#rest(keys: readonly string[], key: string, { depth, pointer, under }: At): Generator<Complaint> {
    const { partial, standard } = this.#given;
    if (partial && (under === undefined || isRows(under))) return;
    const below = under !== undefined && isMap(under) ? under : null;
    const isClosed = below !== null && !Object.hasOwn(below, OTHERWISE);
    const all = new Set([...(below === null ? [] : keysNamed(below)), ...keys.filter((one) => one !== OTHERWISE)]);
    if (!isClosed && isRestRead(this.#scope, this.#usage, standard, depth, [...all])) return;
    const place = stepInto(pointer, OTHERWISE);
    const args = { key, known: listed(all) };
    yield partial ? wrongKey('otherwiseOfNothing', place, args) : doubtfulKey('otherwiseUnused', place, args);
  }
}

/** A key that no claim can have. */
function unknownKey(domain: KeyDomain, given: string, key: string, pointer: string): Complaint | null {
  if (domain.kind === 'items') {
    if (domain.known.has(given)) return null;
    const args = { given, key, known: listed(domain.known), meant: didYouMean(given, domain.known) };
    return wrongKey('unknownValueKey', pointer, args);
  }
  return /^(0|[1-9][0-9]{0,14})$/.test(given) ? null : wrongKey('keyNotNumber', pointer, { given, key });
}
