import type { EffectiveStandard } from '../effective-rule-set.ts';
import { underOwnKey } from '../own-key.ts';
import { keyDomain } from './key-domain.ts';
import type { Scope } from './scope.ts';
import type { Usage } from './usage.ts';

/**
 * The facts by which a county may give some people more of a standard: every type of claim that reads the standard declares
 * them, so that no claim is refused for want of one, and the city does not read it by them already.
 */
export function ownKeysOf(scope: Scope, usage: Usage, standard: EffectiveStandard): readonly string[] {
  const reading = [...usage.typesReading(standard.id)];
  return [...scope.facts].flatMap(([id, declared]) => {
    const types = new Set(declared.map(({ type }) => type));
    const isEverywhere = reading.every((type) => types.has(type));
    if (standard.by.includes(id) || !isEverywhere) return [];
    const { kind } = keyDomain(scope, usage, underOwnKey(standard, id), 0);
    return kind === 'items' || kind === 'number' ? [id] : [];
  });
}
