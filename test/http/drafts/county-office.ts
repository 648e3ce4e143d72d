import { join } from 'node:path';
import { seed } from '../../../server/store/seed.ts';
import type { Store } from '../../../server/store/store.ts';
import { root } from '../../house/sources.ts';
import { openedRules } from '../../opened-rules.ts';
import type { MemoryDisk } from '../../store/memory-disk.ts';
import { memoryStore, type Received, type Service, type ServiceOptions, startService } from '../service.ts';
import { grant, type Signed, send, settle, signIn } from '../signed-in.ts';

/** The people of the tests: two editors and two reviewers of Guan County, people of Shen County and of the city. */
const people = {
  'G-ED1': [grant('countyEditor', '371525')],
  'G-ED2': [grant('countyEditor', '371525')],
  'G-RE1': [grant('countyReviewer', '371525')],
  'G-RE2': [grant('countyReviewer', '371525')],
  'G-BOTH': [grant('countyEditor', '371525'), grant('countyReviewer', '371525')],
  'S-ED': [grant('countyEditor', '371522')],
  'S-RE': [grant('countyReviewer', '371522')],
  'C-ED': [grant('cityEditor', '371500')],
  'C-RE': [grant('cityReviewer', '371500')],
  'C-RE2': [grant('cityReviewer', '371500')],
  'A-N': [grant('analyst')],
  'A-D': [grant('administrator')],
} as const;

/** How the office of a test differs; `pool` and `proofThread` make the threads of texts and of proofs over the office's store. */
export type OfficeOptions = Omit<ServiceOptions, 'pool' | 'proofThread'> & {
  readonly pool?: (store: Store) => NonNullable<ServiceOptions['pool']>;
  readonly proofThread?: (store: Store) => NonNullable<ServiceOptions['proofThread']>;
  /** Where the store is; a new disk unless given. One that was used goes on as it is. */
  readonly disk?: MemoryDisk;
};

/** Somebody of the tests. */
export type Someone = keyof typeof people;

/** A draft as answers tell of it, as far as tests look at it. */
export interface DraftJson {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly text: string;
  readonly textHash: string;
  readonly publication: { readonly version: string } | null;
  readonly submission: {
    readonly documentDigest: string;
    readonly version: string;
    readonly class: string;
    readonly missing: readonly { readonly as: string; readonly because: readonly string[] }[];
    readonly needed: readonly { readonly as: string; readonly because: readonly string[] }[];
    readonly warnings: readonly { readonly code: string; readonly message: string }[];
    readonly changes: readonly { readonly fingerprint: string; readonly seenBefore: boolean }[];
    readonly overtakes: readonly { readonly jurisdiction: string; readonly standards: readonly string[] }[];
  } | null;
  readonly gates: readonly {
    readonly gate: string;
    readonly passed: boolean;
    readonly result: string;
    readonly evidence?: string;
  }[];
}

/** A service over a store with the city's rules and, unless said otherwise, samples, and everybody signed in. */
export class CountyOffice {
  /** The instant it is; moved by hand. */
  now: Date;
  readonly #signed = new Map<Someone, Signed>();
  #service: Service | null = null;
  #store: Store | null = null;

  constructor(now = '2019-05-01T00:00:00Z') {
    this.now = new Date(now);
  }

  get service(): Service {
    if (this.#service === null) throw new Error('not opened');
    return this.#service;
  }

  get store(): Store {
    if (this.#store === null) throw new Error('not opened');
    return this.#store;
  }

  /**
   * @param options `rules`: what the store begins with; the city's unless given
   * @param seen what the service sees of the store; all of it unless given
   */
  async open(
    { samples = false, pool, proofThread, disk, ...options }: OfficeOptions = {},
    seen = (store: Store) => store,
  ): Promise<this> {
    const store = await memoryStore(disk);
    const isNew = store.records().length === 0;
    if (isNew) {
      const rules = options.rules ?? (await openedRules(join(root, 'rules'), samples));
      await seed(store, rules, { by: 'dixian', at: '2019-01-01T00:00:00Z' });
    }
    this.#store = store;
    this.#signed.clear();
    this.#service = await startService({
      ...options,
      ...(pool && { pool: pool(store) }),
      ...(proofThread && { proofThread: proofThread(store) }),
      store: seen(store),
      rules: store,
      now: () => this.now,
      prepare: async (all) => {
        if (!isNew) return;
        for (const [staffNumber, grants] of Object.entries(people)) await settle(all, staffNumber, ...grants);
      },
    });
    return this;
  }

  async close(): Promise<void> {
    await this.#service?.stop();
    await this.#store?.close();
  }

  /** The headers of somebody who has signed in. */
  async as(someone: Someone): Promise<Signed> {
    const known = this.#signed.get(someone) ?? (await signIn(this.service, someone));
    this.#signed.set(someone, known);
    return known;
  }

  /** Sends something as somebody. */
  async send(
    someone: Someone,
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Received> {
    return send(this.service, method, `/api/v1${path}`, body, { ...(await this.as(someone)), ...headers });
  }

  /** Begins a draft. */
  async begin(someone: Someone, asked: Readonly<Record<string, string>>): Promise<DraftJson> {
    return draftIn(await this.send(someone, 'POST', '/drafts', asked), 201);
  }

  /** Does something to a draft upon the revision it has in hand. */
  change(
    someone: Someone,
    { id, revision }: Pick<DraftJson, 'id' | 'revision'>,
    what: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Received> {
    return this.send(someone, 'POST', `/drafts/${id}/${what}`, body, { 'If-Match': `"${revision}"`, ...headers });
  }

  /** Saves a text. */
  async save(someone: Someone, { id, revision }: Pick<DraftJson, 'id' | 'revision'>, text: string): Promise<Received> {
    const headers = { ...(await this.as(someone)), 'Content-Type': 'application/yaml', 'If-Match': `"${revision}"` };
    return this.service.call(`/api/v1/drafts/${id}`, {
      method: 'PUT',
      body: text,
      headers: { 'Accept-Language': 'en', ...headers },
    });
  }

  /** A draft with this text, submitted. */
  async submitted(someone: Someone, text: string, jurisdiction = '371525'): Promise<DraftJson> {
    const begun = await this.begin(someone, { jurisdiction, date: '2019-07-01' });
    const saved = draftIn(await this.save(someone, begun, text));
    return draftIn(await this.change(someone, saved, 'submission', { reason: 'more is paid' }));
  }

  /** The same, approved by one person. */
  async approved(someone: Someone, approver: Someone, text: string, jurisdiction?: string): Promise<DraftJson> {
    const draft = await this.submitted(someone, text, jurisdiction);
    return draftIn(await this.change(approver, draft, 'approvals', { digest: draft.submission?.documentDigest }));
  }

  /** What the audit trail holds, as acts. */
  async acts(): Promise<readonly string[]> {
    const acts: string[] = [];
    for await (const { entry } of this.store.audit.read()) acts.push(entry.act);
    return acts;
  }
}

/** The draft of an answer. */
export function draftIn({ status, json, text }: Received, wanted = 200): DraftJson {
  if (status !== wanted) throw new Error(`${status} ${text}`);
  return json as unknown as DraftJson;
}

/** What an answer was, in short: its status, and the code of a problem. */
export function outcome({ status, json }: Received): string {
  return status < 300 ? `${status}` : `${status} ${String(json.code)}`;
}

/** A text of Guan County. */
export const guan = (figures: string, effective = '{from: 2019-07-01, to: 2019-12-31}') => `# 冠县 · Guan
kind: Override
jurisdiction: "371525"
extends: "371500"
effective: ${effective}
reason: {zh: 提高待遇, en: more is paid}
standards:
  # 自己的数字 · its own figures
${figures}
`;
