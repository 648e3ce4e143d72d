import { readdirSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import examplesSchema from '../../schemas/form-examples.schema.json' with { type: 'json' };
import formsSchema from '../../schemas/forms.schema.json' with { type: 'json' };
import languageSchema from '../../schemas/language.schema.json' with { type: 'json' };
import { fenOf } from '../../server/domain/money.ts';
import { compile } from '../../server/engine/compile.ts';
import { forms } from '../../server/engine/forms/index.ts';
import type { Claim, Settlement } from '../../server/engine/settlement.ts';
import type {
  FactDeclarations,
  RuleDeclaration,
  RuleSet,
  StandardDeclaration,
} from '../../server/rulesets/language.ts';
import { document, effective } from '../naive/documents.ts';
import { byEngine, byMeaning } from './both-engines.ts';

interface Example {
  readonly name: { readonly zh: string; readonly en: string };
  readonly standards: Readonly<Record<string, StandardDeclaration>>;
  readonly params: Readonly<Record<string, unknown>>;
  readonly facts?: FactDeclarations;
  readonly claim: { readonly cost?: Readonly<Record<string, number>>; readonly [key: string]: unknown };
  readonly expect: {
    readonly owed: number;
    readonly paid: number;
    readonly boundBy?: string;
    readonly reason?: string;
    readonly formula?: string | { readonly zh: string; readonly en: string };
    readonly funding?: Readonly<Record<string, number>>;
    readonly after?: number;
  };
}

const folder = 'server/engine/forms';
const files = readdirSync(new URL(`../../${folder}`, import.meta.url)).filter((name) =>
  name.endsWith('.examples.yaml'),
);
const ajv = new Ajv({ strict: false, formats: { date: true }, schemas: [languageSchema, formsSchema] });
const isExamples = ajv.compile(examplesSchema);
const date = '2019-06-01';

/** The example as a rule set of one rule, `example` of the layer `plan`, that every claim meets. */
function ruleSetOf(form: string, { standards, params, facts, claim }: Example): RuleSet {
  const bill = Object.keys(claim.cost ?? {}).map((item) => [`cost.${item}`, { money: {} }]);
  const always = { conditions: { all: [] } };
  const rule = (name: string, type: string, of: object) =>
    ({ name, ...always, event: { type, params: of } }) as RuleDeclaration;
  const rules =
    form === 'terms'
      ? [rule('terms', form, params), { ...rule('example', 'sum', { sum: '$plan.sum' }), layer: 'plan' }]
      : [{ ...rule('example', form, params), layer: 'plan' }];
  return {
    kind: 'RuleSet',
    jurisdiction: '371500',
    effective: { from: '2019-01-01', to: '2019-12-31' },
    title: { zh: '算例' },
    claims: { claim: { facts: { ...Object.fromEntries(bill), ...facts } } },
    layers: [{ name: 'plan' }],
    standards,
    rules,
  } as RuleSet;
}

function found({ layers, history }: Pick<Settlement, 'layers' | 'history'>) {
  const [layer] = layers;
  const line = layer?.lines[0];
  const after = Object.values(history.after).flatMap((names) =>
    Object.values(names).flatMap((kinds) => Object.values(kinds)),
  );
  return {
    owed: line?.owed ?? 0,
    paid: layer?.paid,
    boundBy: line?.boundBy ?? null,
    reason: layer?.reason ?? null,
    funding: line?.funding,
    after: after[0],
  };
}

function wanted({ owed, paid, boundBy, reason, funding, after }: Example['expect'], counts: boolean) {
  return {
    owed: fenOf(owed),
    paid: fenOf(paid),
    boundBy: boundBy ?? null,
    reason: reason ?? null,
    funding: funding && Object.fromEntries(Object.entries(funding).map(([who, cny]) => [who, fenOf(cny)])),
    after: after === undefined ? undefined : counts ? after : fenOf(after),
  };
}

test('every form has its examples', () => {
  const stems = Object.keys(forms).map(
    (name) => `${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}.examples.yaml`,
  );
  expect(files.sort()).toEqual(stems.sort());
});

describe.each(files)('%s', (file) => {
  const examples = document(`${folder}/${file}`) as { readonly form: string; readonly examples: readonly Example[] };

  test('is written as its schema says', () => {
    expect(isExamples(examples), JSON.stringify(isExamples.errors)).toBe(true);
  });

  test.each(examples.examples.map((example) => [example.name.en, example] as const))('%s', async (_, example) => {
    const ruleSet = effective(ruleSetOf(examples.form, example));
    const claim = { type: 'claim', ...example.claim } as Claim;
    const expected = wanted(example.expect, examples.form === 'allowance');
    const engines = [compile(ruleSet), compile(ruleSet, { generate: false })];
    for (const outcome of [
      byMeaning(ruleSet, claim, date),
      ...(await Promise.all(engines.map((one) => byEngine(one, claim, date)))),
    ]) {
      if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`);
      expect(found(outcome)).toEqual(expected);
    }
    const { formula } = example.expect;
    if (formula === undefined) return;
    const [reason] = (await compile(ruleSet).explain(claim, date)).explanation;
    if (reason === undefined || !('formula' in reason)) throw new Error('the rule was not applied');
    expect(reason.formula).toEqual(typeof formula === 'string' ? { zh: formula, en: formula } : formula);
  });
});
