import { join } from 'node:path';
import { seed } from '../../../server/store/seed.ts';
import type { Store } from '../../../server/store/store.ts';
import { root } from '../../house/sources.ts';
import { openedRules } from '../../opened-rules.ts';
import type { MemoryDisk } from '../../store/memory-disk.ts';
import { memoryStore, type Received, type Service, type ServiceOptions, startService } from '../service.ts';
import { Counter, type DraftJson, draftIn, type Someone, settleEverybody } from './counter.ts';

export { type DraftJson, draftIn, type Someone } from './counter.ts';

/** How the office of a test differs; `pool` and `proofThread` make the threads of texts and of proofs over the office's store. */
export type OfficeOptions = Omit<ServiceOptions, 'pool' | 'proofThread'> & {
  readonly pool?: (store: Store) => NonNullable<ServiceOptions['pool']>;
  readonly proofThread?: (store: Store) => NonNullable<ServiceOptions['proofThread']>;
  /** Where the store is; a new disk unless given. One that was used goes on as it is. */
  readonly disk?: MemoryDisk;
};

/** A service over a store with the city's rules and, unless said otherwise, samples, and everybody signed in. */
export class CountyOffice extends Counter {
  /** The instant it is; moved by hand. */
  now: Date;
  #service: Service | null = null;
  #store: Store | null = null;

  constructor(now = '2019-05-01T00:00:00Z') {
    super();
    this.now = new Date(now);
  }

  override get service(): Service {
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
    this.signOff();
    this.#service = await startService({
      ...options,
      ...(pool && { pool: pool(store) }),
      ...(proofThread && { proofThread: proofThread(store) }),
      store: seen(store),
      rules: store,
      now: () => this.now,
      prepare: async (all) => {
        if (!isNew) return;
        await settleEverybody(all);
      },
    });
    return this;
  }

  async close(): Promise<void> {
    await this.#service?.stop();
    await this.#store?.close();
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
