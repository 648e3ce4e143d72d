import type { Label } from '../../domain/label.ts';
import { Refusal } from '../../domain/refusal.ts';
import { USUAL_ITEMS } from '../../usecases/page.ts';
import { type Answer, JSON_TYPE } from '../exchange.ts';
import { allowFor } from '../guard.ts';
import { writeJson } from '../json.ts';
import type { ProblemCode } from '../problem-status.ts';
import type { Call } from '../route.ts';
import type { Service } from '../service.ts';

/** What reading the rules of a jurisdiction can be refused with. */
export const readProblems: readonly ProblemCode[] = [
  'jurisdictionNotFound',
  'jurisdictionNotAllowed',
  'ruleSetUnusable',
];

/** The same, where a date is asked for. */
export const datedProblems: readonly ProblemCode[] = [...readProblems, 'noRuleSetInForce', 'noRuleSets'];

/** What a refusal is called where the address itself names what there is not. */
const inAddress: Readonly<Record<string, ProblemCode>> = {
  unknownJurisdiction: 'jurisdictionNotFound',
  cliNeedsCounty: 'floorOfCity',
};

/**
 * Answers a question about the jurisdiction that the address names, to those who may read it.
 * @throws Refusal with the codes of addresses: what is not there is a 404
 */
export async function reading<Result>(
  service: Service,
  { identity, parameters }: Call,
  code: string,
  read: () => Promise<Result>,
): Promise<Result> {
  await allowFor(service, identity, 'read', code);
  return answered(read, 'code' in parameters ? 'code' : 'jurisdiction');
}

/**
 * Does what may be refused, and calls refusals as addresses do.
 * @param place the parameter that names the jurisdiction
 */
export async function answered<Result>(read: () => Promise<Result>, place = 'jurisdiction'): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.findings.map(({ at, ...finding }) => {
        const code = inAddress[finding.code] ?? finding.code;
        const named = at?.pointer?.startsWith('/') === true && at.file === undefined ? at.pointer.slice(1) : null;
        const parameter = named === 'jurisdiction' ? place : named;
        return { ...finding, code, ...(parameter === null ? (at === undefined ? {} : { at }) : { at: { parameter } }) };
      }),
      inAddress[error.code] ?? error.code,
    );
  }
}

/** An answer that may change with the next publication, and may be asked for again by its ETag. */
export function current(value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status: 200,
    type: JSON_TYPE,
    body: writeJson(value),
    headers: { 'Cache-Control': 'private, no-cache', ...headers },
  };
}

/** An answer that is the same for ever. */
export const IMMUTABLE: Readonly<Record<string, string>> = { 'Cache-Control': 'private, max-age=31536000, immutable' };

/** What is said of every list in pages. */
export const inPages: Label = {
  zh: '分页：答复中的 next 作为下一页的 cursor；最后一页的 next 为 null。',
  en: 'In pages: `next` of an answer is `cursor` of the page after it, null on the last.',
};

/** The header that leads to the page after this one; none on the last. @param others what else the address asks for */
export function nextPage(
  path: string,
  next: string | null,
  limit: string | undefined,
  others: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  if (next === null) return {};
  const query = new URLSearchParams({ ...others, cursor: next, limit: limit ?? String(USUAL_ITEMS) });
  return { Link: `<${path}?${query}>; rel="next"` };
}
