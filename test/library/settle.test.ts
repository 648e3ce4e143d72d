import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Refusal } from '../../server/domain/refusal.ts';
import { evaluationJson } from '../../server/http/evaluation-json.ts';
import {
  type CompiledRules,
  compile,
  DixianError,
  type SettleRequest,
  settle,
  settleText,
} from '../../server/library/index.ts';
import type { Scenarios } from '../../server/rulesets/language.ts';
import { parseDocument } from '../../server/rulesets/parse.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import { type Evaluate, evaluator } from '../../server/usecases/evaluate.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { filesIn, root } from '../house/sources.ts';
import { example } from '../http/service.ts';
import { read, texts } from './documents.ts';

const { jurisdiction: _, ...request } = example as SettleRequest & { jurisdiction: string };
const city = compile({ ruleSet: texts.city });

/** The error that comes of something. */
async function refused(work: () => unknown): Promise<DixianError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DixianError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('settle', () => {
  it('is the worked example', async () => {
    const answer = await settle(compile({ ruleSet: texts.city, jurisdiction: '371525' }), request);
    expect(answer).toMatchObject({ id: 'example', jurisdiction: '371525', paid: 18902, selfPay: { total: 2598 } });
    expect(answer.layers.map(({ layer, paid }) => [layer, paid])).toEqual([
      ['basicMedical', 15840],
      ['criticalIllness', 0],
      ['hospitalReduction', 150],
      ['medicalAssistance', 2912],
      ['supplementaryMedical', 0],
    ]);
  });

  it('is settleText read as JSON', async () => {
    expect(await settle(city, request)).toEqual(JSON.parse(await settleText(city, request)));
  });

  it('tells reasons in the language asked for', async () => {
    const { explanation } = await settle(city, { ...request, explain: true }, { language: 'en' });
    expect(explanation?.find(({ rule }) => rule === 'basicMedicalLevel1')?.label).toMatch(/^[ -~]+$/);
  });

  it('leaves out what JSON leaves out', async () => {
    const claim = { ...request.claim, referral: undefined };
    expect(await settle(city, { ...request, claim, explain: undefined })).toMatchObject({ paid: 18902 });
  });
});

describe('settleText', () => {
  let evaluate: Evaluate;
  const rules = new Map<string, CompiledRules>();
  beforeAll(async () => {
    evaluate = evaluator(new RuleBook(await openFolder(join(root, 'rules'), { samples: true })));
    const given = { ruleSet: texts.city, version: '1.0.0' };
    for (const generate of [true, false]) {
      for (const [code, override] of [
        ['371525', texts.guanxian],
        ['371522', texts.shenxian],
      ] as const)
        rules.set(`${code} ${generate}`, compile({ ...given, override, overrideVersion: '1.0.0', generate }));
      for (const jurisdiction of ['371500', '371581'])
        rules.set(`${jurisdiction} ${generate}`, compile({ ...given, jurisdiction, generate }));
    }
  });

  const scenarios = filesIn('rules', /scenarios.*\.yaml$/).flatMap((path) => {
    const document = parseDocument(read(path), { maxBytes: 1 << 20 }).document as Scenarios;
    return document.scenarios.map(({ claim, jurisdiction, date }) => ({
      id: path,
      jurisdiction: jurisdiction ?? document.jurisdiction,
      date: date ?? document.date,
      claim: claim as SettleRequest['claim'],
    }));
  });

  const answered = async (asked: object) => {
    try {
      return evaluationJson(await evaluate(asked), 'en');
    } catch (error) {
      return (error as Refusal).code;
    }
  };

  it.each([true, false])('is the text that the service answers, with generated code: %s', async (generate) => {
    let settled = 0;
    for (const scenario of scenarios) {
      const own = rules.get(`${scenario.jurisdiction} ${generate}`);
      if (own === undefined) continue;
      for (const explain of [false, true]) {
        const asked = { ...scenario, explain };
        const wanted = await answered(asked);
        const given = await settleText(own, asked, { language: 'en' }).catch((error: DixianError) => error.code);
        expect(given).toBe(wanted);
        settled += 1;
      }
    }
    expect(settled).toBeGreaterThan(300);
  });

  it('goes by the city alone on a day on which the override does not hold, and says when nothing holds', async () => {
    const own = rules.get('371525 true') as CompiledRules;
    const { effective } = parseDocument(texts.guanxian, { maxBytes: 1 << 20 }).document as {
      effective: { from: string };
    };
    expect(effective.from > own.period.from).toBe(true);
    for (const date of [own.period.from, effective.from]) {
      const asked = { ...example, id: date, date };
      expect(await settleText(own, asked)).toBe(evaluationJson(await evaluate(asked), 'zh'));
    }
    const early = await refused(() => settle(own, { ...request, date: '2018-12-31' }));
    expect(early).toMatchObject({
      code: 'noRuleSetInForce',
      errors: [{ help: expect.stringContaining('2019-01-01') }],
    });
  });
});

describe('a request that cannot be followed', () => {
  const circle: Record<string, unknown> = { type: 'inpatient' };
  circle.self = circle;

  it.each<[string, unknown, string, string]>([
    [
      'a fact that is none',
      { ...request, claim: { ...request.claim, hospitl: 1 } },
      'claimFieldUnknown',
      '/claim/hospitl',
    ],
    [
      'no number',
      { ...request, claim: { ...request.claim, cost: { inScope: Number.NaN } } },
      'claimWrongType',
      '/claim/cost/inScope',
    ],
    [
      'a third decimal',
      { ...request, claim: { ...request.claim, cost: { inScope: 0.001 } } },
      'claimNotMoney',
      '/claim/cost/inScope',
    ],
    ['no date', { ...request, date: '2019-02-29' }, 'requestNotDate', '/date'],
    ['an id that is no text', { ...request, id: 7 }, 'requestWrongType', '/id'],
    ['another jurisdiction', { ...request, jurisdiction: '371522' }, 'libraryOtherJurisdiction', '/jurisdiction'],
    ['an instant', { ...request, asOf: '2019-06-01' }, 'requestFieldUnknown', '/asOf'],
    ['a circle', { ...request, claim: circle }, 'libraryNotJson', ''],
    ['a BigInt', { ...request, claim: { type: 'inpatient', cost: { inScope: 1n } } }, 'libraryNotJson', ''],
    ['a lone surrogate', { ...request, id: '\ud800' }, 'jsonLoneSurrogate', ''],
    ['nothing', undefined, 'requestNotObject', ''],
    ['a list', [request], 'requestNotObject', ''],
  ])('by %s is refused with its place', async (_name, asked, code, pointer) => {
    const error = await refused(() => settle(city, asked as SettleRequest));
    expect(error).toMatchObject({ name: 'DixianError', code });
    expect(error.errors[0]).toMatchObject({ code, pointer });
    expect(error.message).toContain(error.errors[0]?.message);
  });

  it('is told in the language asked for', async () => {
    const error = await refused(() => settle(city, { ...request, date: 'x' }, { language: 'en' }));
    expect(error.message).toBe('/date: "x" is not a calendar date');
  });

  it('settles by nothing but what compile made', async () => {
    await expect(settle({ ...city }, request)).rejects.toThrow(TypeError);
  });
});
