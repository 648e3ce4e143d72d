import { prove } from '../server/analysis/proof/prove.ts';
import { digest } from '../server/rulesets/digest.ts';
import type { EffectiveRuleSet } from '../server/rulesets/effective-rule-set.ts';
import type { RuleSet, StandardValue } from '../server/rulesets/language.ts';
import { resolve } from '../server/rulesets/resolve.ts';
import type { SolverThread } from '../server/solver/solver-thread.ts';
import { type Row, row, wanted } from './rows.ts';

const COUNTIES = 150;

/** Five forms that a county's change takes, with figures of each county's own. */
const forms: readonly ((n: number) => Readonly<Record<string, StandardValue>>)[] = [
  (n) => ({ 'medicalAssistance.ratio': 0.7001 + n / 1_000 }),
  (n) => ({ 'basicMedical.deductible': { 1: 199 - n, 2: 499 - n, 3: 899 - n } }),
  (n) => ({ 'supplementaryMedical.annualCap': 301_000 + 1_000 * n }),
  (n) => ({ 'accident.disability': 30_100 + 100 * n, 'accident.medical': 5_010 + 10 * n }),
  (n) => ({
    'medicalAssistance.ratio': 0.7001 + n / 1_000,
    'supplementaryMedical.burdenLimit': 0.0999 - n / 10_000,
  }),
];

/**
 * Every form of change of every county, one after another with one started solver: of each claim alone and, for the first
 * counties, of the year as well. Lemmas are remembered, as a service does; no proof is, for every county has its own figures.
 * @param counties fewer, to see that it runs: what it takes is then told for all of them
 */
export async function manyProofs(city: RuleSet, solver: SolverThread, counties = COUNTIES): Promise<readonly Row[]> {
  const resolved = (document: RuleSet, jurisdiction: string): EffectiveRuleSet =>
    resolve({ document, name: { jurisdiction, version: null, digest: digest(document) } });
  const from = resolved(city, city.jurisdiction);
  const remembered = new Map<string, boolean>();
  const taken = async (year: boolean, upTo: number): Promise<number> => {
    const start = performance.now();
    for (let n = 0; n < upTo; n += 1) {
      for (const form of forms) {
        const standards = { ...city.standards };
        for (const [id, value] of Object.entries(form(n)))
          standards[id] = { ...(standards[id] as RuleSet['standards'][string]), value };
        const to = resolved({ ...city, standards }, String(371_601 + n));
        const { result } = await prove(from, to, { solver, remembered, year });
        if (result !== 'proved') throw new Error(`county ${n}: ${result}`);
      }
    }
    return ((performance.now() - start) / upTo) * COUNTIES;
  };
  const each = await taken(false, counties);
  const withYear = await taken(true, Math.ceil(counties / 10));
  const memory = process.memoryUsage.rss() / (1 << 20);
  return [
    wanted('proofs of 150 counties × 5 forms of change', each / 1_000, '< 60 s', (found) => found < 60, 's'),
    row('the same with the year of each, from a tenth of them', withYear / 1_000, 's'),
    wanted('memory after them, solver included', memory, '< 500 MB', (found) => found < 500, 'MB'),
  ];
}
