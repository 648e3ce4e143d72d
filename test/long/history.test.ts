import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { dice, publishedBy, RandomPeople } from '../http/drafts/random-people.ts';
import { explained } from '../http/drafts/recorded-history.ts';
import { OfficeProcess, officeIn } from './office-process.ts';

/** `RUNS=n SECONDS=n` make more or fewer, longer or shorter ones; `SEED=n` makes the same again as far as time allows. */
const { RUNS = '50', SECONDS = '30', SEED = String(Date.now() % 1_000_000) } = process.env;

let folder: string;
let program: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dixian-history-'));
  program = await officeIn(folder);
});
const total = {
  histories: 0,
  drafts: 0,
  versions: 0,
  kills: 0,
  flushes: 0,
  clocks: 0,
  done: 0,
  refused: 0,
  unknown: 0,
};
afterAll(() => {
  console.log(`histories of ${SECONDS} s from seed ${SEED}: ${JSON.stringify(total)}`);
  rmSync(folder, { recursive: true });
});

const opened: OfficeProcess[] = [];
afterEach(async () => {
  for (const office of opened.splice(0)) await office.kill();
});

/** The parts of a version's number. */
const parts = (version: string) => version.split('.').map(Number);
const isAbove = (one: string, other: string) => {
  const [a, b] = [parts(one), parts(other)];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
};

/** What a data folder holds after all: every text in its order, each number above the one before. */
async function heldBy(data: string): Promise<readonly string[]> {
  const store = await openEmbedded(data);
  await store.scrubbed;
  expect(store.damaged).toEqual([]);
  const records = store.records().filter(({ jurisdiction }) => jurisdiction === '371525');
  for (const [index, { sequence, version }] of records.entries()) {
    const before = records[index - 1];
    if (before !== undefined)
      expect([sequence > before.sequence, isAbove(version, before.version)]).toEqual([true, true]);
  }
  const texts = await Promise.all(records.map((record) => store.text(record)));
  await store.close();
  return texts;
}

describe('histories of several people at a service of its own that is killed, whose disk fails, whose clock is moved', () => {
  it.each(Array.from({ length: Number(RUNS) }, (_, index) => index + 1))(
    'are each explained, number %i',
    async (round) => {
      const roll = dice(Number(SEED) + round);
      const office = new OfficeProcess(program, join(folder, `data-${round}`), roll);
      const people = new RandomPeople(office, office, roll);
      opened.push(office);
      await office.open();
      await people.arrive();
      const published: string[] = [];
      for (const until = performance.now() + 1000 * Number(SECONDS); performance.now() < until; total.drafts += 1) {
        const text = publishedBy(await people.history());
        if (text !== null) published.push(text);
      }
      await office.kill();
      expect(await heldBy(join(folder, `data-${round}`))).toEqual(published);
      total.histories += 1;
      total.versions += published.length;
      for (const [name, count] of [...Object.entries(office.befallen), ...Object.entries(people.counted)]) {
        total[name as keyof typeof total] += count;
      }
    },
  );

  it('are such in which something comes about', () => {
    expect(Math.min(total.kills, total.done)).toBeGreaterThan(0);
    if (total.histories >= 10) expect(total.versions).toBeGreaterThan(0);
  });

  it('are not where renames come late: the negative control', async () => {
    const roll = dice(Number(SEED));
    const office = new OfficeProcess(program, join(folder, 'late'), roll, true);
    const people = new RandomPeople(office, office, roll);
    opened.push(office);
    await office.open();
    await people.arrive();
    const found = async () => {
      for (let draft = 1; draft <= 20; draft += 1) {
        if (typeof explained(await people.history()) === 'string') return 'unexplained';
      }
      return 'explained';
    };
    const what = await found().catch(() => 'lost, or does not open');
    expect(what).not.toBe('explained');
  });
});
