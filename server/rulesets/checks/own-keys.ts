import type { EffectiveStandard } from '../effective-rule-set.ts';
import { keyDomain } from './key-domain.ts';
import type { Scope } from './scope.ts';
import type { Usage } from './usage.ts';

/**
 * The facts by which a county may give some people more of a standard: every type of claim that reads the standard declares
 * them, so that no claim is refused for want of one, and the city does not read it by them already.
 */
export function ownKeysOf(scope: Scope, usage: Usage, standard: EffectiveStandard): readonly string[] {
  const reading = [...usage.typesReading(standard.id)];
  return [...scope.facts.keys()].filter((id) => {
    const facts = reading.map((type) => scope.claims.get(type)?.facts.get(id));
    if (standard.by.includes(id) || facts.includes(undefined)) return false;
    const domain = keyDomain(scope, usage, { ...standard, by: [id, ...standard.by] }, 0);
    if (domain.kind === 'items') return true;
    // Rows begin at 0 and have no place for who brings no number.
    const isThere = facts.every((fact) => fact?.default.kind === 'required' || fact?.default.kind === 'value');
    return domain.kind === 'number' && isThere && (domain.atLeast ?? -1) >= 0;
  });
}
