import type { Finding } from '../../domain/finding.ts';
import type { JurisdictionRegistry } from '../../domain/jurisdictions.ts';
import { inBoth, inShort, listed } from '../../rulesets/words.ts';
import { type Grant, PLACE_OF_ROLE, ROLES, type Role } from '../../workflow/roles.ts';
import { type FieldCheck, fieldFindings, isObject, wrong, wrongType } from '../request-field.ts';

/** Grants of one person; nobody works in more places. */
export const MOST_GRANTS = 50;

/** What is wrong with the grants of a request: each with its pointer. Empty where nothing is. */
export function grantFindings(value: unknown, places: JurisdictionRegistry): readonly Finding[] {
  if (!Array.isArray(value)) return wrongType('grants', 'kindArray', value);
  if (value.length > MOST_GRANTS)
    return [wrong('requestTooMany', '/grants', { field: 'grants', limit: MOST_GRANTS, count: value.length })];
  const findings = value.flatMap((grant, index) => grantFinding(grant, `/grants/${index}`, places));
  if (findings.length > 0) return findings;
  const grants = value as readonly Grant[];
  const seen = new Set<string>();
  return grants.flatMap((grant, index) => {
    const key = `${grant.role} ${grant.jurisdiction ?? ''}`;
    if (seen.has(key)) return [wrong('grantTwice', `/grants/${index}`)];
    seen.add(key);
    const isBoth = grant.role === 'administrator' && grants.some(({ role }) => role !== 'administrator');
    return isBoth ? [wrong('administratorNoPolicy', `/grants/${index}`)] : [];
  });
}

/** Grants of a request that {@link grantFindings} had nothing against. */
export function grantsOf(value: unknown): readonly Grant[] {
  return (value as readonly { readonly role: Role; readonly jurisdiction?: string | null }[]).map(
    ({ role, jurisdiction }) => ({ role, jurisdiction: jurisdiction ?? null }),
  );
}

function grantFinding(value: unknown, at: string, places: JurisdictionRegistry): readonly Finding[] {
  if (!isObject(value)) return wrongType('grants', 'kindObject', value).map((one) => ({ ...one, at: { pointer: at } }));
  const checks: Readonly<Record<string, FieldCheck>> = {
    role: (role) => (isRole(role) ? [] : [roleFinding(role, `${at}/role`)]),
    jurisdiction: (place, _field, { role }) =>
      isRole(role) ? placeFinding(role, place, `${at}/jurisdiction`, places) : [],
  };
  // Also what is left out is looked at: without a role there is no grant, and most roles need a place.
  return fieldFindings({ role: null, jurisdiction: null, ...value }, { checks }, at);
}

function roleFinding(role: unknown, pointer: string): Finding {
  const given = inShort(String(role ?? ''));
  return wrong('grantRoleUnknown', pointer, { value: given, known: listed(ROLES) });
}

function placeFinding(role: Role, value: unknown, at: string, places: JurisdictionRegistry): readonly Finding[] {
  const kind = PLACE_OF_ROLE[role];
  if (value === null && (kind === 'any' || kind === 'none')) return [];
  if (kind === 'none') return [wrong('grantPlaceNone', at, { role })];
  const place = typeof value === 'string' ? places.lookup(value) : null;
  const fits = place !== null && (kind === 'any' || (kind === 'city') === (place.city === null));
  if (fits) return [];
  const wanted = kind === 'county' ? 'placeCounty' : kind === 'city' ? 'placeCity' : 'placeKnown';
  return [wrong('grantPlace', at, { role, place: inBoth(wanted), value: inShort(String(value ?? '')) })];
}

function isRole(value: unknown): value is Role {
  return typeof value === 'string' && (ROLES as readonly string[]).includes(value);
}
