import type { Role } from '../workflow/roles.ts';

/**
 * Where a role reaches, seen from the jurisdiction that it is held in: that place under any code it has had (`own`), the
 * counties of that city (`counties`), or what belongs to no place (`everywhere`).
 */
export type Reach = 'own' | 'counties' | 'everywhere';

/** One line of the table: roles with where they may, and whether those who may not even read there are to know of it. */
interface Row {
  readonly roles: Readonly<Partial<Record<Role, readonly Reach[]>>>;
  /**
   * The act by which somebody knows that there is something: who may do that one is told `roleMayNot`, anybody else
   * `hidden`, the same as where there is nothing. Null: it is no secret that there is such a thing.
   */
  readonly knownBy: 'draft.read' | 'task.read' | 'audit.read' | null;
}

const OWN = ['own'] as const;
const CITY = ['own', 'counties'] as const;
const EVERYWHERE = ['everywhere'] as const;

/** Policy's roles, each wherever it has a meaning. */
const POLICY = {
  countyEditor: OWN,
  countyReviewer: OWN,
  cityEditor: CITY,
  cityReviewer: CITY,
  analyst: CITY,
} as const;
const WORKERS = { countyEditor: OWN, countyReviewer: OWN, cityEditor: CITY, cityReviewer: CITY } as const;
/** What is published is the same for all of them, wherever it is from. */
const ALL_OF_POLICY = {
  countyEditor: EVERYWHERE,
  countyReviewer: EVERYWHERE,
  cityEditor: EVERYWHERE,
  cityReviewer: EVERYWHERE,
  analyst: EVERYWHERE,
} as const;
const ADMINISTRATOR = { administrator: EVERYWHERE } as const;
const EDITORS = { countyEditor: OWN, cityEditor: OWN } as const;
/** A city reviewer looks at its counties' drafts too: some of them need the city's yes. */
const REVIEWERS = { countyReviewer: OWN, cityReviewer: CITY } as const;

/**
 * Who may do what: the one table. An administrator has accounts and keys, and no part in policy. Rules about one text (nobody
 * approves what they wrote) are not here but with the drafts.
 */
export const TABLE = {
  /** Published rule sets and whatever is told of them. */
  'published.read': { roles: ALL_OF_POLICY, knownBy: null },
  /** Settling claims, also by texts that have not been published. */
  evaluate: { roles: ALL_OF_POLICY, knownBy: null },
  'draft.read': { roles: POLICY, knownBy: 'draft.read' },
  /** Making, saving and discarding. */
  'draft.write': { roles: EDITORS, knownBy: 'draft.read' },
  'draft.submit': { roles: EDITORS, knownBy: 'draft.read' },
  'draft.comment': { roles: { ...EDITORS, ...REVIEWERS }, knownBy: 'draft.read' },
  'draft.approve': { roles: REVIEWERS, knownBy: 'draft.read' },
  'draft.return': { roles: REVIEWERS, knownBy: 'draft.read' },
  /** A county's reviewers publish the county's, a city's the city's. */
  'draft.publish': { roles: { countyReviewer: OWN, cityReviewer: OWN }, knownBy: 'draft.read' },
  'version.suspend': { roles: REVIEWERS, knownBy: null },
  'version.resume': { roles: REVIEWERS, knownBy: null },
  /** Before its first day a version can be revoked by the city. */
  'version.revoke': { roles: { cityReviewer: CITY }, knownBy: null },
  'task.read': { roles: WORKERS, knownBy: 'task.read' },
  'task.close': {
    roles: { countyEditor: OWN, countyReviewer: OWN, cityEditor: OWN, cityReviewer: OWN },
    knownBy: 'task.read',
  },
  /** Lines about a place; lines about accounts and keys are an administrator's. */
  'audit.read': {
    roles: { countyEditor: OWN, countyReviewer: OWN, cityEditor: OWN, cityReviewer: CITY, analyst: CITY },
    knownBy: 'audit.read',
  },
  'audit.readAccounts': { roles: ADMINISTRATOR, knownBy: null },
  'account.read': { roles: ADMINISTRATOR, knownBy: null },
  'account.create': { roles: ADMINISTRATOR, knownBy: null },
  'account.change': { roles: ADMINISTRATOR, knownBy: null },
  'key.read': { roles: ADMINISTRATOR, knownBy: null },
  'key.issue': { roles: ADMINISTRATOR, knownBy: null },
  'key.revoke': { roles: ADMINISTRATOR, knownBy: null },
  /** All versions with their records and the audit trail's head. */
  export: { roles: { cityReviewer: OWN, analyst: OWN }, knownBy: null },
} as const satisfies Record<string, Row>;

/** Something that a person may be allowed to do. */
export type Act = keyof typeof TABLE;
