// Makes what a package has beside the command: dist/library.js (our own sources and JSON schemas in one module without
// anything of Node, packages left to node_modules) and its declarations under dist/types. `npm pack` runs it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as esbuild } from 'esbuild';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The modules of the package, by the name that they have in dist/; package.json `exports` them. */
const modules = { library: 'server/library/index.ts', client: 'client/index.ts' };
const types = join(root, 'dist', 'types');

await esbuild({
  absWorkingDir: root,
  entryPoints: modules,
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  // For Node, browsers and workers alike; that nothing of Node is imported is a rule of test/house/layers.ts.
  platform: 'neutral',
  packages: 'external',
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'silent',
});

/** The declarations of a source by its own text, which names every exported type. */
function declarationsOf(path) {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(join(root, path), 'utf8'), {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  });
  if (diagnostics.length > 0) {
    throw new Error(
      ts.formatDiagnostics(diagnostics, {
        getCurrentDirectory: () => root,
        getNewLine: () => '\n',
        getCanonicalFileName: (name) => name,
      }),
    );
  }
  return outputText;
}

rmSync(types, { recursive: true, force: true });
const waiting = Object.values(modules);
const written = new Set(waiting);
for (const path of waiting) {
  // A declaration names its neighbours as they are when they run.
  const text = declarationsOf(path).replace(/(from '|import\(')(\.[^']+)\.ts'/g, (_, before, target) => {
    const next = relative(root, join(root, dirname(path), `${target}.ts`));
    if (!written.has(next)) waiting.push(next);
    written.add(next);
    return `${before}${target}.js'`;
  });
  const file = join(types, path.replace(/\.ts$/, '.d.ts'));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
