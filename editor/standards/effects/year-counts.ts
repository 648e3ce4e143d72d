import { useState } from 'react';
import { countIn, type YearCounts } from './year-estimate.ts';

/** What somebody typed for each typical claim of a place, kept in this browser: the next draft is reckoned with the same. */
export function useYearCounts(jurisdiction: string) {
  const key = `dixian.year.${jurisdiction}`;
  const [typed, setTyped] = useState(() => read(key));
  const write = (id: string, text: string) => {
    const next = new Map(typed).set(id, text);
    setTyped(next);
    keep(key, next);
  };
  const counts: YearCounts = new Map(
    [...typed].flatMap(([id, text]) => {
      const count = countIn(text);
      return count === null ? [] : [[id, count] as const];
    }),
  );
  return { typed, counts, write };
}

function read(key: string): ReadonlyMap<string, string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    if (!Array.isArray(kept)) return new Map();
    return new Map(kept.filter((one): one is [string, string] => Array.isArray(one) && one.every(isText)));
  } catch {
    return new Map();
  }
}

const isText = (value: unknown) => typeof value === 'string';

function keep(key: string, typed: ReadonlyMap<string, string>): void {
  try {
    localStorage.setItem(key, JSON.stringify([...typed].filter(([, text]) => text.trim() !== '')));
  } catch {
    // A browser that keeps nothing still reckons.
  }
}
