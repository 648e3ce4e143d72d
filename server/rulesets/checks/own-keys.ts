import type { EffectiveStandard, FactKind } from '../effective-rule-set.ts';
import type { Scope } from './scope.ts';
import type { Usage } from './usage.ts';

/** Kinds of facts whose values a map can name: items, and whole numbers. */
const NAMED: Readonly<Record<string, 'items' | 'numbers'>> = {
  choice: 'items',
  boolean: 'items',
  integer: 'numbers',
  daysBetween: 'numbers',
} satisfies Partial<Record<FactKind['kind'], 'items' | 'numbers'>>;

/**
 * The facts by which a county may give some people more of a standard: each type of claim that reads the standard has them,
 * their values can be named, in one way in all types, and the city does not read it by them already.
 */
export function ownKeysOf(scope: Scope, usage: Usage, standard: EffectiveStandard): readonly string[] {
  const reading = [...usage.typesReading(standard.id)];
  return [...scope.facts].flatMap(([id, declared]) => {
    const types = new Set(declared.map(({ type }) => type));
    const [named, ...others] = new Set(declared.map(({ fact }) => NAMED[fact.type.kind]));
    const isFit = named !== undefined && others.length === 0 && reading.every((type) => types.has(type));
    return isFit && !standard.by.includes(id) ? [id] : [];
  });
}
