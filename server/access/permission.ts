import type { Finding } from '../domain/finding.ts';
import type { JurisdictionRegistry } from '../domain/jurisdictions.ts';
import { listed } from '../rulesets/words.ts';
import type { Act } from './acts.ts';
import { allowedSomewhere, isAllowed } from './allowed.ts';
import type { Identity, Scope } from './identify.ts';

/** What a key's scope is called where a person does it; no person reads metrics. */
const ACT_OF_SCOPE: Readonly<Record<Exclude<Scope, 'metrics'>, Act>> = { read: 'published.read', evaluate: 'evaluate' };

/** Why somebody may not use a scope: `scopeMissing`, of a person `roleMayNot` or `keyOnly`; null: they may. */
export function mayNot(identity: Identity, scope: Scope): Finding | null {
  if (identity.kind === 'open') return null;
  if (identity.kind === 'person') {
    if (scope === 'metrics') return { code: 'keyOnly', severity: 'error', args: { scope } };
    const answer = allowedSomewhere(identity, ACT_OF_SCOPE[scope]);
    return isAllowed(answer) ? null : answer;
  }
  if (identity.scopes.has(scope)) return null;
  return {
    code: 'scopeMissing',
    severity: 'error',
    args: { name: identity.name, scope, scopes: listed(identity.scopes) },
  };
}

/**
 * Why somebody may not use a scope for a jurisdiction: `scopeMissing` or `jurisdictionNotAllowed`; null: they may. A key that
 * is limited to codes is good for those places under any code they have had, and may read the rules of their cities too,
 * because a county's rules stand on its city's. A city's code is that of the city alone, not of its counties.
 * @param places who is who; the one of the rules in force
 */
export function mayNotFor(
  identity: Identity,
  scope: Scope,
  code: string,
  places: JurisdictionRegistry,
): Finding | null {
  const missing = mayNot(identity, scope);
  if (missing !== null || identity.kind !== 'key' || identity.jurisdictions === null) return missing;
  const { jurisdictions, name } = identity;
  if (jurisdictions.has(code)) return null;
  const same = places.sameAs(code);
  if (same.some((other) => jurisdictions.has(other))) return null;
  if (scope === 'read') {
    const cities = citiesOf(jurisdictions, places);
    if (same.some((other) => cities.has(other))) return null;
  }
  return { code: 'jurisdictionNotAllowed', severity: 'error', args: { name, code, allowed: listed(jurisdictions) } };
}

/** The cities that jurisdictions belong to, under every code they have had. */
function citiesOf(codes: ReadonlySet<string>, places: JurisdictionRegistry): ReadonlySet<string> {
  const cities = [...codes].flatMap((code) => places.sameAs(code).map((one) => places.lookup(one)?.city ?? null));
  return new Set(cities.flatMap((city) => (city === null ? [] : places.sameAs(city))));
}
