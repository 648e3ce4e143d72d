import { afterEach, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import type { AppendFile, FileSystem } from '../../server/store/file-system.ts';
import type { Store } from '../../server/store/store.ts';
import { MemoryDisk } from '../store/memory-disk.ts';
import { entry } from '../store/publishing.ts';
import { example, type Received, type Service, startService } from './service.ts';
import { grant, type Signed, send, settle, signIn } from './signed-in.ts';

const [EDITOR, OTHER] = ['G-1', 'G-2'];
const SETTLED = 20;

/** A service on a disk whose trail does something before each flush. */
class OnSlowDisk {
  beforeFlush: () => Promise<void> | void = () => {};
  store!: Store;
  service!: Service;
  who!: Signed;
  readonly #disk = new MemoryDisk();

  async open(): Promise<this> {
    this.store = await openEmbedded('/data', { fs: this.#slow(), takeLock: () => () => {} });
    this.service = await startService({
      store: this.store,
      prepare: async (people) => {
        for (const one of [EDITOR, OTHER]) await settle(people, one, grant('countyEditor', '371525'));
      },
    });
    this.who = await signIn(this.service, EDITOR);
    return this;
  }

  begin(): Promise<Received> {
    const asked = { jurisdiction: '371525', date: '2019-07-01' };
    return send(this.service, 'POST', '/api/v1/drafts', asked, this.who);
  }

  async close(): Promise<void> {
    this.beforeFlush = () => {};
    await this.service.stop();
    await this.store.close();
  }

  #slow(): FileSystem {
    const { fs } = this.#disk;
    const openToAppend = async (path: string): Promise<AppendFile> => {
      const file = await fs.openToAppend(path);
      const flush = async () => {
        await this.beforeFlush();
        await file.flush();
      };
      return { ...file, flush };
    };
    return { ...fs, openToAppend };
  }
}

const opened: OnSlowDisk[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});
const office = async () => {
  const one = await new OnSlowDisk().open();
  opened.push(one);
  return one;
};

/** Begins a draft on a disk that is slow in some way, while claims are settled. @returns how many were, while it flushed */
async function settledMeanwhile(slow: (settled: () => number) => Promise<void> | void): Promise<number> {
  const one = await office();
  let [all, meanwhile] = [0, 0];
  let flushing = true;
  one.beforeFlush = async () => {
    const before = all;
    await slow(() => all - before);
    meanwhile = all - before;
    one.beforeFlush = () => {};
    flushing = false;
  };
  const begun = one.begin();
  while (flushing) {
    expect((await one.service.post(JSON.stringify(example))).status).toBe(200);
    all += 1;
  }
  expect((await begun).status).toBe(201);
  return meanwhile;
}

describe('a slow disk', () => {
  it('keeps nobody from having claims settled', async () => {
    // It ends once so many have been: were they kept waiting for it, it would never end.
    const until = async (settled: () => number) => {
      while (settled() < SETTLED) await new Promise((resolve) => setImmediate(resolve));
    };
    expect(await settledMeanwhile(until)).toBeGreaterThanOrEqual(SETTLED);
  });

  it('would, where the thread that settles waited for it: the negative control', async () => {
    const held = () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    expect(await settledMeanwhile(held)).toBeLessThan(SETTLED);
  });

  it('lets so many writes wait; the rest are told 503 and when to come again, and none that was acknowledged is lost', async () => {
    const one = await office();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    one.beforeFlush = () => held;
    const before = one.store.audit.head.lines;
    // Another's acts fill the places first, so that how soon requests come decides nothing.
    const waiting = Array.from({ length: 128 }, (_, n) => one.store.act({ audit: [entry(`n${n}`)] }));
    const refused = await Promise.all(Array.from({ length: 20 }, () => one.begin()));
    expect(new Set(refused.map(({ status, json }) => `${status} ${String(json.code)}`))).toEqual(
      new Set(['503 storeBusy']),
    );
    expect(refused.every(({ headers }) => headers.get('retry-after') === '1')).toBe(true);
    expect((await one.service.post(JSON.stringify(example))).status).toBe(200);
    release();
    await Promise.all(waiting);
    expect((await one.begin()).status).toBe(201);
    expect(one.store.audit.head.lines).toBe(before + 128 + 1);
    expect(await one.store.rows('drafts')).toHaveLength(1);
  });

  it('takes the last that still has a place: the negative control', async () => {
    const one = await office();
    const waiting = Array.from({ length: 127 }, (_, n) => one.store.act({ audit: [entry(`n${n}`)] }));
    expect((await one.begin()).status).toBe(201);
    await Promise.all(waiting);
  });
});
