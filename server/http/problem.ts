import type { Finding } from '../domain/finding.ts';
import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import { Refusal } from '../domain/refusal.ts';

/** Statuses that problems are answered with. */
export type ProblemStatus = 400 | 404 | 405 | 406 | 409 | 413 | 415 | 422 | 500 | 503;

/** Status of a refusal by its code; whatever is wrong inside a request that could be read is 422. */
const statuses: Readonly<Record<string, ProblemStatus>> = {
  notJson: 400,
  jsonEndsEarly: 400,
  jsonTooDeep: 400,
  jsonKeyTwice: 400,
  jsonKeyForbidden: 400,
  jsonLoneSurrogate: 400,
  jsonNumberTooLarge: 400,
  notUtf8: 400,
  notFound: 404,
  versionUnknown: 404,
  digestUnknown: 404,
  methodNotAllowed: 405,
  notAcceptable: 406,
  noRuleSetInForce: 409,
  noRuleSets: 409,
  nothingPublished: 409,
  tooLarge: 413,
  unsupportedMediaType: 415,
  unsupportedEncoding: 415,
  internalError: 500,
  ruleSetUnusable: 503,
};

/** At most so many errors are told of one request. */
const MOST_ERRORS = 100;

/** An answer that says what is wrong, by RFC 9457. */
export interface Problem {
  readonly status: ProblemStatus;
  readonly body: string;
}

/** The problem that a refusal is for a caller. */
export function problemOf(refusal: Refusal, language: Language): Problem {
  const status = statuses[refusal.code] ?? 422;
  const findings = refusal.findings.filter(({ severity }) => severity === 'error').slice(0, MOST_ERRORS);
  const first = findings[0];
  const body = {
    type: `urn:problem:dixian:${refusal.code}`,
    title: say(`problem${status}`, {}, language).message,
    status,
    code: refusal.code,
    ...(first === undefined ? {} : { detail: say(first.code, first.args, language).message }),
    errors: findings.map((finding) => errorOf(finding, language)),
  };
  return { status, body: JSON.stringify(body) };
}

function errorOf({ code, args, at }: Finding, language: Language): Record<string, unknown> {
  const { message, help } = say(code, args, language);
  const place = { pointer: at?.pointer ?? '', ...(at?.line === undefined ? {} : { line: at.line, column: at.column }) };
  return { ...place, code, message, ...(help === null ? {} : { help }) };
}

/** A refusal with one finding that concerns the request as a whole. */
export function refusalOf(code: string, args: Finding['args'] = {}): Refusal {
  return new Refusal([{ code, severity: 'error', args }]);
}
