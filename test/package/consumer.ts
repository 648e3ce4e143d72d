/** A consumer's mistakes: the compiler must find each of them. */
export const wrongUse = `import { compile, settle, type Evaluation } from 'dixian';

// @ts-expect-error a rule set is needed
compile({});
// @ts-expect-error no such option
compile({ ruleSet: '', rulesets: '' });
// @ts-expect-error no such language
const rules = compile({ ruleSet: '', language: 'fr' });
// @ts-expect-error the request has a date
settle(rules, { id: 'x', claim: { type: 'inpatient' } });
// @ts-expect-error an id is text
settle(rules, { id: 7, date: '2019-06-01', claim: { type: 'inpatient' } });
// @ts-expect-error a claim has a type
settle(rules, { id: 'x', date: '2019-06-01', claim: {} });
// @ts-expect-error rules come from compile
settle({ jurisdiction: '371500' }, { id: 'x', date: '2019-06-01', claim: { type: 'inpatient' } });

export function read(answer: Evaluation): number {
  // @ts-expect-error no such field
  answer.payed;
  for (const notice of answer.notices) {
    if (notice.code === 'limitReached') return Number(notice.unpaid);
    // @ts-expect-error of limitReached alone
    notice.unpaid;
  }
  const line: string | null | undefined = answer.layers[0]?.lines[0]?.boundBy;
  return line === null ? answer.paid : answer.selfPay.total;
}
`;

/** What the page's programs use of Node. */
export const ofNode = `declare module 'node:fs/promises' {
  export function readFile(path: string, encoding: 'utf8'): Promise<string>;
}
declare const console: { log(...words: unknown[]): void };
`;

/** A program that settles a claim with the client, and then a wrong one. */
export const clientProgram = (baseUrl: string) => `import { createDixianClient } from 'dixian/client';
import { readFileSync } from 'node:fs';
const client = createDixianClient({ baseUrl: '${baseUrl}', language: 'en' });
const body = JSON.parse(readFileSync('claim.json', 'utf8'));
const { data } = await client.POST('/api/v1/evaluations', { body });
const claim = { ...body.claim, cost: { inScope: 'much' } };
const { error } = await client.POST('/api/v1/evaluations', { body: { ...body, claim } });
process.stdout.write([data.paid, error.status, error.code].join(' '));
`;

/** Mistakes in using the client: the compiler must find each of them. */
export const wrongClientUse = `import { createDixianClient } from 'dixian/client';

// @ts-expect-error where the service is is needed
createDixianClient({});
// @ts-expect-error no such language
createDixianClient({ baseUrl: '', language: 'fr' });
const client = createDixianClient({ baseUrl: 'http://127.0.0.1:3000' });

export async function use(): Promise<number> {
  // @ts-expect-error no such path
  await client.GET('/api/v1/evaluation');
  // @ts-expect-error the code is missing
  await client.GET('/api/v1/jurisdictions/{code}', {});
  // @ts-expect-error a request has a date
  await client.POST('/api/v1/evaluations', { body: { id: 'x', jurisdiction: '371525', claim: { type: 'inpatient' } } });
  const { data, error } = await client.GET('/api/v1/jurisdictions/{code}/effective', {
    params: { path: { code: '371525' } },
  });
  if (error !== undefined) return error.status;
  // @ts-expect-error no such field
  data.standard;
  return data.chosen ? 1 : 0;
}
`;
