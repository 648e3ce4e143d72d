import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Block, pages } from '../docs/documents.ts';
import { textPattern } from '../docs/resembles.ts';
import { root } from '../house/sources.ts';
import { example } from '../http/service.ts';
import { texts } from '../library/documents.ts';
import { clientProgram, ofNode, wrongClientUse, wrongUse } from './consumer.ts';
import { type Installed, install } from './installed.ts';

const blocks = pages().find(({ path }) => path === 'docs/library.md')?.blocks ?? [];
const [pack, installation] = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text);
const sources = blocks.filter(({ language }) => language === 'ts');

let installed: Installed;
beforeAll(async () => {
  installed = await install(pack ?? '', installation ?? '');
  for (const { about, text } of sources) writeFileSync(join(installed.folder, about), text);
  writeFileSync(join(installed.folder, 'claim.json'), JSON.stringify(example));
  writeFileSync(join(installed.folder, 'package.json'), JSON.stringify({ type: 'module' }));
  // Two builds and an installation.
}, 300_000);
afterAll(() => installed?.remove());

describe.concurrent('the package', () => {
  it('holds what runs, what describes it, and no source', () => {
    const { files } = installed;
    expect(files.filter((path) => /^(server|test|bench|schemas\/generated)\//.test(path))).toEqual([
      'server/dixian.mjs',
    ]);
    for (const path of ['README.md', 'dist/main.js', 'dist/library.js', 'rules/371500/liaocheng-2019.yaml'])
      expect(files).toContain(path);
    expect(files).toContain('schemas/evaluation.schema.json');
  });

  it('settles a claim by its command', async () => {
    const { code, out, err } = await installed.run('npx dixian evaluate claim.json --json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ paid: 18902, selfPay: { total: 2598 } });
  });

  it('settles a claim by its service, and by the library to the same bytes', async () => {
    const service = installed.start('node_modules/.bin/dixian serve');
    try {
      const address = await new Promise<string>((resolve, reject) => {
        let said = '';
        const hear = (chunk: Buffer) => {
          said += chunk;
          const found = /http:\/\/\S+:\d+/.exec(said)?.[0];
          if (found !== undefined) resolve(found);
        };
        service.stdout?.on('data', hear);
        service.stderr?.on('data', hear);
        service.on('close', () => reject(new Error(said)));
      });
      const body = JSON.stringify(example);
      const headers = { 'Content-Type': 'application/json' };
      const answer = await (await fetch(`${address}/api/v1/evaluations`, { method: 'POST', headers, body })).text();
      expect(JSON.parse(answer)).toMatchObject({ paid: 18902 });

      const program = `import { compile, settleText } from 'dixian';
        import { readFileSync } from 'node:fs';
        const ruleSet = readFileSync('node_modules/dixian/rules/371500/liaocheng-2019.yaml', 'utf8');
        const rules = compile({ ruleSet, jurisdiction: '371525', version: '1.0.0' });
        process.stdout.write(await settleText(rules, JSON.parse(readFileSync('claim.json', 'utf8'))));`;
      writeFileSync(join(installed.folder, 'same.mjs'), program);
      expect(await installed.run('node same.mjs')).toEqual({ code: 0, out: answer, err: '' });

      writeFileSync(join(installed.folder, 'client.mjs'), clientProgram(address));
      expect(await installed.run('node client.mjs')).toEqual({ code: 0, out: '18902 422 claimWrongType', err: '' });
    } finally {
      const ended = new Promise((resolve) => service.once('close', resolve));
      service.kill('SIGTERM');
      await ended;
    }
  });
});

describe.concurrent('docs/library.md', () => {
  it('and a consumer in strict TypeScript compile against the package, and wrong uses do not', async () => {
    // The language's own library is TypeScript's to check.
    const own = { skipDefaultLibCheck: true };
    const options = { module: 'nodenext', target: 'es2022', lib: ['ES2023'], strict: true, noEmit: true, ...own };
    // Nothing of Node but what the page uses: the package's own declarations must need none.
    const alone = { types: [], skipLibCheck: false, exactOptionalPropertyTypes: true };
    writeFileSync(join(installed.folder, 'node.d.ts'), ofNode);
    writeFileSync(join(installed.folder, 'wrong-use.ts'), wrongUse);
    writeFileSync(join(installed.folder, 'wrong-client-use.ts'), wrongClientUse);
    const files = ['node.d.ts', 'wrong-use.ts', ...sources.map(({ about }) => about)];
    const project = { compilerOptions: { ...options, ...alone }, files };
    writeFileSync(join(installed.folder, 'tsconfig.json'), JSON.stringify(project));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    expect(await installed.run(`node ${tsc}`)).toEqual({ code: 0, out: '', err: '' });
    // The client speaks to a network, so that its declarations know Request and Response.
    const client = {
      compilerOptions: { ...options, types: [], lib: ['ES2023', 'DOM'] },
      files: ['wrong-client-use.ts'],
    };
    writeFileSync(join(installed.folder, 'tsconfig.client.json'), JSON.stringify(client));
    expect(await installed.run(`node ${tsc} -p tsconfig.client.json`)).toEqual({ code: 0, out: '', err: '' });
  });

  const run = sources.filter((block) => shownAfter(block) !== null);

  it.each(run.map((block) => [block.about, block] as const))('shows what %s says', async (about, block) => {
    const { code } = await transform(block.text, { loader: 'ts', format: 'esm' });
    const file = about.replace(/\.ts$/, '.mjs');
    writeFileSync(join(installed.folder, file), code);
    const { out, err } = await installed.run(`node ${file}`);
    expect(err).toBe('');
    expect(out).toMatch(textPattern(shownAfter(block) ?? ''));
  });

  it('has programs, and all of them are used here', () => {
    expect(sources.map(({ about }) => about)).toEqual(['settle.ts', 'errors.ts', 'browser.ts']);
    const printed = blocks.filter(({ about }) => about === 'program');
    expect(run.map(shownAfter)).toEqual(printed.map(({ text }) => text));
  });
});

/** The block of output that directly follows a source. */
function shownAfter(block: Block): string | null {
  const next = blocks[blocks.indexOf(block) + 1];
  return next?.about === 'program' ? next.text : null;
}

describe('a page made of the package by a bundler', () => {
  let script: string;
  beforeAll(async () => {
    const { outputFiles, warnings } = await build({
      absWorkingDir: installed.folder,
      entryPoints: ['browser.ts'],
      bundle: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'page',
      minify: true,
      write: false,
      logLevel: 'silent',
    });
    expect(warnings).toEqual([]);
    script = outputFiles[0]?.text ?? '';
  });

  it('is not heavier than docs/library.md says', () => {
    const said = Number(/under (\d+) KB/.exec(readFileSync(join(root, 'docs/library.md'), 'utf8'))?.[1]);
    expect(gzipSync(script).length).toBeLessThan(said * 1000);
    expect(gzipSync(script).length).toBeGreaterThan(said * 800);
  });

  it.each([true, false])('settles the worked example where generated code is allowed: %s', async (strings) => {
    // The language, and of what every page has only what is asked for.
    const context = createContext({ TextEncoder, setTimeout }, { codeGeneration: { strings, wasm: false } });
    runInContext(script, context);
    context.ruleSet = texts.city;
    expect(await runInContext('page.selfPay(ruleSet, 20000)', context)).toBe(1248);
    const generating = () => runInContext('new Function("return 1")()', context);
    if (strings) expect(generating()).toBe(1);
    else expect(generating).toThrow('Code generation from strings disallowed');
  });
});
