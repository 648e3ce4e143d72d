import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeReports } from '../../server/domain/messages/en/change-reports.ts';
import { changeWords } from '../../server/domain/messages/en/change-words.ts';
import { changes } from '../../server/domain/messages/en/changes.ts';
import { cityRules } from '../../server/domain/messages/en/city-rules.ts';
import { claims } from '../../server/domain/messages/en/claims.ts';
import { documentWords } from '../../server/domain/messages/en/document-words.ts';
import { en } from '../../server/domain/messages/en/index.ts';
import { ruleSentences } from '../../server/domain/messages/en/rule-sentences.ts';
import { forms } from '../../server/engine/forms/index.ts';
import { type ProblemCode, problemCodes, problemStatus } from '../../server/http/problem-status.ts';
import { filesIn, root } from '../house/sources.ts';
import { tableAfter } from './documents.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const api = read('docs/api.md');
const inTable = (marker: string, text = api) =>
  tableAfter(text, marker).map(([code = '', second = '']) => [code.replaceAll('`', ''), second] as const);

/** Sources that no request over HTTP reaches, or whose refusals get another code on the way. */
const elsewhere = [
  'http/server.ts',
  'http/exchange.ts',
  'http/openapi/document.ts',
  'http/openapi/response-headers.ts',
  'http/new-service.ts',
  'usecases/configuration/',
  'usecases/sample-office/',
  'usecases/compared/text-rules.ts',
  'usecases/digest.ts',
  'usecases/coverage.ts',
  'usecases/threshold-names.ts',
  'usecases/run-scenarios.ts',
  'usecases/scenario-differences.ts',
];

/** Sources whose refusals become problems over HTTP. */
const answering = ['engine', 'access', 'usecases', 'http']
  .flatMap((folder) => filesIn(`server/${folder}`, /\.ts$/))
  .filter((path) => !elsewhere.some((beginning) => path.startsWith(`server/${beginning}`)));

/** Words and notes inside of answers; no complaints about requests. */
const words =
  /^(edge|changelog|column|report|sheet|stretch|kind|whyNot|operator|problem|verify|given|word|unit|value|row|terms|channel|store)[A-Z0-9.]|^place(County|City|Known)$|^(yes|no|none|stopped|didYouMean|keyOtherwise)$/;

/** What a source says that the reading routes call by another name. */
const renamed = new Set(['cliNeedsCounty']);

/** What is wrong inside of a text that is checked, or refused as `draftInvalid`, and what is only worth knowing of one. */
const ofDrafts = [
  ...Object.keys(cityRules),
  'oneAtMost',
  ...['draftOtherKind', 'draftOtherPlace', 'periodWithoutCity', 'firstDayWithoutCity'],
  ...['adviceLeft', 'periodGap', 'periodOverlap', 'periodWithoutRules', 'versionWillBeSuspended'],
];

/** What sentences about rules and their changes are made of. */
const ofChanges = [changeReports, changes, changeWords, documentWords, ruleSentences].flatMap(Object.keys);

/** Codes of messages that a source names as what is wrong. */
function codesNamed(): ReadonlySet<string> {
  const named = answering.flatMap((path) =>
    [...read(path).matchAll(/'([a-z][A-Za-z0-9]+)'/g)].map(([, text]) => text ?? ''),
  );
  const others = new Set([...codesOfKind('notice'), ...codesOfKind('reason'), ...renamed, ...ofDrafts, ...ofChanges]);
  return new Set([
    ...named.filter((code) => Object.hasOwn(en, code) && !words.test(code) && !others.has(code)),
    ...Object.keys(claims),
  ]);
}

/** Codes of notices or reasons, by the type that says which there are. */
function codesOfKind(kind: 'notice' | 'reason'): readonly string[] {
  const union = kind === 'notice' ? /interface Notice \{\s*readonly code:([^;]*);/ : /type Reason =([^;]*);/;
  const codes = union.exec(read('server/engine/settlement.ts'))?.[1]?.matchAll(/'([A-Za-z]+)'/g) ?? [];
  return [...codes].map(([, code]) => code ?? '');
}

describe('the catalogue of problems', () => {
  it('holds every code that a request can be refused with', () => {
    expect([...codesNamed()].filter((code) => !problemCodes.includes(code as ProblemCode))).toEqual([]);
  });

  it('has words for each of them', () => {
    expect(problemCodes.filter((code) => !Object.hasOwn(en, code))).toEqual([]);
  });
});

describe('docs/integrators.md', () => {
  it('has every problem with its status, in the order of the catalogue, and how to solve it', () => {
    const rows = tableAfter(read('docs/integrators.md'), 'id="errors"');
    expect(rows.map(([code, status]) => [code, status])).toEqual(
      Object.entries(problemStatus).map(([code, status]) => [`\`${code}\``, String(status)]),
    );
    for (const [code, , meaning, remedy] of rows) expect(meaning && remedy, code).toBeTruthy();
  });
});

describe('docs/api.md', () => {
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
