import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { addDays } from '../server/domain/dates.ts';
import { digestOfPair, effectivePairs } from '../server/rulesets/effective-pairs.ts';
import { byDigest, byVersion, inForce } from '../server/rulesets/in-force.ts';
import type { PublicationRecord } from '../server/rulesets/publication.ts';
import { openEmbedded } from '../server/store/embedded-store.ts';
import { EffectiveDigests } from '../server/usecases/effective-digests.ts';
import { numbers } from './claims.ts';
import { CITY_VERSIONS, COUNTIES, fillDataFolder, OVERRIDES } from './many-versions.ts';
import { measure, median } from './rounds.ts';
import { type Row, row, wanted } from './rows.ts';

/** Look-ups in one round. */
const LOOKUPS = 10_000;

const cityOf = () => ['371500'];

/** A data folder of 10,000 versions: how long a start takes, in how much memory, and how quick look-ups are. */
export async function versions(root: string, quick: boolean): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dixian-versions-'));
  try {
    await fillDataFolder(folder, root);
    const starts: Start[] = [];
    for (let turn = 0; turn < (quick ? 2 : 7); turn += 1) starts.push(await start(root, folder, turn === 0));
    const [first] = starts;
    const time = median(starts.slice(1).map(({ milliseconds }) => milliseconds));
    const memory = Math.max(...starts.map(({ megabytes }) => megabytes));
    return [
      row('versions: published', CITY_VERSIONS + OVERRIDES, ''),
      wanted('versions: process start to first answer', time, '< 2,000 ms', (found) => found < 2_000, 'ms'),
      row('versions: processor time of it, all threads', median(starts.slice(1).map(({ busy }) => busy)), 'ms'),
      wanted('versions: memory at the first answer', memory, '< 300 MB', (found) => found < 300, 'MB'),
      wanted(
        'versions: most memory, every text held to its hash',
        first?.peak ?? Number.NaN,
        '< 300 MB',
        (found) => found < 300,
        'MB',
      ),
      ...(await lookUps(folder, quick)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a start came to. */
interface Start {
  /** From starting the process to its first answer. */
  readonly milliseconds: number;
  /** Milliseconds that its threads were at work by then: what a busy machine cannot stretch as much. */
  readonly busy: number;
  /** Resident then. */
  readonly megabytes: number;
  /** The most that was resident; only looked at where asked for, after some seconds. */
  readonly peak: number;
}

/** Starts the service over a data folder and asks for one evaluation. */
async function start(root: string, folder: string, stays: boolean): Promise<Start> {
  const since = process.hrtime.bigint();
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DIXIAN_DATA: folder };
  const child = spawn(process.execPath, [join(root, 'server/dixian.mjs'), 'serve'], { cwd: root, env });
  let said = '';
  let complaints = '';
  child.stderr.on('data', (chunk) => (complaints += chunk));
  while (!/http:\S+/.test(said)) said += String((await once(child.stdout, 'data'))[0]);
  const address = /http:\S+/.exec(said)?.[0] ?? '';
  const claim = { type: 'inpatient', hospital: { level: 2 }, cost: { inScope: 20_000 } };
  const body = JSON.stringify({ id: 'bench', jurisdiction: '371525', date: '2019-08-01', claim });
  const init = { method: 'POST', body, headers: { 'Content-Type': 'application/json' } };
  const answer = await fetch(`${address}/api/v1/evaluations`, init);
  const settled = (await answer.json()) as { readonly ruleSet?: { readonly version: string | null } };
  const milliseconds = Number(process.hrtime.bigint() - since) / 1e6;
  const [busy, megabytes] = [processorTime(child.pid), resident(child.pid, 'VmRSS')];
  if (answer.status !== 200 || !settled.ruleSet?.version) throw new Error(`no answer by an override: ${answer.status}`);
  if (stays) await wait(5_000);
  const peak = resident(child.pid, 'VmHWM');
  child.kill('SIGTERM');
  await once(child, 'close');
  if (complaints !== '') throw new Error(complaints);
  return { milliseconds, busy, megabytes, peak };
}

/** Milliseconds of user and system time, from the kernel's ticks of 10 ms. */
function processorTime(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** Megabytes of a process, as the kernel counts. */
function resident(pid: number | undefined, what: 'VmRSS' | 'VmHWM'): number {
  const kilobytes = new RegExp(`^${what}:\\s*(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

async function lookUps(folder: string, quick: boolean): Promise<readonly Row[]> {
  const opening = process.hrtime.bigint();
  const store = await openEmbedded(folder, { readOnly: true });
  const opened = Number(process.hrtime.bigint() - opening) / 1e6;
  const records = store.records();
  const indexing = process.hrtime.bigint();
  for (const code of ['371500', ...COUNTIES]) inForce(records, code, '2019-08-01');
  const indexed = Number(process.hrtime.bigint() - indexing) / 1e6;
  const next = numbers(2_019);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const asked = Array.from({ length: LOOKUPS }, () => {
    const { jurisdiction, version, digest } = pick(records);
    return { jurisdiction, version, digest, date: addDays('1990-01-01', Math.floor(next() * 18_000)) as string };
  });
  let sink = 0;
  const over = (name: string, find: (one: (typeof asked)[number]) => PublicationRecord | null) => ({
    name: `versions: look-up ${name}`,
    round() {
      for (const one of asked) sink += find(one)?.sequence ?? 0;
      return asked.length;
    },
  });
  const measured = await measure(
    [
      over('by date', ({ jurisdiction, date }) => inForce(records, jurisdiction, date)),
      over('by version', ({ jurisdiction, version }) => byVersion(records, jurisdiction, version)),
      over('by digest', ({ digest }) => byDigest(records, digest)),
      over('by date, as known at an instant', ({ jurisdiction, date }) =>
        inForce(records, jurisdiction, date, '1989-08-01T00:00:00Z'),
      ),
    ],
    quick ? 5 : 21,
  );
  if (sink === 0) throw new Error('nothing was found');
  return [
    row('versions: opening the store', opened, 'ms'),
    row('versions: indexing', indexed, 'ms'),
    ...measured.map(({ name, median: time }, index) =>
      index < 3 ? wanted(name, time / 1_000, '< 10 µs', (found) => found < 10, 'µs') : row(name, time / 1_000, 'µs'),
    ),
    ...(await searches(records)),
  ];
}

/** Effective digests: of the pair that is searched last among those of one time, of none at all, and asked for again. */
async function searches(records: readonly PublicationRecord[]): Promise<readonly Row[]> {
  const digests = new EffectiveDigests();
  let [last, pairs] = ['', 0];
  for (const pair of effectivePairs(records, cityOf)) {
    if (pair.override !== null && pair.base.effective.from.slice(0, 4) !== pair.override.effective.from.slice(0, 4))
      break;
    last = digestOfPair(pair);
    pairs += 1;
  }
  const inTime = await searched(() => digests.find(records, cityOf, last));
  const again = await searched(() => digests.find(records, cityOf, last));
  const none = await searched(() => digests.find(records, cityOf, `sha256:${'0'.repeat(64)}`));
  const idle = await searched(() => wait(none.milliseconds));
  return [
    row('versions: pairs of texts of one time', pairs, ''),
    row('versions: effective digest, the last of these', inTime.milliseconds, 'ms'),
    row('versions: effective digest, met before', again.milliseconds * 1_000, 'µs'),
    row(`versions: effective digest, in none of ${OVERRIDES * CITY_VERSIONS} pairs`, none.milliseconds, 'ms'),
    wanted('versions: longest hold of the event loop meanwhile', none.longest, '< 10 ms', (found) => found < 10, 'ms'),
    row('versions: the same while nothing is searched', idle.longest, 'ms'),
  ];
}

/** How long a search takes, and the longest that other work had to wait. */
async function searched(find: () => Promise<unknown>): Promise<{ milliseconds: number; longest: number }> {
  let [over, longest, turn] = [false, 0, performance.now()];
  const other = () => {
    const now = performance.now();
    longest = Math.max(longest, now - turn);
    turn = now;
    if (!over) setImmediate(other);
  };
  const since = performance.now();
  setImmediate(other);
  await find();
  over = true;
  return { milliseconds: performance.now() - since, longest };
}
