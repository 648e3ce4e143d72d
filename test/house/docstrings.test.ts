import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { zh } from '../../server/domain/messages/zh/index.ts';
import { filesIn, root } from './sources.ts';

/** Names of the exported declarations of a source that no documentation comment explains. */
function undocumented(path: string, text: string): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const missing: string[] = [];
  for (const statement of source.statements) {
    if (!ts.canHaveModifiers(statement)) continue;
    const exported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported || ts.getJSDocCommentsAndTags(statement).length > 0) continue;
    missing.push(`${path}: ${nameOf(statement)}`);
  }
  return missing;
}

function nameOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText()).join(', ');
  }
  const { name } = statement as ts.FunctionDeclaration;
  return name?.text ?? 'default';
}

/** Codes of refusals that comments promise and that nothing can be said of. */
function unknownCodes(path: string, text: string): readonly string[] {
  const promises = [...text.matchAll(/@throws Refusal(.*?)(?=\*\/|@(?!link))/gs)].map(([, promise = '']) => promise);
  const codes = promises.flatMap((promise) => [...promise.matchAll(/`(\w+)`/g)].map(([, code = '']) => code));
  return codes.filter((code) => !Object.hasOwn(zh, code)).map((code) => `${path}: ${code}`);
}

describe('documentation comments', () => {
  it('are missed where they are missing', () => {
    const text =
      '/** Said. */\nexport function a() {}\nexport const b = 1;\nfunction c() {}\nexport type D = 1;\n// no\nexport class E {}';
    expect(undocumented('x.ts', text)).toEqual(['x.ts: b', 'x.ts: D', 'x.ts: E']);
  });

  it('are found out where they promise a refusal that there is not', () => {
    const text = [
      '/** @throws Refusal `notJson`, `nothing` where\n * {@link x} does; `jsonTooDeep`\n * @returns `none` */',
      '/** @throws Refusal as `other` */ const a = `plain`;',
    ];
    expect(unknownCodes('x.ts', text.join('\n'))).toEqual(['x.ts: nothing', 'x.ts: other']);
  });

  it('promise refusals that there are', () => {
    const sources = filesIn('server', /\.ts$/);
    expect(sources.flatMap((path) => unknownCodes(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });

  it('explain every exported declaration of the server', () => {
    const sources = filesIn('server', /\.ts$/);
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.flatMap((path) => undocumented(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });
});
