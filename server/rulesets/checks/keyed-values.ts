import type { EffectiveStandard } from '../effective-rule-set.ts';
import type { Row, StandardMap, StandardValue } from '../language.ts';
import { stepInto } from '../positions.ts';
import { isMap, isRows, isScalar, OTHERWISE } from '../standard-at.ts';
import { didYouMean, givenWords, listed } from '../words.ts';
import { type Complaint, wrong, wrongKey } from './complaint.ts';
import { type KeyDomain, keyDomain } from './key-domain.ts';
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
  yield* new KeyWalk(scope, usage, given).at(given.value, 0, given.pointer);
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

  *at(value: StandardValue, depth: number, pointer: string): Generator<Complaint> {
    const { standard } = this.#given;
    const key = standard.by[depth];
    // A word or figure in place of keys holds for all of them.
    if (key === undefined || isScalar(value)) {
      yield* checkLeaf(this.#scope, standard, value, pointer);
      return;
    }
    const domain = keyDomain(this.#scope, this.#usage, standard, depth);
    if (domain.kind === 'unknown' || domain.kind === 'unfit' || domain.kind === 'list') return;
    if (isMap(value)) yield* this.#map(value, domain, key, depth, pointer);
    else if (isRows(value) && domain.kind === 'number') yield* this.#rows(value, depth, pointer);
    else yield wrong('valueNotByKey', pointer, { given: givenWords(value), key });
  }

  *#rows(rows: readonly Row[], depth: number, pointer: string): Generator<Complaint> {
    yield* checkRows(rows, pointer);
    for (const [index, row] of rows.entries()) {
      yield* this.at(row.value, depth + 1, `${stepInto(pointer, index)}/value`);
    }
  }

  *#map(map: StandardMap, domain: KeyDomain, key: string, depth: number, pointer: string): Generator<Complaint> {
    const keys = Object.keys(map);
    for (const one of keys) {
      const at = stepInto(pointer, one);
      const unknown = one === OTHERWISE ? null : unknownKey(domain, one, key, at);
      if (unknown !== null) yield unknown;
      else yield* this.at(map[one] ?? '', depth + 1, at);
    }
    if (this.#given.partial || keys.includes(OTHERWISE)) return;
    const missing = missingKeys(domain, keys);
    if (missing === null) yield wrong('numberKeysOpen', pointer, { key });
    else if (missing.length > 0) yield wrong('keysMissing', pointer, { key, missing: listed(missing) });
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

/** Keys that claims can have and the map does not; null where they cannot be counted. */
function missingKeys(domain: KeyDomain, keys: readonly string[]): readonly string[] | null {
  if (domain.kind === 'items') return [...domain.needed].filter((item) => !keys.includes(item));
  if (domain.kind !== 'number') return [];
  const { whole, atLeast, atMost } = domain;
  if (!whole || atLeast === null || atMost === null || atMost - atLeast > 1_000) return null;
  const all = Array.from({ length: atMost - atLeast + 1 }, (_, index) => String(atLeast + index));
  return all.filter((number) => !keys.includes(number));
}
