import type { Identity, Person } from '../../access/identify.ts';
import { refusalOf } from '../problem.ts';

/** The person who asks, on a route that only people may ask. @throws Refusal `personNeeded` */
export function personIn(identity: Identity): Person {
  if (identity.kind === 'person') return identity;
  throw refusalOf('personNeeded');
}
