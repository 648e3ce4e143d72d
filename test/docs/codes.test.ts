import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claims } from '../../server/domain/messages/en/claims.ts';
import { en } from '../../server/domain/messages/en/index.ts';
import { forms } from '../../server/engine/forms/index.ts';
import { problemOf, refusalOf } from '../../server/http/problem.ts';
import { filesIn, root } from '../house/sources.ts';
import { tableAfter } from './documents.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const api = read('docs/api.md');
const inTable = (marker: string, text = api) =>
  tableAfter(text, marker).map(([code = '', second = '']) => [code.replaceAll('`', ''), second] as const);

/** Sources whose refusals become problems over HTTP. */
const answering = [
  ...filesIn('server/engine', /\.ts$/),
  ...filesIn('server/http', /\.ts$/).filter((path) => !path.endsWith('server.ts')),
  ...['strict-json', 'json-scan', 'evaluation-request', 'rule-book'].map((name) => `server/usecases/${name}.ts`),
];

/** Texts that are a code of the catalogue by chance or are words, not complaints. */
const words = /^(kind|whyNot|operator|problem|notice|reason)[A-Z.]|^(yes|no|none|stopped)$/;

/** Codes of the catalogue that a source names. */
function codesNamed(): ReadonlySet<string> {
  const named = answering.flatMap((path) =>
    [...read(path).matchAll(/'([a-z][A-Za-z0-9]+)'/g)].map(([, text]) => text ?? ''),
  );
  const notices = new Set([...codesOfKind('notice'), ...codesOfKind('reason')]);
  return new Set([
    ...named.filter((code) => Object.hasOwn(en, code) && !words.test(code) && !notices.has(code)),
    ...Object.keys(claims),
  ]);
}

/** Codes of notices or reasons, by the type that says which there are. */
function codesOfKind(kind: 'notice' | 'reason'): readonly string[] {
  const union = kind === 'notice' ? /interface Notice \{\s*readonly code:([^;]*);/ : /type Reason =([^;]*);/;
  const codes = union.exec(read('server/engine/settlement.ts'))?.[1]?.matchAll(/'([A-Za-z]+)'/g) ?? [];
  return [...codes].map(([, code]) => code ?? '');
}

describe('docs/api.md', () => {
  it('names every problem that can be answered, and no other', () => {
    expect(
      inTable('id="problems"')
        .map(([code]) => code)
        .sort(),
    ).toEqual([...codesNamed()].sort());
  });

  it.each(inTable('id="problems"'))('%s is answered with %s', (code, status) => {
    expect(String(problemOf(refusalOf(code), 'en').status)).toBe(status);
  });

  it('names every notice, and no other', () => {
    expect(
      inTable('id="notices"')
        .map(([code]) => code)
        .sort(),
    ).toEqual([...codesOfKind('notice')].sort());
  });

  it('names every reason, and no other', () => {
    expect(
      inTable('id="reasons"')
        .map(([code]) => code)
        .sort(),
    ).toEqual([...codesOfKind('reason')].sort());
  });
});

describe('docs/language.md', () => {
  const language = read('docs/language.md');

  it('has every form with its params, and no other', () => {
    const told = inTable('id="forms"', language).map(([form, params]) => {
      const names = [...params.matchAll(/`([A-Za-z]+)\??`/g)].map(([, name]) => name ?? '');
      return [form, names.sort()] as const;
    });
    const real = Object.entries(forms).map(([name, { params }]) => [
      name,
      Object.keys(Object(params.properties)).sort(),
    ]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(real));
  });

  it('lists the units that there are', () => {
    const { $defs } = JSON.parse(read('schemas/language.schema.json')) as {
      $defs: { standard: { properties: { unit: { enum: string[] } } } };
    };
    const told = /units are `([^`]+)`/.exec(language)?.[1]?.split(' ');
    expect(told).toEqual($defs.standard.properties.unit.enum);
  });
});
