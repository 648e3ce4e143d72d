/**
 * What somebody may be in a jurisdiction. An editor writes, a reviewer looks at what others wrote; who is both in one place is
 * still never both for one text. An analyst reads and compares; an administrator has accounts and keys, and no part in policy.
 */
export const ROLES = [
  'countyEditor',
  'countyReviewer',
  'cityEditor',
  'cityReviewer',
  'analyst',
  'administrator',
] as const;

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/**
 * What kind of place a role is held in: a county, a city, either or the whole service, or never a place. Who is an
 * administrator has no other role.
 */
export const PLACE_OF_ROLE: Readonly<Record<Role, 'county' | 'city' | 'any' | 'none'>> = {
  countyEditor: 'county',
  countyReviewer: 'county',
  cityEditor: 'city',
  cityReviewer: 'city',
  analyst: 'any',
  administrator: 'none',
};

/** A role in one jurisdiction. A county's roles name the county, a city's the city. */
export interface Grant {
  readonly role: Role;
  /** Six digits; null: wherever the role has a meaning, see {@link PLACE_OF_ROLE}. */
  readonly jurisdiction: string | null;
}

/**
 * What identifies a person for good: the number on their staff card. It never changes and is never given to another, so that
 * nobody is two people, whatever they are called.
 */
export type StaffNumber = string;
