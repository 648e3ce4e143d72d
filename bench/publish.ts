import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { evaluationText } from '../server/http/evaluation-bytes.ts';
import { type Evaluate, evaluator } from '../server/usecases/evaluate.ts';
import type { RuleBook } from '../server/usecases/rule-book.ts';
import { DATE, inpatientClaims } from './claims.ts';
import { CountiesAtWork, county } from './office.ts';
import { median } from './rounds.ts';
import { type Row, row, wanted } from './rows.ts';

/** Publications a second beside which claims are evaluated. */
const A_SECOND = 50;

/** Milliseconds of one count of evaluations, and publications that are due in it. */
const SLICE = 200;
const IN_A_SLICE = (A_SECOND * SLICE) / 1_000;

/** Bytes of the write that a publication is held to: a file as large as faults were measured with. */
const SAFE_BYTES = 16 * 1024;

/** Publications that only warm up. */
const WARM_UP = 10;

/** Claims evaluated between two looks at everything else. */
const AT_A_TIME = 10;

/** What publications cost: the time to their acknowledgement, and what evaluations beside them lose. */
export async function publishing(root: string, quick: boolean): Promise<readonly Row[]> {
  const rounds = quick ? 3 : 15;
  return [
    ...(await acknowledged(root, quick ? 20 : 80)),
    ...(await besideEvaluations(root, rounds, { explain: false })),
    ...(await besideEvaluations(root, rounds, { explain: true })),
  ];
}

/** One publication after another, each beside one safe write in the same folder. */
async function acknowledged(root: string, count: number): Promise<readonly Row[]> {
  return inFolder(async (folder) => {
    const counties = await CountiesAtWork.open(root, folder, count + WARM_UP);
    const drafts = await counties.approved(count + WARM_UP);
    const [publications, writes, own]: [number[], number[], number[]] = [[], [], []];
    const bytes = Buffer.alloc(SAFE_BYTES, 'x');
    for (const draft of drafts) {
      const [start, worked] = [performance.now(), ownTime()];
      const { row: made } = await counties.publish(draft);
      const between = performance.now();
      own.push(ownTime() - worked);
      await safeWrite(folder, bytes);
      const end = performance.now();
      const version = made.publication?.version;
      if (!counties.book.records().some((one) => one.jurisdiction === made.jurisdiction && one.version === version))
        throw new Error('what was acknowledged is not there');
      publications.push(between - start);
      writes.push(end - between);
    }
    await counties.close();
    const [took, one] = [publications.slice(WARM_UP), writes.slice(WARM_UP)];
    const times = median(took.map((time, index) => time / (one[index] ?? Number.NaN)));
    return [
      row('publish: one safe write of 16 KB', median(one), 'ms'),
      row('publish: acknowledged after', median(took), 'ms'),
      row('publish: of it time of the evaluating thread', median(own.slice(WARM_UP)), 'ms'),
      wanted('publish: acknowledged : one safe write', times, '< 10', (found) => found < 10),
    ];
  });
}

/**
 * Milliseconds that this thread has had a processor. Not moved by whatever else the machine does, nor by the threads that
 * wait for the disk; Linux alone tells it.
 */
function ownTime(): number {
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

/** A file written so that a power cut leaves it whole: to another name, flushed, renamed, its folder flushed. */
async function safeWrite(folder: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, 'safe');
  const file = await open(`${path}.tmp`, 'w');
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
  await rename(`${path}.tmp`, path);
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

/** Evaluations by turns alone and beside publications, in slices so short that whatever else the machine does meets both. */
async function besideEvaluations(root: string, rounds: number, asked: Asked): Promise<readonly Row[]> {
  const requests = claims.map((request) => ({ ...request, ...asked }));
  const [alone, beside, made]: [Evaluated[], Evaluated[], number[]] = [[], [], []];
  for (let round = -1; round < rounds; round += 1) {
    await inFolder(async (folder) => {
      const counties = await CountiesAtWork.open(root, folder, A_SECOND);
      const drafts = await counties.approved(A_SECOND);
      const evaluate = evaluator(counties.book);
      // Every profile is met before anything is counted.
      for (const request of [...requests, ...requests]) await evaluate(request);
      await evaluatedFor(SLICE, evaluate, requests);
      for (let slice = 0; slice < A_SECOND / IN_A_SLICE; slice += 1) {
        const own = drafts.slice(slice * IN_A_SLICE, (slice + 1) * IN_A_SLICE);
        const first = slice % 2 === 0 ? await evaluatedFor(SLICE, evaluate, requests) : null;
        const published = publishedBy(counties, own);
        const meanwhile = await evaluatedFor(SLICE, evaluate, requests);
        const within = await published;
        const last = first ?? (await evaluatedFor(SLICE, evaluate, requests));
        if (round < 0) continue;
        alone.push(last);
        beside.push(meanwhile);
        made.push(within);
      }
      held(counties.book);
      await counties.close();
    });
  }
  const loss = (of: keyof Evaluated) =>
    100 * (1 - median(beside.map((count, index) => count[of] / (alone[index]?.[of] ?? Number.NaN))));
  const what = asked.explain ? 'evaluations with reasons' : 'evaluations';
  return [
    row(`${what} a second, alone`, median(alone.map(({ aSecond }) => aSecond)), ''),
    row(`${what} a second, beside ${A_SECOND} publications`, median(beside.map(({ aSecond }) => aSecond)), ''),
    row('publications a second that were acknowledged in time', median(made) * (1_000 / SLICE), ''),
    wanted(`${what} lost beside publications`, loss('aSecond'), '< 10 %', (found) => found < 10, '%'),
    row('of it by work of the evaluating thread', loss('aSecondOfWork'), '%'),
  ];
}

/** Claims of the city and of the counties that publish, on a day before what is published begins. */
const claims = inpatientClaims(500).map((claim, index) => ({
  ...{ id: `c-${index}`, jurisdiction: index % 2 === 0 ? '371500' : county(index % 5), date: DATE, claim },
}));

/** What the evaluations are asked for. */
interface Asked {
  readonly explain: boolean;
}

/** Evaluations: by the clock, and by the time that the thread had a processor. */
interface Evaluated {
  readonly aSecond: number;
  readonly aSecondOfWork: number;
}

/** Evaluates for so many milliseconds, each claim up to the text that the service answers. */
async function evaluatedFor(milliseconds: number, evaluate: Evaluate, requests: readonly object[]): Promise<Evaluated> {
  let [count, sink] = [0, 0];
  const [start, worked] = [performance.now(), ownTime()];
  for (;;) {
    for (let one = 0; one < AT_A_TIME; one += 1) {
      const answer = evaluate(requests[count % requests.length]);
      sink += evaluationText(answer instanceof Promise ? await answer : answer, 'zh').length;
      count += 1;
    }
    await turn();
    const passed = performance.now() - start;
    if (passed < milliseconds || sink === 0) continue;
    return { aSecond: (1_000 * count) / passed, aSecondOfWork: (1_000 * count) / (ownTime() - worked) };
  }
}

/** Publishes at a steady rate. @returns how many were acknowledged within a slice */
async function publishedBy(
  counties: CountiesAtWork,
  drafts: Awaited<ReturnType<CountiesAtWork['approved']>>,
): Promise<number> {
  const start = performance.now();
  let within = 0;
  for (const [index, draft] of drafts.entries()) {
    const wait = start + (1_000 * index) / A_SECOND - performance.now();
    if (wait > 0) await sleep(wait);
    await counties.publish(draft);
    if (performance.now() - start <= SLICE) within += 1;
  }
  return within;
}

/** Every publication is there, under a number of its own. */
function held(book: RuleBook): void {
  const made = book.records().filter(({ kind }) => kind === 'Override');
  if (new Set(made.map(({ jurisdiction }) => jurisdiction)).size !== A_SECOND)
    throw new Error('not every draft was published');
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'dixian-publish-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
