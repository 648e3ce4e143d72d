import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluationJson } from '../server/http/evaluation-json.ts';
import { openFolder } from '../server/store/folder-source.ts';
import { evaluator } from '../server/usecases/evaluate.ts';
import { RuleBook } from '../server/usecases/rule-book.ts';
import { DATE, inpatientClaims } from './claims.ts';
import {
  KEY,
  onLoadCore,
  requireWrk,
  type SentAnswers,
  type Server,
  startDixian,
  startEcho,
  startLargeEcho,
  type WrkResult,
  wrk,
} from './http-servers.ts';
import type { Load, LoadResult } from './load.ts';
import { median } from './rounds.ts';
import { type Row, row, wanted } from './rows.ts';

const REQUESTS = 2_000;

/** Requests of the claims that settlements are measured over, half of them of a county. */
function requests(more: object = {}): readonly string[] {
  return inpatientClaims(REQUESTS).map((claim, index) =>
    JSON.stringify({
      id: `c-${index}`,
      jurisdiction: index % 2 === 0 ? '371500' : '371525',
      date: DATE,
      ...more,
      claim,
    }),
  );
}

/** POST /api/v1/evaluations beside echoes of the same bodies, and what an overload does. */
export async function overHttp(root: string, quick: boolean): Promise<readonly Row[]> {
  requireWrk();
  const folder = mkdtempSync(join(tmpdir(), 'dixian-http-'));
  const servers: Server[] = [];
  try {
    const bodies = requests();
    const file = join(folder, 'requests.ndjson');
    writeFileSync(file, `${bodies.join('\n')}\n`);
    const dixian = await startDixian(root, folder);
    servers.push(dixian);
    const sent = await sameAnswers(root, dixian, bodies);
    servers.push(await startEcho(root, 'bare'), await startEcho(root, 'express'));
    servers.push(await startLargeEcho(root, folder, sent));
    const rows = throughput(root, servers, file, quick);
    return [
      ...rows,
      ...(await overloads(dixian, quick)),
      row('http: dixian afterwards, resident memory', memoryOf(dixian), 'MB'),
    ];
  } finally {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Every answer must be the text that the same rules give without HTTP. */
async function sameAnswers(root: string, { address }: Server, bodies: readonly string[]): Promise<SentAnswers> {
  const evaluate = evaluator(new RuleBook(await openFolder(join(root, 'rules'))));
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${KEY}` };
  // All of ours first: a connection that waits for them meanwhile would be closed.
  const expected: string[] = [];
  for (const body of bodies) expected.push(evaluationJson(await evaluate(JSON.parse(body)), 'zh'));
  let last: Response | null = null;
  for (const [index, body] of bodies.entries()) {
    const response = await fetch(`${address}/api/v1/evaluations`, { method: 'POST', body, headers });
    const [answer, own] = [await response.text(), expected[index]];
    if (answer !== own) throw new Error(`other answers over HTTP:\n${body}\n${answer}\n${own}`);
    last = response;
  }
  const ofTransport = ['date', 'connection', 'keep-alive', 'content-length'];
  const told = [...(last?.headers ?? [])].filter(([name]) => !ofTransport.includes(name));
  return { headers: Object.fromEntries(told), answers: expected };
}

function throughput(root: string, servers: readonly Server[], file: string, quick: boolean): readonly Row[] {
  const [rounds, seconds] = quick ? [3, 1] : [9, 3];
  const rows: Row[] = [];
  for (const connections of [1, 16, 256]) {
    const measured = new Map(servers.map((server) => [server, [] as WrkResult[]]));
    for (let round = -1; round < rounds; round += 1) {
      for (let turn = 0; turn < servers.length; turn += 1) {
        const server = servers[(turn + round + 1) % servers.length] as Server;
        const result = wrk(root, server, file, connections, seconds);
        if (round >= 0) measured.get(server)?.push(result);
      }
    }
    const of = (server: Server | undefined) => measured.get(server as Server) ?? [];
    for (const server of servers) {
      rows.push(
        row(`http, ${connections} connections: ${server.name}`, median(of(server).map((one) => one.perSecond)), '/s'),
      );
    }
    rows.push(
      row(
        `http, ${connections} connections: dixian, 99 of 100 within`,
        median(of(servers[0]).map((one) => one.p99)),
        'ms',
      ),
    );
    const refused = median(of(servers[0]).map((one) => one.refused));
    rows.push(row(`http, ${connections} connections: dixian, refused for want of time`, refused, '%'));
    const [own, bare, express, large] = servers.map(of);
    const against = (other: readonly { perSecond: number }[] = []) =>
      median((own ?? []).map(({ perSecond }, round) => perSecond / (other[round]?.perSecond ?? Number.NaN)));
    rows.push(
      wanted(
        `http, ${connections} connections: dixian : bare node:http echo`,
        against(bare),
        '≥ 0.7',
        (found) => found >= 0.7,
      ),
    );
    rows.push(row(`http, ${connections} connections: dixian : bare, answers as large`, against(large), '×'));
    rows.push(row(`http, ${connections} connections: dixian : Express echo`, against(express), '×'));
  }
  return rows;
}

/** What is sent in an overload. */
interface Sent {
  readonly name: string;
  readonly bodies: readonly string[];
  /** What the service can do is counted over so many connections: few enough that nobody is refused meanwhile. */
  readonly connections: number;
  /** Whether a generator on one core can send four times as many as a service on another can answer. */
  readonly isReachable: boolean;
}

/** Claims of an array in an overload: so many that a service can answer a few hundred a second. */
const IN_ARRAY = 32;

/** What a service can do is found over so many seconds at least. */
const SATURATION_SECONDS = 4;

/**
 * What happens at four times what the service can do. Arrays of claims with reasons are the heaviest requests that settlement
 * systems send. Of single claims four times as many are more than Node's HTTP can read: told as what they are.
 */
async function overloads(dixian: Server, quick: boolean): Promise<readonly Row[]> {
  const explained = requests({ explain: true });
  const arrays = Array.from({ length: Math.floor(REQUESTS / IN_ARRAY) }, (_, at) => {
    const claims = explained.slice(at * IN_ARRAY, (at + 1) * IN_ARRAY);
    return `[${claims.join()}]`;
  });
  return [
    ...(await overload(
      dixian,
      { name: `arrays of ${IN_ARRAY} with reasons`, bodies: arrays, connections: 4, isReachable: true },
      quick,
    )),
    ...(await overload(
      dixian,
      { name: 'single claims with reasons', bodies: explained, connections: 16, isReachable: false },
      quick,
    )),
    ...(await overload(
      dixian,
      { name: 'single claims', bodies: requests(), connections: 16, isReachable: false },
      quick,
    )),
  ];
}

async function overload(
  { address }: Server,
  { name, bodies, connections, isReachable }: Sent,
  quick: boolean,
): Promise<readonly Row[]> {
  const texts = bodies.map(
    (body) =>
      `POST /api/v1/evaluations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${KEY}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  const seconds = quick ? 2 : 8;
  const put = (perSecond: number, over: number, lasting = seconds): LoadResult =>
    loadOf({ port: Number(new URL(address).port), requests: texts, perSecond, seconds: lasting, connections: over });
  await meetAll(address, bodies);
  put(100_000, connections);
  const most = put(100_000, connections, Math.max(seconds, SATURATION_SECONDS)).answered;
  const at = put(most, 64);
  const over = put(4 * most, 1_500);
  const title = `overload, ${name}`;
  const multiple = over.p99 / at.p99;
  const ratio = `${title}: the same, as a multiple of that at 1 ×`;
  return [
    row(`${title}: the service can do`, most, '/s'),
    row(`${title}: at that rate, refused with 503`, at.refused, '/s'),
    row(`${title}: at that rate, 99 of 100 within`, at.p99, 'ms'),
    row(`${title}: at 4 × that rate, answered`, over.answered, '/s'),
    row(`${title}: at 4 × that rate, refused with 503`, over.refused, '/s'),
    row(`${title}: at 4 × that rate, broken or of another status`, over.wrong, ''),
    row(`${title}: at 4 × that rate, never sent for want of a connection`, over.unsent, '/s'),
    row(`${title}: refused, middle`, over.refusedMiddle, 'ms'),
    row(`${title}: /healthz over a new connection, middle`, over.newcomerMiddle, 'ms'),
    row(`${title}: answered, 99 of 100 within`, over.p99, 'ms'),
    isReachable ? wanted(ratio, multiple, '≤ 5', (found) => found <= 5) : row(ratio, multiple, '×'),
  ];
}

/** Sends everything once: all profiles are met, and the first words of their reasons made, before anything is measured. */
async function meetAll(address: string, bodies: readonly string[]): Promise<void> {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${KEY}` };
  // Connections that were closed while this process waited for a load are seen to be so first.
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (const body of bodies) {
    const response = await fetch(`${address}/api/v1/evaluations`, { method: 'POST', body, headers });
    if (response.status !== 200) throw new Error(`one alone was answered ${response.status}`);
    await response.arrayBuffer();
  }
}

/** Puts a load on a server from the other core. */
function loadOf(load: Load): LoadResult {
  const folder = mkdtempSync(join(tmpdir(), 'dixian-load-'));
  try {
    const file = join(folder, 'load.json');
    writeFileSync(file, JSON.stringify(load));
    onLoadCore(['--put-load', file]);
    return JSON.parse(readFileSync(`${file}.result`, 'utf8')) as LoadResult;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function memoryOf({ pid }: Server): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
