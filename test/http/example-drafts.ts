import { join } from 'node:path';
import type { Identity } from '../../server/access/identify.ts';
import { textWork } from '../../server/http/batch/text-task.ts';
import { workshopBy } from '../../server/http/batch/text-workshop.ts';
import { seed } from '../../server/store/seed.ts';
import type { Store } from '../../server/store/store.ts';
import { approveDraft } from '../../server/usecases/drafts/approve.ts';
import type { HeldDraft } from '../../server/usecases/drafts/change-draft.ts';
import { commentOnDraft } from '../../server/usecases/drafts/comment.ts';
import { createDraft } from '../../server/usecases/drafts/create.ts';
import { proveText } from '../../server/usecases/drafts/prove-text.ts';
import { publishDraft } from '../../server/usecases/drafts/publish.ts';
import { saveDraft } from '../../server/usecases/drafts/save.ts';
import { submitDraft } from '../../server/usecases/drafts/submit.ts';
import type { Office } from '../../server/usecases/office/office.ts';
import type { People } from '../../server/usecases/people/people.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { root } from '../house/sources.ts';
import { openedRules } from '../opened-rules.ts';
import { taskOf } from '../store/tasks.ts';
import { guan } from './drafts/county-office.ts';
import { memoryStore, sharedMemory } from './service.ts';

/** A store with the city's rules, for the examples of drafts. */
export async function draftStore(): Promise<Store> {
  const store = await memoryStore();
  await seed(store, await openedRules(join(root, 'rules')), {
    by: 'dixian',
    at: '2019-01-01T00:00:00Z',
  });
  return store;
}

/** Drafts in every state, under ids of one letter: see the examples of requests. */
export async function exampleDrafts(store: Store, people: People): Promise<void> {
  const book = new RuleBook(store);
  const proofs = { solver: null, memory: sharedMemory, whole: sharedMemory, pause: null };
  const work = textWork(book, () => proofs);
  let letter = '';
  const office: Office = {
    ...{ desk: store, book, now: people.now, textBytes: 256 * 1024, newId: () => letter.repeat(22) },
    texts: workshopBy(work, async (_, asked) => {
      return (await proveText(book, asked, { ...proofs, goOn: () => true })).grounds;
    }),
  };
  const person = (staffNumber: string): Identity => ({ kind: 'person', staffNumber, grants: [], session: '' });
  const [editor, reviewer] = [person('LC-1021'), person('LC-1077')];
  const upon = ({ id, revision }: HeldDraft, identity: Identity) => ({ identity, id, revision });
  const begun = async (id: string, text: string) => {
    letter = id;
    const draft = await createDraft(office, editor, { jurisdiction: '371525', date: '2019-08-01' });
    return saveDraft(office, upon(draft, editor), text);
  };
  const sent = async (id: string, text: string) =>
    submitDraft(office, upon(await begun(id, text), editor), '与承保机构谈妥');
  const agreed = async (id: string, text: string) => {
    const draft = await sent(id, text);
    return approveDraft(office, upon(draft, reviewer), draft.row.submission?.documentDigest ?? '');
  };
  const raised = guan('  accident.medical: 8000', '{from: 2019-08-01, to: 2019-08-31}');
  for (const id of ['w', 'd', 'u']) await begun(id, raised);
  for (const id of ['s', 'r', 't']) await sent(id, raised);
  const commented = await sent('m', raised);
  letter = 'k';
  await commentOnDraft(office, upon(commented, reviewer), { standard: 'accident.medical', text: '请附协议' });
  await agreed('a', guan('  accident.medical: 8000', '{from: 2019-10-01, to: 2019-10-31}'));
  const scheduled = await agreed('v', guan('  accident.medical: 7000', '{from: 2019-12-01, to: 2019-12-31}'));
  letter = 'z';
  await publishDraft(office, upon(scheduled, reviewer));
  const at = people.now().toISOString();
  const entry = {
    at,
    by: { kind: 'system' },
    act: 'task.made',
    on: null,
    before: null,
    after: null,
    reason: null,
  } as const;
  await store.act({ audit: [entry], rows: [{ table: 'tasks', id: 'q'.repeat(22), expects: 0, row: taskOf('1.0.0') }] });
}
