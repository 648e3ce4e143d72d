import type { Condition, StandardValue } from '../language.ts';
import { entryOf, isMap, isRows, keysNamed, OTHERWISE } from '../standard-at.ts';

/** A part of a standard's value, with what a claim is that reads it. */
export interface PartByKey {
  readonly part: StandardValue;
  readonly when: readonly Condition[];
}

/** The parts of a map or of rows that claims of a type may read by a key; none of any other value. */
export function partsByKey(value: StandardValue, key: string, type: string): readonly PartByKey[] {
  if (isRows(value)) {
    return value.map(({ from, to, value: part }) => {
      const least: Condition = { fact: key, operator: 'greaterThanInclusive', value: from };
      return { part, when: to === undefined ? [least] : [least, { fact: key, operator: 'lessThan', value: to }] };
    });
  }
  if (!isMap(value)) return [];
  if (key === 'claim.type') {
    const part = entryOf(value, type);
    return part === undefined ? [] : [{ part, when: [] }];
  }
  const named = keysNamed(value);
  return Object.entries(value).map(([one, part]) => ({ part, when: whenKeyIs(key, one, named) }));
}

/** Terms are no fact of a claim: whatever they are. */
function whenKeyIs(key: string, one: string, named: readonly string[]): readonly Condition[] {
  if (key === 'terms') return [];
  if (one === OTHERWISE) return named.length === 0 ? [] : [{ fact: key, operator: 'notIn', value: [...named] }];
  return [{ fact: key, operator: 'equal', value: one }];
}
