import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import evaluationSchema from '../../schemas/evaluation.schema.json' with { type: 'json' };
import scenariosSchema from '../../schemas/scenarios.schema.json' with { type: 'json' };
import { emptyFolder, root } from './dixian.ts';
import { runHere } from './in-process.ts';

/** What `dixian test` says of one expectation of a stay in the small city. */
async function told(expected: string): Promise<{ readonly code: number | null; readonly out: string }> {
  const rules = emptyFolder();
  try {
    copyFileSync(`${root}/test/bad/_city.yaml`, join(rules.path, 'plan.yaml'));
    const claim = '{type: stay, hospital: {level: 1}, cost: {inScope: 100}}';
    const scenario = `{name: a, claim: ${claim}, expect: ${expected}}`;
    const text = `kind: Scenarios\njurisdiction: "990000"\ndate: 2020-06-01\nscenarios: [${scenario}]\n`;
    writeFileSync(join(rules.path, 'scenarios.yaml'), text);
    const { code, out, err } = await runHere(['test', rules.path]);
    return { code, out: out + err };
  } finally {
    rules.remove();
  }
}

it.each([
  ['{rules: {basci: 0}}', 'rules.basci：应为 0.00，结算中没有此项（有：coveredDisease、asthma）'],
  ['{boundBy: {basci: null}}', 'boundBy.basci：应为 null，结算中没有此项（有：'],
  ['{layers: {basci: 0}}', 'layers.basci：应为 0.00，结算中没有此项（有：basic'],
  ['{selfPay: {inScop: 20}}', 'selfPay.inScop：应为 20.00，结算中没有此项（有：'],
  ['{history: {year: {basci: {paid: 0}}}}', 'history.year.basci：应为 paid 0，结算中没有此项（有：basic）'],
  ['{funding: {basci: {premium: 0}}}', 'funding.basci'],
])('an expectation of a name that the settlement does not have is a difference: %s', async (expected, words) => {
  const { code, out } = await told(expected);
  expect(code).toBe(1);
  expect(out).toContain(words);
});

it('so is a notice that there is no such thing as', async () => {
  const { code, out } = await told('{noNotices: [limitReachd]}');
  expect(code).not.toBe(0);
  expect(out).toContain('您是不是要写 limitReached');
  expect((await told('{noNotices: [limitReached], rules: {asthma: 0}}')).code).toBe(0);
});

it('the notices that can be expected are those that settlements give', () => {
  const given = evaluationSchema.$defs.notice.oneOf.map(({ properties }) => properties.code.const);
  expect([...scenariosSchema.$defs.noticeCode.enum].sort()).toEqual(given.sort());
});
