import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../server/domain/sha256.ts';
import { copyFolder, verifyTrail } from '../../server/store/archive/copy-folder.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { seed } from '../../server/store/seed.ts';
import type { Store } from '../../server/store/store.ts';
import { type Service, startService } from '../http/service.ts';
import { grant, type Signed, send, settle, signIn } from '../http/signed-in.ts';
import { openedRules } from '../opened-rules.ts';

let folder: string;
const at = (...path: string[]) => join(folder, ...path);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dixian-load-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const serving = (store: Store, settled: boolean) =>
  startService({
    store,
    rules: store,
    now: () => new Date('2019-05-01T00:00:00Z'),
    prepare: async (people) => {
      if (!settled) await settle(people, 'G-1', grant('countyEditor', '371525'));
    },
  });

/** An accident in the city and year of the example; made up. */
const claim = {
  ...{ id: 'a', jurisdiction: '371525', date: '2019-06-01' },
  claim: { type: 'accident', accident: { grades: [7] }, cost: { accidentMedical: 9000 } },
};

interface Saved {
  readonly id: string;
  readonly hash: string;
  readonly revision: number;
}

/** Somebody who saves one draft after another, and what was acknowledged to them. */
function saving(service: Service, who: Signed) {
  let busy = true;
  const saved: Saved[] = [];
  const done = (async () => {
    const begun = await send(service, 'POST', '/api/v1/drafts', { jurisdiction: '371525', date: '2019-07-01' }, who);
    const { id } = begun.json as { id: string };
    for (let revision = 1; busy; revision += 1) {
      const body = `# ${id} ${revision}\n`;
      const headers = { ...who, 'Content-Type': 'application/yaml', 'If-Match': `"${revision}"` };
      const { status } = await service.call(`/api/v1/drafts/${id}`, { method: 'PUT', headers, body });
      if (status === 200) saved.push({ id, hash: sha256(body), revision: revision + 1 });
      else throw new Error(`${status}`);
    }
  })();
  return {
    saved,
    stop: () => {
      busy = false;
      return done;
    },
  };
}

describe('a backup made while people save over HTTP', () => {
  it('comes back on an empty machine with everything acknowledged before it began, and serves; five times', async () => {
    const store = await openEmbedded(at('data'));
    await seed(store, await openedRules(join(import.meta.dirname, '../../rules'), false), {
      by: 'dixian',
      at: '2019-01-01T00:00:00Z',
    });
    const service = await serving(store, false);
    const who = await signIn(service, 'G-1');
    const paid = (await send(service, 'POST', '/api/v1/evaluations', claim)).text;
    const people = [saving(service, who), saving(service, who), saving(service, who)];
    try {
      for (let round = 1; round <= 5; round += 1) {
        while (people.some(({ saved }) => saved.length < 8 * round)) await new Promise((go) => setTimeout(go, 5));
        const before = people.map(({ saved }) => saved.at(-1));
        const { audit } = await copyFolder(at('data'), at(`backup-${round}`));
        await copyFolder(at(`backup-${round}`), at(`restored-${round}`), audit);
        const copy = await openEmbedded(at(`restored-${round}`));
        const restored = await serving(copy, true);
        for (const one of before) {
          const held = await copy.row('drafts', one?.id ?? '');
          expect(held?.revision ?? 0).toBeGreaterThanOrEqual(one?.revision ?? Number.NaN);
          expect(await copy.draftText(held?.row.textHash ?? '')).toMatch(`# ${one?.id}`);
        }
        await copy.scrubbed;
        expect(copy.damaged).toEqual([]);
        expect((await signIn(restored, 'G-1')).Cookie).not.toBe('');
        expect((await send(restored, 'POST', '/api/v1/evaluations', claim)).text).toBe(paid);
        await restored.stop();
        await copy.close();
        // Where the end that the service shows now was noted, the copy is told to be an old one.
        await expect(verifyTrail(at(`backup-${round}`), store.audit.head)).rejects.toMatchObject({
          code: 'headNotReached',
        });
      }
    } finally {
      await Promise.all(people.map(({ stop }) => stop()));
      await service.stop();
      await store.close();
    }
  });
});
