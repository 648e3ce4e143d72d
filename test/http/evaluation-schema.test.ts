import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { Evaluation as Answer, WhyNot } from '../../schemas/generated/documents.ts';
import type { Notice, Reason, UnappliedRule } from '../../server/engine/settlement.ts';
import { evaluationJson } from '../../server/http/evaluation-json.ts';
import type { Scenarios } from '../../server/rulesets/language.ts';
import { newAjv } from '../../server/rulesets/schemas.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import { draftRules } from '../../server/usecases/draft-rules.ts';
import { evaluator } from '../../server/usecases/evaluate.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { filesIn, root } from '../house/sources.ts';

const schema = (name: string) =>
  JSON.parse(readFileSync(join(root, 'schemas', `${name}.schema.json`), 'utf8')) as object;
const fits = newAjv().addSchema(schema('language')).addSchema(schema('answers')).compile<Answer>(schema('evaluation'));

/** What is wrong with a text as an answer. */
function misses(text: string): readonly string[] {
  if (fits(JSON.parse(text))) return [];
  return (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Answers to every scenario below a folder of rules, with and without reasons, in both languages. */
async function answersIn(folder: string): Promise<readonly string[]> {
  const evaluate = evaluator(new RuleBook(await openFolder(join(root, folder), { samples: true })));
  const answers: string[] = [];
  for (const path of filesIn(folder, /scenarios.*\.yaml$/)) {
    const { document } = checkDocument(readFileSync(join(root, path), 'utf8'), { maxBytes: 8 << 20 });
    const { scenarios, jurisdiction, date } = document as Scenarios;
    for (const scenario of scenarios.filter((one) => one.expect.refused === undefined)) {
      const request = { id: 'x', jurisdiction: scenario.jurisdiction ?? jurisdiction, date: scenario.date ?? date };
      for (const explain of [false, true]) {
        const evaluation = await evaluate({ ...request, claim: scenario.claim, explain });
        for (const language of ['zh', 'en'] as const) answers.push(evaluationJson(evaluation, language));
      }
    }
  }
  return answers;
}

describe('evaluation.schema.json', () => {
  let answers: readonly string[];
  beforeAll(async () => {
    answers = [...(await answersIn('rules')), ...(await answersIn('test/cities'))];
  });

  it('describes every answer', () => {
    expect(answers.length).toBeGreaterThan(1000);
    for (const answer of answers) expect(misses(answer), answer).toEqual([]);
  });

  it('describes the answer by a text that has not been published', async () => {
    const book = new RuleBook(await openFolder(join(root, 'rules'), { samples: false }));
    const text = readFileSync(join(root, 'rules/samples/371525-guanxian-sample.yaml'), 'utf8');
    const evaluation = await evaluator(
      book,
      draftRules(book, 1 << 20),
    )({
      ...{ id: 'x', jurisdiction: '371525', date: '2019-08-01', ruleSet: { text } },
      claim: { type: 'accident', accident: { grades: [7, 7] } },
    });
    const answer = evaluationJson(evaluation, 'en');
    expect(JSON.parse(answer)).toMatchObject({ status: 'draft' });
    expect(misses(answer)).toEqual([]);
  });

  it('describes nothing that is never answered', () => {
    const values = (path: RegExp) => new Set(answers.flatMap((answer) => textsAt(JSON.parse(answer), '', path)));
    const { $defs } = schema('evaluation') as unknown as {
      $defs: Record<'notice' | 'whyNot' | 'settledLayer', SchemaPart>;
    };
    const reasons = $defs.settledLayer.properties?.reason?.enum ?? [];
    expect(values(/^\.layers\.\d+\.reason$/)).toEqual(new Set(reasons));
    expect(new Set([...values(/^\.notices\.\d+\.code$/), 'productReplaced'])).toEqual(tags($defs.notice, 'code'));
    expect(new Set([...values(/\.failed\.kind$/), 'otherRule'])).toEqual(tags($defs.whyNot, 'kind'));
  });

  it('takes no field that it does not describe', () => {
    const explained = answers.filter((answer) => answer.includes('"standards":[{') && answer.includes('"failed":'));
    const closed = /^(|\.ruleSet(\.base)?|\.history|\.(layers|notices|explanation)\.\d+|\.layers\.\d+\.lines\.\d+)$/;
    const inside = /^\.explanation\.\d+\.(failed|standards\.\d+(\.origin)?)$/;
    const answer = explained[0] ?? '';
    const places = objectsIn(JSON.parse(answer), '').filter((path) => closed.test(path) || inside.test(path));
    expect(places.length).toBeGreaterThan(20);
    for (const place of places) {
      const changed = JSON.parse(answer) as object;
      Object.assign(at(changed, place), { unheardOf: 1 });
      expect(fits(changed), place).toBe(false);
    }
  });

  it('has the codes of the engine, which the compiler compares', () => {
    expectTypeOf<NonNullable<Answer['layers'][number]['reason']>>().toEqualTypeOf<Reason>();
    expectTypeOf<Answer['notices'][number]['code']>().toEqualTypeOf<Notice['code']>();
    expectTypeOf<WhyNot['kind']>().toEqualTypeOf<UnappliedRule['failed']['kind']>();
  });
});

interface SchemaPart {
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly oneOf?: readonly SchemaPart[];
  readonly properties?: Readonly<Record<string, SchemaPart>>;
}

/** The words by which the alternatives of a schema are told apart. */
function tags({ oneOf = [] }: SchemaPart, key: string): ReadonlySet<string> {
  const words = oneOf.flatMap(({ properties }) => {
    const { const: one, enum: some } = properties?.[key] ?? {};
    return some ?? (one === undefined ? [] : [one]);
  });
  return new Set(words);
}

function entriesOf(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  return Object.entries(Object(value)).map(([key, one]) => [`${path}.${key}`, one] as const);
}

/** Texts in a value whose path fits. */
function textsAt(value: unknown, path: string, pattern: RegExp): readonly string[] {
  if (typeof value === 'string') return pattern.test(path) ? [value] : [];
  if (typeof value !== 'object') return [];
  return entriesOf(value, path).flatMap(([inner, one]) => textsAt(one, inner, pattern));
}

/** The paths of all objects in a value. */
function objectsIn(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = entriesOf(value, path).flatMap(([below, one]) => objectsIn(one, below));
  return Array.isArray(value) ? inner : [path, ...inner];
}

function at(value: object, path: string): object {
  const steps = path.split('.').slice(1);
  return steps.reduce<object>((one, step) => Reflect.get(one, step) as object, value);
}
