import { Refusal } from '../../domain/refusal.ts';
import { sha256 } from '../../domain/sha256.ts';
import { compareSides } from '../../usecases/compare.ts';
import { referenceOf } from '../../usecases/compared/reference.ts';
import { type Side, sideOf } from '../../usecases/compared/side.ts';
import { comparisonAnswer, visibleJson } from '../changes/comparison-json.ts';
import { comparisonReport } from '../changes/comparison-report.ts';
import { csvOf } from '../changes/csv.ts';
import { htmlOf } from '../changes/html.ts';
import { markdownOf } from '../changes/markdown.ts';
import { tableOf } from '../changes/table.ts';
import { XLSX_TYPE, xlsxOf } from '../changes/xlsx.ts';
import { type Answer, JSON_TYPE } from '../exchange.ts';
import { allowFor } from '../guard.ts';
import { sideInQuery, sideSent } from '../parameters.ts';
import { placeProblems } from '../problem-groups.ts';
import type { Call, Content, Route } from '../route.ts';
import type { Service } from '../service.ts';

const text = (type: string): Content => ({ type, schema: { type: 'string' } });

/** `GET /api/v1/diffs`: what changed from one published rule set to another; for those who may read both places. */
export function readDiff(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/diffs',
    operation: 'readDiff',
    summary: {
      zh: '两份已发布的规则之间变了什么，对参保人是好是坏',
      en: 'What changed between two published rule sets, and what it is to claimants',
    },
    description: {
      zh: '按 Accept 给出 JSON、Markdown、CSV、HTML 或 Excel 表格。',
      en: 'By Accept as JSON, Markdown, CSV, HTML or a workbook of Excel.',
    },
    scope: 'read',
    parameters: [sideInQuery('from', '之前', 'the side before'), sideInQuery('to', '之后', 'the side after')],
    headers: ['Content-Language'],
    contents: [
      { type: 'application/json', schema: 'diff-answer.schema.json' },
      ...['text/markdown', 'text/csv', 'text/html', XLSX_TYPE].map(text),
    ],
    conditional: true,
    problems: [
      'unknownJurisdiction',
      'unknownVersion',
      'baseVersionNeeded',
      'baseVersionDiffers',
      'unknownDigest',
      'jurisdictionNotAllowed',
      'overloaded',
      ...placeProblems,
    ],
    handle: async (call) => {
      const [from, to] = [await sideFor(service, call, 'from'), await sideFor(service, call, 'to')];
      const headers = headersFor(service, call, [from, to]);
      // The same words for ever: whoever has them need not wait for them to be found again.
      if (call.request.headers['if-none-match'] === headers.ETag)
        return { status: 200, type: call.type, body: '', headers };
      return service.admission.heavy(service.limits.drafts, async () => ({
        ...(await answerOf(service, call, [from, to])),
        headers,
      }));
    },
  };
}

/** One side, found for those who may read it; what is refused names the parameter. */
async function sideFor(service: Service, { parameters, identity }: Call, parameter: 'from' | 'to'): Promise<Side> {
  const given = sideSent(parameters[parameter] ?? '');
  const reference = referenceOf(given);
  // Before anything is looked for: what there is of a place is not told to those who may not read it.
  if ('code' in reference) await allowFor(service, identity, 'read', reference.code);
  try {
    const side = await sideOf(service.book, given, service.now(), null);
    await allowFor(service, identity, 'read', side.rules.jurisdiction.code);
    return side;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.findings.map((finding) => (finding.at?.line === undefined ? { ...finding, at: { parameter } } : finding)),
      error.code,
    );
  }
}

/** Both digests say all of the rules; labels come from the program and the registry, whose version and places are named. */
function headersFor(
  service: Service,
  { language, type }: Call,
  sides: readonly Side[],
): { readonly ETag: string } & Record<string, string> {
  const names = sides.map(({ rules, label }) => [rules.name.effectiveDigest, rules.name.version, label[language]]);
  const tag = sha256(JSON.stringify([service.version, language, type, names])).slice('sha256:'.length);
  return {
    ETag: `W/"${tag}"`,
    'Cache-Control': 'private, no-cache',
    'Content-Language': language,
    Vary: 'Accept, Accept-Language',
  };
}

async function answerOf(
  service: Service,
  { language, type }: Call,
  [from, to]: readonly [Side, Side],
): Promise<Answer> {
  const comparison = await compareSides(service.book, from, to);
  const report = () => comparisonReport(comparison, language);
  switch (type) {
    case 'text/markdown':
      return { status: 200, type: `${type}; charset=utf-8`, body: markdownOf(report()) };
    case 'text/csv':
      return { status: 200, type: `${type}; charset=utf-8; header=present`, body: csvOf(tableOf(report())) };
    case 'text/html':
      return { status: 200, type: `${type}; charset=utf-8`, body: htmlOf(report()) };
    case XLSX_TYPE:
      return { status: 200, type, body: await xlsxOf(report()) };
    default:
      return {
        status: 200,
        type: JSON_TYPE,
        body: visibleJson(JSON.stringify(comparisonAnswer(comparison, language))),
      };
  }
}
