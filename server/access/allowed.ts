import type { Finding } from '../domain/finding.ts';
import type { JurisdictionRegistry } from '../domain/jurisdictions.ts';
import type { Label } from '../domain/label.ts';
import { codeOf } from '../domain/messages/index.ts';
import { inBoth } from '../rulesets/words.ts';
import type { Grant, Role } from '../workflow/roles.ts';
import { type Act, type Reach, TABLE } from './acts.ts';
import type { Identity } from './identify.ts';

/** The role that somebody may do something as, for the audit line. */
export interface Allowed {
  readonly as: Role;
}

/** What is answered of a thing that is not there, or that another jurisdiction keeps to itself: one answer for both. */
export const HIDDEN: Finding = Object.freeze({ code: 'hidden', severity: 'error', args: Object.freeze({}) });

/**
 * Whether somebody may do something in a jurisdiction, by the one table (`acts.ts`), and as what.
 * @param jurisdiction whose thing it is, under any code that the place has had; null: it is no place's
 * @param places who is who
 * @returns `personNeeded` where nobody has signed in (keys never do what people do); `hidden` where they are not to know that
 *   there is such a thing; `roleMayNot` where they may know, but not do it
 */
export function allowed(
  identity: Identity,
  act: Act,
  jurisdiction: string | null,
  places: JurisdictionRegistry,
): Allowed | Finding {
  if (identity.kind !== 'person') return finding('personNeeded');
  const role = roleFor(identity.grants, act, jurisdiction, places);
  if (role !== null) return { as: role };
  const { knownBy } = TABLE[act];
  if (knownBy !== null && roleFor(identity.grants, knownBy, jurisdiction, places) === null) return HIDDEN;
  return roleMayNot(identity.grants, act);
}

/** Whether the answer of {@link allowed} is a yes. */
export function isAllowed(answer: Allowed | Finding): answer is Allowed {
  return 'as' in answer;
}

/**
 * Whether somebody may do something in any place at all: what is asked before it is known which place it is about.
 * @returns `personNeeded` or `roleMayNot`
 */
export function allowedSomewhere(identity: Identity, act: Act): Allowed | Finding {
  if (identity.kind !== 'person') return finding('personNeeded');
  const grant = identity.grants.find(({ role }) => reachOf(act, role).length > 0);
  return grant === undefined ? roleMayNot(identity.grants, act) : { as: grant.role };
}

function roleFor(
  grants: readonly Grant[],
  act: Act,
  jurisdiction: string | null,
  places: JurisdictionRegistry,
): Role | null {
  const grant = grants.find((one) => reachOf(act, one.role).some((reach) => reaches(one, reach, jurisdiction, places)));
  return grant?.role ?? null;
}

function reachOf(act: Act, role: Role): readonly Reach[] {
  const roles: Readonly<Partial<Record<Role, readonly Reach[]>>> = TABLE[act].roles;
  return roles[role] ?? [];
}

/** A grant without a place holds for all of them: the analyst's of the whole service, the administrator's. */
function reaches(
  { jurisdiction: held }: Grant,
  reach: Reach,
  jurisdiction: string | null,
  places: JurisdictionRegistry,
): boolean {
  if (reach === 'everywhere' || held === null) return true;
  if (jurisdiction === null) return false;
  const mine = places.sameAs(held);
  const asked = places.sameAs(jurisdiction);
  if (reach === 'own') return asked.some((code) => mine.includes(code));
  return asked.some((code) => mine.includes(places.lookup(code)?.city ?? ''));
}

function roleMayNot(grants: readonly Grant[], act: Act): Finding {
  const roles = [...new Set(grants.map(({ role }) => role))];
  const needed = Object.keys(TABLE[act].roles);
  return finding('roleMayNot', {
    act,
    roles: roles.length === 0 ? inBoth('none') : inWords(roles),
    needed: inWords(needed),
  });
}

/** Roles as people call them, one after another. */
function inWords(roles: readonly string[]): Label {
  const words = roles.map((role) => inBoth(codeOf('role', role)));
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}

function finding(code: string, args: Finding['args'] = {}): Finding {
  return { code, severity: 'error', args };
}
