import { randomBytes } from 'node:crypto';
import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Person } from '../server/access/identify.ts';
import { textWork } from '../server/http/batch/text-task.ts';
import { workshopBy } from '../server/http/batch/text-workshop.ts';
import { openEmbedded } from '../server/store/embedded-store.ts';
import { openFolder } from '../server/store/folder-source.ts';
import { seed } from '../server/store/seed.ts';
import { WritingThread } from '../server/store/writing-thread.ts';
import { approveDraft } from '../server/usecases/drafts/approve.ts';
import type { HeldDraft } from '../server/usecases/drafts/change-draft.ts';
import { createDraft } from '../server/usecases/drafts/create.ts';
import { proveText } from '../server/usecases/drafts/prove-text.ts';
import { publishDraft } from '../server/usecases/drafts/publish.ts';
import { saveDraft } from '../server/usecases/drafts/save.ts';
import { submitDraft } from '../server/usecases/drafts/submit.ts';
import type { Office } from '../server/usecases/office/office.ts';
import { createAccount } from '../server/usecases/people/accounts.ts';
import { newPeople } from '../server/usecases/people/people.ts';
import { ProofMemory } from '../server/usecases/prove.ts';
import { RuleBook } from '../server/usecases/rule-book.ts';
import type { Role } from '../server/workflow/roles.ts';

/** The n-th of the counties that publish. */
export const county = (n: number): string => `3716${String(n).padStart(2, '0')}`;

const NOW = new Date('2019-05-01T00:00:00Z');

/**
 * Two people at work for many counties, over a store in a folder of its own, through the same use cases as HTTP. Every draft
 * is another county's: of one county's drafts the second would have to be looked at anew once the first is published.
 */
export class CountiesAtWork {
  readonly book: RuleBook;
  readonly #office: Office;
  readonly #close: () => Promise<void>;

  private constructor(office: Office, close: () => Promise<void>) {
    this.#office = office;
    this.book = office.book;
    this.#close = close;
  }

  /**
   * @param folder an empty one
   * @param counties how many there are, at most 99
   */
  static async open(root: string, folder: string, counties: number): Promise<CountiesAtWork> {
    const writer = new WritingThread(pathToFileURL(join(root, 'dist/writer.js')));
    const store = await openEmbedded(join(folder, 'data'), { writer });
    const rules = withCounties(root, join(folder, 'rules'), counties);
    await seed(store, await openFolder(rules, { samples: false }), {
      by: 'dixian',
      at: NOW.toISOString(),
    });
    const [book, now] = [new RuleBook(store), () => NOW];
    const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
    const scrypt = () => Promise.reject(new Error('nobody signs in'));
    const clock = () => performance.now();
    const people = newPeople({ desk: store, now, clock, random, scrypt, places: () => book.registry() });
    for (const { staffNumber, grants } of [WRITER, REVIEWER])
      await createAccount(people, { kind: 'system' }, { staffNumber, name: '某某人', grants });
    const proofs = { solver: null, memory: new ProofMemory(), whole: new ProofMemory(), pause: null };
    const here = textWork(book, () => proofs);
    const prove: Office['texts']['prove'] = async (_, asked) =>
      (await proveText(book, asked, { ...proofs, goOn: () => true })).grounds;
    const texts = workshopBy(here, prove);
    const newId = () => Buffer.from(random(16)).toString('base64url');
    return new CountiesAtWork({ desk: store, book, now, newId, texts, textBytes: 256 * 1024 }, () => store.close());
  }

  /** A draft of each county that waits for nothing but its publication, for the second half of the year. */
  async approved(count: number): Promise<HeldDraft[]> {
    const made: HeldDraft[] = [];
    for (let one = 0; one < count; one += 1) {
      const begun = await createDraft(this.#office, WRITER, { jurisdiction: county(one), date: '2019-07-01' });
      const saved = await saveDraft(this.#office, by(WRITER, begun), textOf(county(one)));
      const submitted = await submitDraft(this.#office, by(WRITER, saved), 'more is paid');
      const digest = submitted.row.submission?.documentDigest ?? '';
      made.push(await approveDraft(this.#office, by(REVIEWER, submitted), digest));
    }
    return made;
  }

  publish(draft: HeldDraft): Promise<HeldDraft> {
    return publishDraft(this.#office, by(REVIEWER, draft));
  }

  close(): Promise<void> {
    return this.#close();
  }
}

/** The city's rules in a folder of their own, with more counties than the city has. */
function withCounties(root: string, folder: string, count: number): string {
  cpSync(join(root, 'rules/371500'), join(folder, '371500'), { recursive: true });
  const more = Array.from({ length: count }, (_, n) => {
    return `  - {code: "${county(n)}", name: {zh: 县${n}, en: County ${n}}, parent: "371500"}\n`;
  });
  appendFileSync(join(folder, '371500/jurisdictions.yaml'), more.join(''));
  return folder;
}

const textOf = (jurisdiction: string) => `kind: Override
jurisdiction: "${jurisdiction}"
extends: "371500"
effective: {from: 2019-07-01, to: 2019-12-31}
reason: {zh: 提高待遇, en: more is paid}
standards:
  accident.medical: 20000
`;

const person = (staffNumber: string, role: Role): Person => ({
  ...{ kind: 'person', staffNumber, session: '' },
  grants: Array.from({ length: 99 }, (_, n) => ({ role, jurisdiction: county(n) })),
});
const WRITER = person('WRITER', 'countyEditor');
const REVIEWER = person('REVIEWER', 'countyReviewer');

const by = (identity: Person, { id, revision }: HeldDraft) => ({ identity, id, revision });
