import type { SampleOffice } from '../../../schemas/generated/documents.ts';
import type { Solver } from '../../analysis/proof/solver.ts';
import { refuse } from '../../domain/refusal.ts';
import { consequencesOf } from '../drafts/consequences.ts';
import { examine } from '../drafts/examination.ts';
import { liftedDrafts } from '../drafts/lifted-drafts.ts';
import { meaningOf } from '../drafts/meaning.ts';
import { proveText } from '../drafts/prove-text.ts';
import type { Office } from '../office/office.ts';
import { newAccountIn } from '../people/account-request.ts';
import { createAccount } from '../people/accounts.ts';
import { acceptInvitation } from '../people/choose-password.ts';
import { person } from '../people/entry.ts';
import type { People } from '../people/people.ts';
import { openSetUp, setUp } from '../people/set-up.ts';
import { ProofMemory } from '../prove.ts';
import type { RuleBook } from '../rule-book.ts';
import { playDraft } from './play-draft.ts';

/**
 * What became of a sample office: `played` to the end just now; `kept`: it was before; `stopped`: an earlier start ended in the
 * middle of it, and what was missing then is left out; `none`: there are people, but other ones.
 */
export type Played = 'played' | 'kept' | 'stopped' | 'none';

/**
 * Plays a sample office in a folder without accounts: each step as the person who is named, by the use cases of their
 * requests. The administrator's account comes first and in one act: wherever the process ends, either nothing has been done
 * and the next start plays it, or somebody can sign in.
 * @throws Refusal whatever a step is refused with
 */
export async function playOffice(people: People, office: Office, sample: SampleOffice): Promise<Played> {
  const known = await people.desk.rows('accounts');
  if (known.length > 0) return standing(people, sample);
  const token = (await openSetUp(people)) ?? refuse('setUpDone');
  const administrator = await setUp(people, { token, ...sample.administrator });
  const by = person(administrator.staffNumber, 'administrator');
  const places = await people.places();
  for (const { password, ...wish } of sample.accounts) {
    const { invitation } = await createAccount(people, by, newAccountIn(wish, places));
    if (invitation !== null) await acceptInvitation(people, { token: invitation.token, password });
  }
  for (const [index, draft] of sample.drafts.entries()) await playDraft(office, draft, index + 1);
  return 'played';
}

/** How far an earlier start came. Drafts are never taken away: fewer than are told of have not all been begun. */
async function standing({ desk }: People, { administrator, accounts, drafts }: SampleOffice): Promise<Played> {
  if ((await desk.row('accounts', administrator.staffNumber)) === null) return 'none';
  const rows = await Promise.all(accounts.map(({ staffNumber }) => desk.row('accounts', staffNumber)));
  const isWhole = rows.every((held) => held !== null) && (await desk.rows('drafts')).length >= drafts.length;
  return isWhole ? 'kept' : 'stopped';
}

/** What the steps are done with while nobody else works here: texts and proofs in this thread. */
export function sampleWorkplace(
  { desk, now, random }: People,
  book: RuleBook,
  textBytes: number,
  solver: Solver | null,
): Office {
  const options = { solver, memory: new ProofMemory(), goOn: () => true };
  return {
    ...{ desk, book, now, textBytes },
    newId: () => Buffer.from(random(16)).toString('base64url'),
    texts: {
      examine: (asked) => examine(book, asked),
      meaning: async (asked) => meaningOf(asked),
      consequences: (asked) => consequencesOf(book, asked),
      lift: (asked, aside) => liftedDrafts(book, asked, aside),
      prove: async (_, asked) => (await proveText(book, asked, options)).grounds,
    },
  };
}
