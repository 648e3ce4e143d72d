import type { Finding } from '../domain/finding.ts';
import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import { Refusal } from '../domain/refusal.ts';
import { statusOf } from './problem-status.ts';

/** At most so many errors are told of one request. */
const MOST_ERRORS = 100;

/** An answer that says what is wrong, by RFC 9457. */
export interface Problem {
  readonly status: number;
  readonly body: string;
}

/**
 * The problem that a refusal is for a caller.
 * @param other a language that each error is told in as well; null for none
 */
export function problemOf(refusal: Refusal, language: Language, other: Language | null = null): Problem {
  if (refusal !== OVERLOADED) return worded(refusal, language, other);
  const key = `${language} ${other}`;
  const known = overloaded.get(key) ?? worded(refusal, language, other);
  overloaded.set(key, known);
  return known;
}

function worded(refusal: Refusal, language: Language, other: Language | null): Problem {
  const status = statusOf(refusal.code);
  const findings = refusal.findings.filter(({ severity }) => severity === 'error').slice(0, MOST_ERRORS);
  const first = findings[0];
  const body = {
    type: `urn:problem:dixian:${refusal.code}`,
    title: say(`problem${status}`, {}, language).message,
    status,
    code: refusal.code,
    ...(first === undefined ? {} : { detail: say(first.code, first.args, language).message }),
    errors: findings.map((finding) => errorOf(finding, language, other)),
  };
  return { status, body: JSON.stringify(body) };
}

/** The problem of one line among many, in the place of its answer; without a line feed. */
export function problemLine(line: number, id: string | null, refusal: Refusal, language: Language): string {
  return `{"line":${line},"id":${JSON.stringify(id)},"problem":${problemOf(refusal, language).body}}`;
}

/** The problem of one item of an array, in the place of its answer; the first has the index 0. */
export function problemItem(index: number, id: string | null, refusal: Refusal, language: Language): string {
  return `{"index":${index},"id":${JSON.stringify(id)},"problem":${problemOf(refusal, language).body}}`;
}

function errorOf({ code, args, at }: Finding, language: Language, other: Language | null): Record<string, unknown> {
  const place = {
    pointer: at?.pointer ?? '',
    ...(at?.parameter === undefined ? {} : { parameter: at.parameter }),
    ...(at?.line === undefined ? {} : { line: at.line, column: at.column }),
  };
  const told = (spoken: Language) => {
    const { message, help } = say(code, args, spoken);
    return { message, ...(help === null ? {} : { help }) };
  };
  const also = other === null ? {} : { also: { language: other, ...told(other) } };
  return { ...place, code, ...told(language), ...also };
}

/** A refusal with one finding that concerns the request as a whole. */
export function refusalOf(code: string, args: Finding['args'] = {}): Refusal {
  return new Refusal([{ code, severity: 'error', args }]);
}

/**
 * The refusal of what the process cannot take on. An overload answers it thousands of times a second, and what that costs is
 * missing to those who are answered: it is made once, and worded once in each language.
 */
export const OVERLOADED = refusalOf('overloaded');

const overloaded = new Map<string, Problem>();
