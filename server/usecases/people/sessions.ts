import type { Identity, Person } from '../../access/identify.ts';
import { hashOfToken, isToken, TOKEN_BYTES, type Token, tokenFrom } from '../../access/token.ts';
import type { Finding } from '../../domain/finding.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Held, RowChange } from '../../store/desk.ts';
import type { Account } from '../../workflow/account.ts';
import { leftOf, type Session } from '../../workflow/session.ts';
import { account } from './accounts.ts';
import { accountSubject, entryOf } from './entry.ts';
import type { People } from './people.ts';
import { LONGEST_SESSION } from './session-lives.ts';

/** Sessions of one person at once; beyond them the oldest ends. */
const MOST_SESSIONS = 10;

const ENDED: Finding = Object.freeze({ code: 'sessionEnded', severity: 'error', args: Object.freeze({}) });

/**
 * Who has the token of a session, as their account stands at this moment: a lock, a password or a role that was changed
 * before counts already.
 * @returns `sessionEnded` where it is no session's, or the session is over
 */
export async function personOf(people: People, token: Token): Promise<Identity | Finding> {
  if (!isToken(token)) return ENDED;
  const id = hashOfToken(token);
  const session = await people.desk.row('sessions', id);
  if (session === null) return ENDED;
  const { staffNumber, epoch } = session.row;
  const account = await people.desk.row('accounts', staffNumber);
  if (account === null || account.row.locked || account.row.epoch !== epoch) return ENDED;
  if (!people.lives.use(id, leftOf(session.row, people.now()))) {
    await forget(people, session);
    return ENDED;
  }
  return { kind: 'person', staffNumber, grants: account.row.grants, session: id };
}

/**
 * Somebody's session and account.
 * @throws Refusal `sessionEnded`, `accountUnknown` where one is gone meanwhile
 */
export async function ownSession(
  people: Pick<People, 'desk'>,
  { staffNumber, session: id }: Person,
): Promise<{ readonly session: Session; readonly account: Account }> {
  const { row: session } = (await people.desk.row('sessions', id)) ?? refuse('sessionEnded');
  const { row: own } = await account(people, staffNumber);
  return { session, account: own };
}

/** A session as it is to begin: its token, and what changes in the store. */
export interface NewSession {
  readonly token: Token;
  readonly id: string;
  readonly session: Session;
  readonly rows: readonly RowChange[];
}

/**
 * A new session of an account, under a token that nobody has seen before. The rows end the one that it comes in the place of,
 * those that are over, and the oldest where there are too many.
 * @param replaces the token that was shown; whatever it is, it is not used again
 */
export async function newSession(people: People, account: Account, replaces: Token | null): Promise<NewSession> {
  const begun = people.now();
  const token = tokenFrom(people.random(TOKEN_BYTES));
  const session: Session = {
    staffNumber: account.staffNumber,
    epoch: account.epoch,
    begun: begun.toISOString(),
    expires: new Date(begun.getTime() + LONGEST_SESSION).toISOString(),
  };
  const own = await sessionsOf(people, account.staffNumber);
  const replaced = replaces === null ? null : hashOfToken(replaces);
  const isOver = ({ id, row }: Held<Session>) =>
    id === replaced || row.epoch !== account.epoch || isExpired(people, id, row);
  const going = own.filter((one) => !isOver(one)).sort((a, b) => (a.row.begun < b.row.begun ? 1 : -1));
  const over = [...own.filter(isOver), ...going.slice(MOST_SESSIONS - 1)];
  const id = hashOfToken(token);
  return { token, id, session, rows: [...removed(over), { table: 'sessions', id, expects: 0, row: session }] };
}

/** Whether a session is over by what its row says; by the clock that only rises, where that has met it. */
export function isExpired({ lives, now }: Pick<People, 'lives' | 'now'>, id: string, row: Session): boolean {
  return leftOf(row, now()) === 0 && !lives.isGoing(id);
}

/** All sessions of an account. */
export async function sessionsOf({ desk }: People, staffNumber: string): Promise<readonly Held<Session>[]> {
  return (await desk.rows('sessions')).filter(({ row }) => row.staffNumber === staffNumber);
}

/** What removes sessions. */
export function removed(sessions: readonly Held<Session>[]): readonly RowChange[] {
  return sessions.map(({ id, revision }) => ({ table: 'sessions', id, expects: revision, row: null }));
}

/** A session that nobody used is taken away; where that fails it is over all the same, and tried again when it is met. */
async function forget(people: People, session: Held<Session>): Promise<void> {
  const on = accountSubject(session.row.staffNumber);
  const entry = entryOf(people, { kind: 'system' }, 'session.expired', on);
  try {
    await people.desk.act({ audit: [entry], rows: removed([session]) });
    people.lives.end(session.id);
  } catch {
    // Told of nowhere: whoever asks is answered that the session is over, which is true.
  }
}
