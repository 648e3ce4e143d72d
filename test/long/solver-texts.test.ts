import { expect, it } from 'vitest';
import { sharedSolver } from '../solver.ts';

/** Before scripts were kept until they are read, three of a thousand of these came to z3 with another end. */
const QUERIES = 3_000;

it('the solver is told every text to its end, however busy the machine', async () => {
  const options = { milliseconds: 5_000, arithmetic: 'default' } as const;
  const declared = Array.from({ length: 60 }, (_, at) => `(declare-const x${at} Int)(assert (<= 0 x${at}))`);
  const answers = new Map<string, number>();
  for (let query = 0; query < QUERIES; query += 1) {
    const text = [...declared, `(assert (= x0 ${query}))`, `(assert (> x0 ${query - (query % 2)}))`].join('\n');
    const { answer } = await sharedSolver().check(text, [], options);
    const told = answer === (query % 2 === 0 ? 'unsat' : 'sat') ? 'right' : answer;
    answers.set(told, (answers.get(told) ?? 0) + 1);
  }
  expect([...answers]).toEqual([['right', QUERIES]]);
});
