import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say } from '../../server/domain/messages/index.ts';
import type { Complaint } from '../../server/rulesets/checks/complaint.ts';
import { crossCheck } from '../../server/rulesets/checks/index.ts';
import { explainSchema } from '../../server/rulesets/explain-schema.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { parseDocument } from '../../server/rulesets/parse.ts';
import { fits } from '../../server/rulesets/schema-verdict.ts';
import { type DocumentKind, formats, schemaIds, schemaOf, schemaRegistry } from '../../server/rulesets/schemas.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { rounds } from '../durability/rounds.ts';

const root = join(import.meta.dirname, '../..');
const maxBytes = 8 << 20;
const documents = ['rules', 'test/cities', 'test/bad'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: join(folder, name), text: readFileSync(join(root, folder, name), 'utf8') })),
);

describe('where code may not be generated', () => {
  it.each(documents.map(({ file, text }) => [file, text]))('%s is found the same', (_, text) => {
    expect(checkDocument(text, { maxBytes, generate: false })).toEqual(checkDocument(text, { maxBytes }));
  });
});

describe('INVARIANT (explained)', () => {
  const kinds: readonly string[] = ['RuleSet', 'Override', 'Jurisdictions', 'Scenarios', 'TypicalClaims'];
  const readable = documents
    .map(({ text }) => parseDocument(text, { maxBytes }).document as Record<string, unknown> | undefined)
    .filter((document) => kinds.includes(String(document?.kind)))
    .filter((document) => JSON.stringify(document).length < 20_000);
  const pieces: readonly unknown[] = [
    null,
    true,
    7,
    -1,
    0.5,
    '',
    'none',
    '$a.b',
    'x y',
    'all',
    [],
    [1],
    ['a', 'a'],
    {},
    { all: [] },
    { any: [] },
    { fact: 'a' },
    { amount: '$a.b' },
    { from: 0, value: 1 },
    { zh: 'x' },
  ];
  const keys = [
    'all',
    'any',
    'not',
    'path',
    'value',
    'of',
    'leave',
    'atMost',
    'zh',
    'unit',
    'version',
    'each',
    'more',
    'less',
    'x',
    'type',
    'to',
  ];

  /** Changes one place of a document, found by a walk that the numbers steer. */
  function mutate(value: unknown, steps: readonly number[], piece: unknown, key: string): unknown {
    const [step = 0, ...rest] = steps;
    if (typeof value !== 'object' || value === null || rest.length === 0) return piece;
    if (Array.isArray(value)) {
      if (value.length === 0) return [piece];
      return value.map((item, index) => (index === step % value.length ? mutate(item, rest, piece, key) : item));
    }
    const names = Object.keys(value);
    const name = names[step % (names.length + 1)];
    if (name === undefined) return { ...value, [key]: piece };
    if (step % 7 === 6) return Object.fromEntries(Object.entries(value).filter(([one]) => one !== name));
    return { ...value, [name]: mutate(Reflect.get(value, name), rest, piece, key) };
  }

  it('data gets a complaint exactly where Ajv refuses it', () => {
    const arbitrary = fc.record({
      document: fc.constantFrom(...readable),
      steps: fc.array(fc.nat(200), { minLength: 2, maxLength: 9 }),
      piece: fc.constantFrom(...pieces),
      key: fc.constantFrom(...keys),
    });
    let refused = 0;
    fc.assert(
      fc.property(arbitrary, ({ document, steps, piece, key }) => {
        const changed = mutate(document, steps, piece, key);
        const kind = document?.kind as DocumentKind;
        const complaints = explainSchema(schemaRegistry, schemaOf(kind), changed, formats, 50);
        const fit = fits(schemaIds[kind], changed);
        if (!fit) refused += 1;
        if ((complaints.length === 0) !== fit) expect({ steps, piece, key, complaints }).toBe(fit);
      }),
      { numRuns: rounds(3_000, 6_000) },
    );
    expect(refused).toBeGreaterThan(500);
  });
});

describe('a valid text', () => {
  it.each(documents.filter(({ file }) => !file.startsWith('test/bad')).map(({ file, text }) => [file, text]))(
    '%s has no error',
    (_, text) => {
      const { findings } = checkDocument(text, { maxBytes });
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );
});

/** A rule set with so many rules, each for a disease of its own, or for stretches of age. */
function large(rules: number, condition: (index: number) => string, combine = 'one'): string {
  const diseases = Array.from({ length: rules }, (_, index) => `d${index}`).join(', ');
  const lines = Array.from(
    { length: rules },
    (_, index) => `  - name: rule${index}
    layer: basic
    label: {zh: 规则${index}}
    conditions: {all: [{fact: claim.type, operator: equal, value: stay}, ${condition(index)}]}
    event: {type: reimburse, params: {of: [inScope], ratio: $basic.ratio}}`,
  );
  return `kind: RuleSet
jurisdiction: "990000"
effective: {from: 2020-01-01}
title: 大规则集
claims:
  stay:
    facts:
      illness.disease: {choice: [${diseases}]}
      person.age: {integer: {atLeast: 0}}
      cost.inScope: {money: {}}
layers: [{name: basic, combine: ${combine}}]
standards:
  basic.ratio: {value: 0.5, unit: share, better: higher}
rules:
${lines.join('\n')}
`;
}

const ofDisease = (index: number) => `{fact: illness.disease, operator: equal, value: d${index}}`;

const operators = {
  '=': 'equal',
  '!=': 'notEqual',
  '<': 'lessThan',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
} as const;
const disease = (index: number) => ({ fact: 'illness.disease', operator: 'equal', value: `d${index}` });
const age = (is: keyof typeof operators, value: number) => ({ fact: 'person.age', operator: operators[is], value });

/** What is wrong with a {@link large} rule set beyond its schema, which it fits; given as data. */
function complaintsOf(rules: number, conditions: (index: number) => readonly object[]): readonly Complaint[] {
  const { document } = parseDocument(large(1, ofDisease), { maxBytes });
  const { claims, rules: [first] = [], ...rest } = document as RuleSet;
  const facts = {
    ...claims.stay?.facts,
    'illness.disease': { choice: Array.from({ length: rules }, (_, index) => `d${index}`) },
  };
  const made = {
    ...rest,
    claims: { stay: { facts } },
    rules: Array.from({ length: rules }, (_, index) => ({
      ...first,
      name: `rule${index}`,
      conditions: { all: [{ fact: 'claim.type', operator: 'equal', value: 'stay' }, ...conditions(index)] },
    })),
  } as RuleSet;
  expect(fits(schemaIds.RuleSet, made)).toBe(true);
  return crossCheck('RuleSet', made, {});
}

/** In the long run as many as a text may hold; in the ordinary one enough that to look at every pair would be noticed. */
const MANY = rounds(3_000, 10_000);

describe('thousands of rules', () => {
  it('are read and checked without looking at every pair', () => {
    expect(checkDocument(large(MANY, ofDisease), { maxBytes }).findings).toEqual([]);
  });

  // Reading so long a text takes seconds, and is the same for all; these are given as data.
  it('told apart by a number are checked without looking at every pair', () => {
    expect(complaintsOf(MANY, (index) => [age('>=', index), age('<', index + 1)])).toEqual([]);
  });

  it('of which two meet are told by those two', () => {
    expect(complaintsOf(MANY, (index) => [disease(index === 2_700 ? 300 : index)])).toMatchObject([
      {
        code: 'rulesBothPay',
        args: { first: 'rule300', second: 'rule2700', example: 'claim.type = stay, illness.disease = d300' },
      },
    ]);
  });

  it('that all meet are complained about until it is enough', () => {
    expect(complaintsOf(MANY, () => [age('>', 0)])).toHaveLength(20);
  });
});

describe('rules of a layer that takes one', () => {
  const meet = (first: string, second: string) => {
    const text = large(3, (index) => [first, second, ofDisease(2)][index] ?? '');
    const { findings } = checkDocument(text.replace('- name: rule2', '- name: rule2'), { maxBytes });
    return findings.filter(({ args }) => args.second === 'rule1').map(({ code }) => code);
  };
  const age = (operator: string, value: number) => `{fact: person.age, operator: ${operator}, value: ${value}}`;

  it.each([
    ['touching ages do not meet', age('lessThan', 60), age('greaterThanInclusive', 60), []],
    ['ages that share a year meet', age('lessThanInclusive', 60), age('greaterThanInclusive', 60), ['rulesBothPay']],
    ['an age between whole numbers is none', age('greaterThan', 60), age('lessThan', 61), []],
    ['an alternative may meet', `{any: [${ofDisease(0)}, ${age('greaterThan', 90)}]}`, ofDisease(1), ['rulesBothPay']],
    ['a negation keeps apart', `{not: ${ofDisease(1)}}`, ofDisease(1), []],
    [
      'a list and one of its items meet',
      '{fact: illness.disease, operator: in, value: [d0, d1]}',
      ofDisease(1),
      ['rulesBothPay'],
    ],
    [
      'a list and the rest do not',
      '{fact: illness.disease, operator: in, value: [d0, d2]}',
      '{fact: illness.disease, operator: notIn, value: [d0, d2]}',
      [],
    ],
  ])('%s', (_, first, second, expected) => {
    expect(meet(first, second)).toEqual(expected);
  });
});

describe('a complaint', () => {
  it('has words in both languages, without a placeholder left open', () => {
    for (const { text } of documents.filter(({ file }) => file.startsWith('test/bad'))) {
      for (const { code, args } of checkDocument(text, { maxBytes }).findings) {
        for (const language of ['zh', 'en'] as const) {
          const { message, help } = say(code, args, language);
          expect(message).not.toBe(code);
          expect(`${message} ${help}`).not.toMatch(/\{[a-zA-Z]+\}(?!:)|undefined|\[object/);
        }
      }
    }
  });

  it('is one of at most two hundred', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `  b.s${index}: {value: 1}`).join('\n');
    const { findings, document } = checkDocument(`kind: RuleSet\nstandards:\n${many}\n`, { maxBytes });
    expect(findings).toHaveLength(200);
    expect(document).toBeNull();
  });

  it('about conditions nested in alternatives costs no more than their number', () => {
    const nested = (depth: number): string =>
      depth === 0 ? '{}' : `{all: [${nested(depth - 1)}], any: [${nested(depth - 1)}]}`;
    const text = large(1, () => nested(12));
    expect(checkDocument(text, { maxBytes }).findings.length).toBe(13);
  });
});

describe('hostile conditions', () => {
  it('are left undecided where deciding would take too long', () => {
    const items = Array.from({ length: 60 }, (_, index) => index);
    const alternatives = items.map((item) => ({ any: [age('=', item), { not: disease(item) }] }));
    complaintsOf(300, (index) => [...alternatives, age('!=', index)]);
  });
});

describe('an override without its city', () => {
  it('is checked for what it says by itself', () => {
    const text =
      'kind: Override\njurisdiction: "990001"\nextends: "990000"\neffective: {from: 2020-01-01}\nreason: 试\nstandards:\n  any.thing: 1\n';
    expect(checkDocument(text, { maxBytes }).findings).toEqual([]);
    expect(checkDocument(text.replace('990001', '990000'), { maxBytes }).findings).toMatchObject([
      { code: 'countyIsCity' },
    ]);
  });
});
