import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../house/sources.ts';
import { type Service, startService } from '../http/service.ts';
import { type Block, pages } from './documents.ts';
import { textPattern } from './resembles.ts';

/** A page for a programming language. */
interface Client {
  readonly page: string;
  /** The language of the program's block. */
  readonly language: string;
  /** What asks the runtime for its version, and the oldest that the page speaks of. */
  readonly version: readonly [command: string, option: string, oldest: number];
  /** Lays the program down in a folder and says how it is run. */
  readonly prepare: (program: string, folder: string) => readonly string[];
}

const project = `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net8.0</TargetFramework>
<RollForward>Major</RollForward><Nullable>enable</Nullable></PropertyGroup></Project>`;

function put(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const clients: readonly Client[] = [
  {
    page: 'docs/clients/java.md',
    language: 'java',
    version: ['java', '-version', 17],
    prepare: (program, folder) => ['java', '-XX:TieredStopAtLevel=1', put(folder, 'Stays.java', program)],
  },
  {
    page: 'docs/clients/python.md',
    language: 'python',
    version: ['python3', '--version', 3],
    prepare: (program, folder) => ['python3', put(folder, 'stays.py', program)],
  },
  {
    page: 'docs/clients/csharp.md',
    language: 'csharp',
    version: ['dotnet', '--version', 8],
    prepare: (program, folder) => {
      put(folder, 'Program.cs', program);
      return ['dotnet', 'run', '--project', put(folder, 'stays.csproj', project), '--'];
    },
  },
  {
    page: 'docs/clients/typescript.md',
    language: 'ts',
    version: ['node', '--version', 20],
    prepare: (program, folder) => [
      'node',
      put(folder, 'stays.mjs', transformSync(program, { loader: 'ts', format: 'esm', target: 'es2022' }).code),
    ],
  },
];

/** Whether a runtime is at hand, and new enough for its page. */
function atHand({ version: [command, option, oldest] }: Client): boolean {
  const { status, stdout, stderr } = spawnSync(command, [option], { encoding: 'utf8' });
  return status === 0 && Number(/\d+/.exec(stdout + stderr)?.[0]) >= oldest;
}

function blockOf(page: string, wanted: (block: Block) => boolean): string {
  const found = pages()
    .find(({ path }) => path === page)
    ?.blocks.filter(wanted);
  if (found?.length !== 1 || found[0] === undefined) throw new Error(`${page} has not one such block`);
  return found[0].text;
}

const programOf = ({ page, language }: Client) => blockOf(page, (block) => block.language === language);
const shownBy = ({ page }: Client) => blockOf(page, ({ about }) => about === 'program');

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** Stands before the service and, the first time it is asked, is too busy: whoever does not ask again gets nothing. */
async function busyAtFirst(): Promise<{
  readonly address: string;
  readonly asked: () => number;
  readonly server: Server;
}> {
  let asked = 0;
  const server = createServer(async (request, response) => {
    asked += 1;
    const body = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    if (asked === 1) {
      response.writeHead(503, { 'Retry-After': '1', 'Content-Type': 'text/html' }).end('<p>busy</p>');
      return;
    }
    const answer = await fetch(service.address + request.url, {
      method: request.method ?? 'GET',
      headers: { 'Content-Type': request.headers['content-type'] ?? '' },
      ...(body.length === 0 ? {} : { body: Buffer.concat(body) }),
    });
    response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? '' });
    response.end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked, server };
}

function run([command = '', ...words]: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
}

/** Texts and members of a program that could be names of fields. */
function namesIn(program: string): ReadonlySet<string> {
  const quoted = [...program.matchAll(/["']([a-z][A-Za-z]+)["']/g)];
  const members = [...program.matchAll(/(?<!var )\b([a-z][A-Za-z]+) ?[=:] (?:new \{|["'{\d])/g)];
  return new Set([...quoted, ...members].map(([, name]) => name ?? ''));
}

/** Words of a program that are its own. */
const own = new Set('null true false bfnrt control seconds refused init headers method cny address attempt'.split(' '));

/** Every name and fixed value in the service's description of itself. */
async function described(): Promise<{ readonly paths: readonly string[]; readonly names: ReadonlySet<string> }> {
  const { json } = await service.call('/openapi.json');
  const names = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') names.add(value);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inside] of Object.entries(value)) {
      names.add(key);
      collect(inside);
    }
  };
  collect(json.components);
  return { paths: Object.keys(json.paths as object), names };
}

describe.each(clients.map((client) => [client.page, client] as const))('%s', (page, client) => {
  it('names addresses and fields that the service describes', async () => {
    const { paths, names } = await described();
    const program = programOf(client);
    const addresses = [...program.matchAll(/\/api\/v1\/[a-z/-]+/g)].map(([address]) => address);
    expect(addresses).not.toEqual([]);
    for (const address of addresses) expect(paths).toContain(address);
    const told = [...namesIn(program)].filter((name) => !own.has(name));
    expect(told).toEqual(expect.arrayContaining(['jurisdiction', 'inpatient', 'hospital']));
    expect(told.filter((name) => !names.has(name))).toEqual([]);
  });

  it('settles two stays, asks again where the service is busy, and reads what was refused', async () => {
    if (!atHand(client)) {
      console.warn(`${page}: ${client.version[0]} is not at hand; its program was not run`);
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'dixian-client-'));
    const { address, asked, server } = await busyAtFirst();
    try {
      const output = await run([...client.prepare(programOf(client), folder), address]);
      expect(output).toMatch(textPattern(shownBy(client)));
      expect(asked()).toBe(4);
    } finally {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the programs', () => {
  it('print the same in every language', () => {
    expect(new Set(clients.map(shownBy)).size).toBe(1);
  });

  it('in TypeScript are free of type errors', () => {
    const [client] = clients.filter(({ language }) => language === 'ts');
    if (client === undefined) throw new Error('there is no page for TypeScript');
    const folder = mkdtempSync(join(tmpdir(), 'dixian-client-'));
    try {
      const file = put(folder, 'stays.mts', programOf(client));
      const program = ts.createProgram([file], {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        noUncheckedIndexedAccess: true,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.NodeNext,
        typeRoots: [join(root, 'node_modules/@types')],
        types: ['node'],
      });
      const faults = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
      expect(faults).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
