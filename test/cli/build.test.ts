import { appendFileSync, cpSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dixian, emptyFolder, finished, listening, root, start } from './dixian.ts';

const folder = emptyFolder();
const program = join(folder.path, 'server/dixian.mjs');
const bundle = join(folder.path, 'dist/main.js');
const version = () => dixian(['--version'], { program, cwd: folder.path });

beforeAll(() => {
  for (const part of ['server', 'schemas', 'rules', 'package.json'])
    cpSync(join(root, part), join(folder.path, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder.path, 'node_modules'));
});
afterAll(folder.remove);

it('builds at the first start, also where several start at once', async () => {
  const runs = await Promise.all([version(), version(), version()]);
  for (const run of runs) expect(run).toMatchObject({ code: 0, out: '0.1.0\n', err: '' });
  const made = readdirSync(join(folder.path, 'dist')).filter((name) => !/^chunk-\w+\.js(\.map)?$/.test(name));
  const bundles = ['main.js', 'solver-thread.js', 'worker.js', 'writer.js'].flatMap((name) => [name, `${name}.map`]);
  expect(made.sort()).toEqual([...bundles, 'reference'].sort());
});

it('builds again only when a source has changed', async () => {
  const made = () => statSync(bundle).ino;
  const first = made();
  await version();
  expect(made()).toBe(first);
  appendFileSync(join(folder.path, 'server/domain/dates.ts'), '// changed\n');
  await version();
  expect(made()).not.toBe(first);
});

it('says what does not compile', async () => {
  const wrong = join(folder.path, 'server/cli/show.ts');
  appendFileSync(wrong, 'export const = 1;\n');
  const { code, err } = await version();
  expect(code).toBe(2);
  expect(err).toContain('server/cli/show.ts');
  cpSync(join(root, 'server/cli/show.ts'), wrong);
});

it('runs as an installed package: bundle, rules and no sources', async () => {
  await version();
  const installed = join(folder.path, 'installed/node_modules/dixian');
  mkdirSync(join(installed, 'server'), { recursive: true });
  for (const part of ['dist', 'rules', 'package.json', 'server/dixian.mjs'])
    cpSync(join(folder.path, part), join(installed, part), { recursive: true });
  rmSync(join(folder.path, 'server'), { recursive: true });
  const cwd = join(folder.path, 'installed');
  const { code, out } = await dixian(['show', '371500'], { program: join(installed, 'server/dixian.mjs'), cwd });
  expect(code).toBe(0);
  expect(out).toContain('聊城市');
  const evaluate = ['evaluate', '-', '--workers', '2'];
  const many = await dixian(evaluate, {
    program: join(installed, 'server/dixian.mjs'),
    cwd,
    // More than the 64 KB up to which no thread is started.
    input: '{}\n'.repeat(25_000),
  });
  expect(many).toMatchObject({ code: 1, err: '' });
  expect(many.out.split('\n')).toHaveLength(25_001);
  const child = start(['serve', '--lang', 'en'], {
    program: join(installed, 'server/dixian.mjs'),
    cwd,
    env: { PORT: '0' },
  });
  const run = finished(child);
  const page = fetch(await listening(child), { headers: { Accept: 'text/html' } });
  const { status } = await page.finally(() => child.kill('SIGTERM'));
  expect(status).toBe(406);
  expect(await run).toMatchObject({ code: 0, err: expect.stringMatching(/^what is installed has no pages .*\n$/) });
});
