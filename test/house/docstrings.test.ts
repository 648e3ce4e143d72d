import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
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

describe('documentation comments', () => {
  it('are missed where they are missing', () => {
    const text =
      '/** Said. */\nexport function a() {}\nexport const b = 1;\nfunction c() {}\nexport type D = 1;\n// no\nexport class E {}';
    expect(undocumented('x.ts', text)).toEqual(['x.ts: b', 'x.ts: D', 'x.ts: E']);
  });

  it('explain every exported declaration of the server', () => {
    const sources = filesIn('server', /\.ts$/);
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.flatMap((path) => undocumented(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });
});
