import { type ChildProcess, execSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, finished, start } from '../cli/dixian.ts';
import { root } from '../house/sources.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Instruction {
  readonly name: string;
  readonly words: string;
}

const instructions = read('deploy/Dockerfile')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line): Instruction => ({ name: line.split(' ')[0] ?? '', words: line.slice(line.indexOf(' ') + 1).trim() }));

/** The stages of the Dockerfile, each as its instructions, FROM first. */
const stages: Instruction[][] = [];
for (const one of instructions) {
  if (one.name === 'FROM') stages.push([]);
  stages.at(-1)?.push(one);
}
const last = stages.at(-1) ?? [];
const all = (name: string, stage = last) => stage.filter((one) => one.name === name).map(({ words }) => words);
const only = (name: string) => {
  const found = all(name);
  expect(found, name).toHaveLength(1);
  return found[0] ?? '';
};

/** What a stage copies: from the checkout, or from the folder of another stage. */
const copies = (stage: readonly Instruction[]) =>
  stage
    .filter(({ name }) => name === 'COPY')
    .map(({ words }) => {
      const [, from, sources = '', to = ''] = /^(?:--from=(\S+) )?(.+) (\S+)$/.exec(words) ?? [];
      return { from, sources: sources.split(' '), to };
    });

describe('the Dockerfile', () => {
  it('copies what there is, and the .dockerignore lets it through', () => {
    const admitted = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const sources = stages
      .flatMap(copies)
      .filter(({ from }) => from === undefined)
      .flatMap((one) => one.sources);
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) {
      expect(existsSync(join(root, source)), source).toBe(true);
      expect(admitted).toContain(source.split('/')[0]);
    }
    for (const name of admitted) expect(sources.map((source) => source.split('/')[0])).toContain(name);
  });

  it('takes from other stages only what they make', () => {
    const made = stages.flatMap(copies).filter(({ from }) => from !== undefined);
    expect(made.map(({ from, sources }) => [from, ...sources])).toEqual([
      ['packages', '/build/node_modules'],
      ['build', '/build/dist'],
    ]);
    const names = stages.map(([from]) => / AS (\S+)$/.exec(from?.words ?? '')?.[1]);
    expect(names).toEqual(['build', 'packages', undefined]);
  });

  it('installs by the lock file and runs no install script', () => {
    const installs = stages.flatMap((stage) => all('RUN', stage)).filter((words) => words.startsWith('npm'));
    expect(installs).toEqual(['npm ci --ignore-scripts', 'npm ci --omit=dev --ignore-scripts']);
  });

  it('stands on the Node that the package asks for, in every stage', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const major = /\d+/.exec(engines.node)?.[0];
    for (const [from] of stages) expect(from?.words).toMatch(new RegExp(`^node:${major}-slim( |$)`));
  });

  it('runs the command of the package as nobody special, and can be stopped', () => {
    const { bin } = JSON.parse(read('package.json')) as { bin: { dixian: string } };
    expect(JSON.parse(only('ENTRYPOINT'))).toEqual(['node', bin.dixian]);
    expect(JSON.parse(only('CMD'))).toEqual(['serve']);
    expect(only('USER')).toBe('node');
    expect(only('STOPSIGNAL')).toBe('SIGTERM');
    const order = last.map(({ name }) => name);
    expect(order.indexOf('USER')).toBeGreaterThan(order.lastIndexOf('RUN'));
  });

  it('keeps its data in a volume that is its user’s, and listens where the outside can reach it', () => {
    const set = Object.fromEntries(
      only('ENV')
        .split(' ')
        .map((pair) => pair.split('=')),
    );
    expect(set).toEqual({ NODE_ENV: 'production', HOST: '0.0.0.0', PORT: '8080', DIXIAN_DATA: only('VOLUME') });
    expect(all('RUN').join()).toContain(`-o node -g node -m 0700 ${only('VOLUME')}`);
    expect(only('EXPOSE')).toBe(set.PORT);
  });

  it('asks /healthz by Node itself', () => {
    const [, command = ''] = /CMD (\[.*\])$/.exec(only('HEALTHCHECK')) ?? [];
    const [node, flag, script = ''] = JSON.parse(command) as string[];
    expect([node, flag]).toEqual(['node', '-e']);
    expect(script).toContain('/healthz');
    expect(() => new Function(script)).not.toThrow();
  });
});

describe('the files that the image holds', () => {
  const folder = emptyFolder();
  const image = join(folder.path, 'image');
  const build = join(folder.path, 'build');
  let child: ChildProcess | undefined;

  /** Every file and folder of the image but the packages. */
  const everything = () =>
    readdirSync(image, { recursive: true, encoding: 'utf8' })
      .filter((path) => !path.startsWith('node_modules'))
      .map((path) => join(image, path));

  /** Copies what a stage does into a folder; what other stages made is found where `made` says. */
  const copy = (stage: readonly Instruction[], into: string, made: (name: string) => string) => {
    for (const { from, sources, to } of copies(stage)) {
      for (const source of sources) {
        const name = source.replace(/^\/build\//, '');
        const target = join(into, to.endsWith('/') ? join(to, name) : to);
        mkdirSync(dirname(target), { recursive: true });
        if (name === 'node_modules') symlinkSync(join(root, name), target);
        else cpSync(from === undefined ? join(root, name) : made(name), target, { recursive: true });
      }
    }
  };

  beforeAll(async () => {
    const [first = []] = stages;
    copy(first, build, () => '');
    symlinkSync(join(root, 'node_modules'), join(build, 'node_modules'));
    const commands = all('RUN', first).filter((words) => !words.startsWith('npm'));
    for (const command of commands) execSync(command, { cwd: build, stdio: 'pipe' });
    copy(last, image, (name) => join(build, name));
    rmSync(build, { recursive: true });
    for (const path of everything()) chmodSync(path, statSync(path).isDirectory() ? 0o555 : 0o444);
  });
  afterAll(async () => {
    if (child !== undefined && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child?.once('close', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    for (const path of everything()) if (statSync(path).isDirectory()) chmodSync(path, 0o755);
    folder.remove();
  });

  it('are enough to serve, and nothing is written beside the data', async () => {
    const before = everything();
    child = start(['serve'], {
      program: join(image, 'server/dixian.mjs'),
      cwd: image,
      env: { PORT: '0', DIXIAN_DATA: join(folder.path, 'data') },
    });
    const run = finished(child);
    const said = await new Promise<string>((resolve, reject) => {
      child?.stdout?.once('data', (piece: Buffer) => resolve(piece.toString()));
      child?.once('close', () => reject(new Error('ended early')));
    });
    const page = await fetch(/http:\S+/.exec(said)?.[0] ?? '', { headers: { Accept: 'text/html' } });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<script type="module"')]);
    child.kill('SIGTERM');
    expect(await run).toMatchObject({ code: 0, err: '' });
    expect(everything()).toEqual(before);
    expect(readdirSync(folder.path).sort()).toEqual(['data', 'image']);
  });
});
