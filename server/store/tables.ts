import type { Account } from '../workflow/account.ts';
import type { Draft } from '../workflow/draft.ts';
import type { IssuedKey } from '../workflow/issued-key.ts';
import type { KeptAnswer } from '../workflow/kept-answer.ts';
import type { Session } from '../workflow/session.ts';
import type { Task } from '../workflow/task.ts';

/** The rows that a store keeps beside published texts, by table. Each is plain JSON; an id is unique in its table. */
export interface Tables {
  readonly accounts: Account;
  readonly sessions: Session;
  readonly apiKeys: IssuedKey;
  readonly drafts: Draft;
  readonly tasks: Task;
  readonly answers: KeptAnswer;
}

/** The name of a table. */
export type TableName = keyof Tables;

/** Every table, for whatever goes through all of them. */
export const TABLES = [
  'accounts',
  'sessions',
  'apiKeys',
  'drafts',
  'tasks',
  'answers',
] as const satisfies readonly TableName[];
