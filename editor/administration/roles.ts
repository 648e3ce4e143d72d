import type { Grant } from '../api/administration.ts';

/** What somebody may be, as the service names it. */
export const ROLES = [
  'countyEditor',
  'countyReviewer',
  'cityEditor',
  'cityReviewer',
  'analyst',
  'administrator',
] as const satisfies readonly Grant['role'][];
