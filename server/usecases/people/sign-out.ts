import type { Person } from '../../access/identify.ts';
import { untilUnmoved } from '../office/attempts.ts';
import { accountSubject, entryOf, person } from './entry.ts';
import type { People } from './people.ts';
import { removed } from './sessions.ts';

/** Ends the session that somebody asks in; one that is over already is no fault. */
export async function signOut(people: People, { staffNumber, session }: Person): Promise<void> {
  await untilUnmoved(async () => {
    const held = await people.desk.row('sessions', session);
    if (held === null) return;
    const entry = entryOf(people, person(staffNumber), 'session.ended', accountSubject(staffNumber));
    await people.desk.act({ audit: [entry], rows: removed([held]) });
  });
  people.lives.end(session);
}
