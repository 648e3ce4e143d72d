import { hashOfToken, isToken, TOKEN_BYTES, type Token, tokenFrom } from '../../access/token.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Account } from '../../workflow/account.ts';
import { newHash } from './choose-password.ts';
import { accountSubject, accountValue, entryOf, person } from './entry.ts';
import type { People } from './people.ts';

/**
 * Opens the set-up where there is no account: makes the secret of its link, of which the process remembers only a hash.
 * @returns null where there are accounts
 */
export async function openSetUp(people: People): Promise<Token | null> {
  if ((await people.desk.rows('accounts')).length > 0) return null;
  const token = tokenFrom(people.random(TOKEN_BYTES));
  people.setUp.hash = hashOfToken(token);
  return token;
}

/** Who the first administrator is, and the secret of the link. */
export interface SetUpRequest {
  readonly token: Token;
  readonly staffNumber: string;
  readonly name: string;
  readonly password: string;
}

/**
 * Makes the first account, an administrator's. The link works once.
 * @throws Refusal `setUpDone`, `setUpTokenWrong`; what a password is refused with, and then the link is still good
 */
export async function setUp(people: People, { token, staffNumber, name, password }: SetUpRequest): Promise<Account> {
  if ((await people.desk.rows('accounts')).length > 0) refuse('setUpDone');
  if (!isToken(token) || hashOfToken(token) !== people.setUp.hash) refuse('setUpTokenWrong');
  const kept = await newHash(people, password, { staffNumber, name }, '/password');
  // Taken before the act, and given back where it fails: of two at once only one gets further.
  const { hash } = people.setUp;
  if (hash !== hashOfToken(token)) refuse('setUpDone');
  people.setUp.hash = null;
  const row: Account = {
    staffNumber,
    name,
    grants: [{ role: 'administrator', jurisdiction: null }],
    password: kept,
    invitation: null,
    epoch: 1,
    locked: false,
    createdAt: people.now().toISOString(),
  };
  const values = { after: accountValue(row) };
  const by = person(staffNumber, 'administrator');
  const entry = entryOf(people, by, 'account.setUp', accountSubject(staffNumber), values);
  try {
    await people.desk.act({ audit: [entry], rows: [{ table: 'accounts', id: staffNumber, expects: 0, row }] });
  } catch (error) {
    people.setUp.hash = hash;
    throw error;
  }
  return row;
}
