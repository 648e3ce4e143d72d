import type { IncomingHttpHeaders } from 'node:http';
import { isDate } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import type { Label } from '../domain/label.ts';
import { Refusal } from '../domain/refusal.ts';
import { isVersion, VERSION_FORM } from '../rulesets/version-form.ts';
import { inShort } from '../rulesets/words.ts';
import { referenceOf } from '../usecases/compared/reference.ts';
import { MOST_ITEMS, USUAL_ITEMS } from '../usecases/page.ts';
import { isDigest } from '../usecases/rule-set-choice.ts';
import type { ProblemCode } from './problem-status.ts';
import type { Parameter } from './route.ts';

const label = (zh: string, en: string): Label => ({ zh, en });
const asked = (
  code: ProblemCode,
  accepts: (text: string) => boolean,
  bounds: Readonly<Record<string, number>> = {},
): Pick<Parameter, 'problems' | 'check'> => ({
  problems: [code],
  check: (text) => (accepts(text) ? null : { code, args: { value: inShort(text), given: inShort(text), ...bounds } }),
});
const lengthTo = (most: number) => asked('parameterLength', ({ length }) => length >= 1 && length <= most, { most });

/** Characters of a search at the most: words, each with the names that stand for it. */
const MOST_SEARCHED = 2000;

/** The jurisdiction that an address is about. */
export const codeInPath: Parameter = {
  name: 'code',
  in: 'path',
  required: true,
  description: label(
    '六位行政区划代码；同一地区更名前后的代码都认',
    'six-digit code; an earlier or later code of the same place is understood',
  ),
  schema: { type: 'string', pattern: '^[0-9]{6}$' },
  ...asked('requestNotCode', (text) => /^[0-9]{6}$/.test(text)),
};

/** A city, where there are several. */
export const cityInQuery: Parameter = {
  ...codeInPath,
  name: 'city',
  in: 'query',
  required: false,
  description: label('市的代码；只有一个市时可省略', 'the city’s code; may be left out where there is only one'),
};

/** The same code in the query. */
export const jurisdictionInQuery: Parameter = {
  ...codeInPath,
  name: 'jurisdiction',
  in: 'query',
  required: false,
  description: label('地区代码', 'the jurisdiction’s code'),
};

/** The date that is looked at. */
export const date: Parameter = {
  name: 'date',
  in: 'query',
  required: false,
  description: label(
    '日期 YYYY-MM-DD；省略时取最近有生效规则集的日期，答复中注明',
    'a date, YYYY-MM-DD; left out: the nearest with rules in force, which the answer tells',
  ),
  schema: { type: 'string', format: 'date' },
  ...asked('requestNotDate', isDate),
};

/** Whether reasons are wanted. */
export const explain: Parameter = {
  name: 'explain',
  in: 'query',
  required: false,
  description: label('true：附理由', 'true: with the reasons'),
  schema: { type: 'string', enum: ['true', 'false'] },
  ...asked('parameterNotBoolean', (text) => text === 'true' || text === 'false'),
};

/** A published version. */
export const version: Parameter = {
  name: 'version',
  in: 'path',
  required: true,
  description: label('版本号', 'a version number'),
  schema: { type: 'string', pattern: VERSION_FORM },
  ...asked('requestNotVersion', isVersion),
};

/** A reference as its caller wrote it: a plus sign that is not encoded comes as a space, which no reference holds. */
export function sideSent(text: string): string {
  return text.replace(' ', '+');
}

/** One of two published rule sets that are compared. */
export function sideInQuery(name: string, zh: string, en: string): Parameter {
  return {
    name,
    in: 'query',
    required: true,
    description: label(
      `${zh}：990101@1.1.0、990101@1.1.0+1.0.0、990101@2019-07-01、990101 或摘要`,
      `${en}: 990101@1.1.0, 990101@1.1.0+1.0.0, 990101@2019-07-01, 990101, or a digest`,
    ),
    schema: { type: 'string', minLength: 1, maxLength: 100 },
    ...asked('sideMalformed', (text) => !['file', 'git'].includes(referenceOf(sideSent(text)).kind)),
  };
}

/** A digest of a text or of effective rules. */
export const digest: Parameter = {
  name: 'digest',
  in: 'path',
  required: true,
  description: label('摘要：sha256: 与 64 位十六进制', '`sha256:` and 64 hex digits'),
  schema: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
  ...asked('requestNotDigest', isDigest),
};

/** By which consequences a publication was decided. A header, for the act is the same whatever was shown, also where it is sent again. */
export const consequencesShown: Parameter = {
  ...digest,
  name: 'Dixian-Consequences',
  in: 'header',
  required: false,
  description: label('决定发布时看到的影响的 digest', 'the `digest` of the consequences that were seen'),
};

/** A claim type of a rule set. */
export const claimType: Parameter = {
  name: 'type',
  in: 'query',
  required: false,
  description: label('申请类型；不填为规则中的第一类', 'the type of claim; the first that the rules know unless said'),
  schema: { type: 'string', minLength: 1, maxLength: 100 },
  ...lengthTo(100),
};

/** How many items of a list are wanted. */
export const limit: Parameter = {
  name: 'limit',
  in: 'query',
  required: false,
  description: label('最多几项', 'at most so many items'),
  schema: { type: 'integer', minimum: 1, maximum: MOST_ITEMS, default: USUAL_ITEMS },
  problems: ['pageLimit'],
  check: (text) =>
    /^[1-9][0-9]{0,2}$/.test(text) && Number(text) <= MOST_ITEMS
      ? null
      : { code: 'pageLimit', args: { given: inShort(text), most: MOST_ITEMS } },
};

/** What lines are searched for. */
export const text: Parameter = {
  name: 'text',
  in: 'query',
  required: false,
  description: label(
    '只列同时含有各段文字的，不分大小写；各段以空格分开，一段中以 | 分开的含有其一即可',
    'only what holds each of these texts, whatever the case; blanks separate them, and of what `|` separates one is enough',
  ),
  schema: { type: 'string', minLength: 1, maxLength: MOST_SEARCHED },
  ...lengthTo(MOST_SEARCHED),
};

/** An end of the audit trail that was noted down. */
export const auditHead: Parameter = {
  name: 'head',
  in: 'query',
  required: false,
  description: label(
    '先前记下的末端：行数:sha256:64 位十六进制',
    'an end noted earlier: `LINES:sha256:` and 64 hex digits',
  ),
  schema: { type: 'string', pattern: '^[0-9]{1,15}:sha256:[0-9a-f]{64}$' },
  ...asked('auditHeadMalformed', (given) => /^\d{1,15}:sha256:[0-9a-f]{64}$/.test(given)),
};

/** Where a list goes on. */
export const cursor: Parameter = {
  name: 'cursor',
  in: 'query',
  required: false,
  description: label('上一页答复中的 next', '`next` of the page before'),
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[A-Za-z0-9_-]+$' },
  ...asked('pageCursor', (text) => /^[A-Za-z0-9_-]{1,200}$/.test(text)),
};

/** The revision that a change was made upon, as the ETag of what was read: a number in quotes. */
export const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  missing: 'ifMatchMissing',
  description: label('读取时答复的 ETag', 'the ETag that it was read with'),
  schema: { type: 'string', pattern: '^"[1-9][0-9]{0,14}"$' },
  ...asked('ifMatchMalformed', (text) => /^"[1-9][0-9]{0,14}"$/.test(text)),
};

/** The revision that {@link ifMatch} names. */
export function revisionIn(parameters: Readonly<Record<string, string>>): number {
  return Number(parameters['If-Match']?.slice(1, -1));
}

/** The ETag of a revision. */
export function etagOf(revision: number): string {
  return `"${revision}"`;
}

/**
 * The parameters of a request, checked. Those in headers are named as they are declared.
 * @throws Refusal with everything wrong in path and query, in the order in which the parameters are declared, unknown ones last
 */
export function parametersOf(
  declared: readonly Parameter[],
  url: string,
  path: Readonly<Record<string, string>>,
  headers: IncomingHttpHeaders = {},
): Readonly<Record<string, string>> {
  const at = url.indexOf('?');
  if (declared.length === 0 && at === -1) return path;
  const findings: Finding[] = [];
  const found: Record<string, string> = {};
  const wrong = (name: string, code: string, args: Finding['args']) =>
    findings.push({ code, severity: 'error', args: { name: inShort(name), ...args }, at: { parameter: name } });
  const query = new URLSearchParams(at === -1 ? '' : url.slice(at + 1));
  const inQuery = declared.filter((one) => one.in === 'query').map(({ name }) => name);
  for (const parameter of declared) {
    const { name } = parameter;
    if (parameter.in === 'query' && query.getAll(name).length > 1) wrong(name, 'parameterTwice', {});
    const text = sent(parameter, path, query, headers);
    if (text === undefined) {
      if (parameter.required) wrong(name, parameter.missing ?? 'parameterMissing', {});
      continue;
    }
    const fault = parameter.check(text);
    if (fault === null) found[name] = text;
    else wrong(name, fault.code, fault.args);
  }
  for (const name of new Set(query.keys()))
    if (!inQuery.includes(name)) wrong(name, 'parameterUnknown', { known: inQuery.join(', ') });
  if (findings.length > 0) throw new Refusal(findings);
  return found;
}

function sent(
  { name, in: place }: Parameter,
  path: Readonly<Record<string, string>>,
  query: URLSearchParams,
  headers: IncomingHttpHeaders,
): string | undefined {
  if (place === 'path') return path[name];
  if (place === 'query') return query.get(name) ?? undefined;
  const value = headers[name.toLowerCase()];
  return typeof value === 'string' ? value : undefined;
}
