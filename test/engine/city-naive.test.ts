import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import type { Claim } from '../../server/engine/settlement.ts';
import type { RuleSet, Scenarios } from '../../server/rulesets/language.ts';
import { document, effective } from '../naive/documents.ts';
import { byEngine, byMeaning } from './both-engines.ts';

const city = effective(document('rules/371500/liaocheng-2019.yaml') as RuleSet);
const folder = 'rules/371500/scenarios';
const files = readdirSync(new URL(`../../${folder}`, import.meta.url)).filter((name) => name.endsWith('.yaml'));

/** Worked examples are held to exact figures by the scenarios; here both readings of the language must agree on them. */
test.each(files)('the engine and the naive interpreter agree on the scenarios of %s', async (file) => {
  const { scenarios, date } = document(`${folder}/${file}`) as Scenarios;
  const [generated, interpreted] = [compile(city), compile(city, { generate: false })];
  for (const scenario of scenarios) {
    const claim = scenario.claim as unknown as Claim;
    // A word that the claim's schema refuses, or another place's rules, is not the engine's to settle.
    if (scenario.expect.refused !== undefined || (scenario.jurisdiction ?? '371500') !== '371500') continue;
    const meant = byMeaning(city, claim, scenario.date ?? date);
    for (const engine of [generated, interpreted, generated]) {
      expect(await byEngine(engine, claim, scenario.date ?? date), JSON.stringify(claim)).toEqual(meant);
    }
  }
});
