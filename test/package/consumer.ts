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
