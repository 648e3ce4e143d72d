import type { Person } from '../../access/identify.ts';
import { entryOf, person } from './entry.ts';
import type { People } from './people.ts';

/** Lines that one person causes in a minute; what they are refused beyond is counted with the strangers'. */
const MOST_LINES = 30;
const MINUTE = 60_000;

/**
 * Writes down that somebody who has signed in was refused something that their roles do not cover.
 * @param operation what they asked for, by the route's name; nothing of what they sent
 * @param code what they were answered
 */
export async function writeRefusal(
  people: People,
  { staffNumber }: Person,
  operation: string,
  code: string,
): Promise<void> {
  if (!mayHaveALine(people, staffNumber)) return people.strangers.refused(code, staffNumber);
  const on = { kind: 'operations', id: operation };
  const entry = entryOf(people, person(staffNumber), 'access.refused', on, { after: { code } });
  await people.desk.act({ audit: [entry] });
}

function mayHaveALine({ refusals, clock }: People, staffNumber: string): boolean {
  const before = refusals.get(staffNumber);
  const recent = before !== undefined && clock() - before.since < MINUTE ? before : { since: clock(), lines: 0 };
  recent.lines += 1;
  refusals.set(staffNumber, recent);
  return recent.lines <= MOST_LINES;
}
