import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check } from '../server/analysis/check/check.ts';
import type { Proof } from '../server/analysis/proof/proof.ts';
import { prove } from '../server/analysis/proof/prove.ts';
import { proofJson } from '../server/http/proof-json.ts';
import { digest } from '../server/rulesets/digest.ts';
import type { EffectiveRuleSet } from '../server/rulesets/effective-rule-set.ts';
import type { RuleSet, StandardValue } from '../server/rulesets/language.ts';
import { resolve } from '../server/rulesets/resolve.ts';
import { SolverThread } from '../server/solver/solver-thread.ts';
import { ProofMemory, prove as proveSides } from '../server/usecases/prove.ts';
import { faultSearches } from './fault-searches.ts';
import { manyProofs } from './many-proofs.ts';
import { median } from './rounds.ts';
import { type Row, row, wanted } from './rows.ts';

/** Changes of a county that a proof is timed for. */
const changes: readonly (readonly [name: string, figures: Readonly<Record<string, StandardValue>>])[] = [
  ['better assistance', { 'medicalAssistance.ratio': 0.8 }],
  ['better basic insurance', { 'basicMedical.ratio': { 1: 0.85, 2: 0.75, 3: 0.65 } }],
  ['a lower burden limit', { 'supplementaryMedical.burdenLimit': 0.08 }],
  ['a higher sum for disability', { 'accident.disability': 35_000 }],
  ['several at once', { 'medicalAssistance.ratio': 0.8, 'supplementaryMedical.burdenLimit': 0.08 }],
];

/** Proofs of typical changes of the city's rules: the first with a new solver, then with all warm, lemmas remembered or not. */
export async function proofs(root: string, city: RuleSet, rounds: number, quick: boolean): Promise<readonly Row[]> {
  const solver = new SolverThread(pathToFileURL(join(root, 'dist/solver-thread.js')));
  const before = resolved(city);
  const rows: Row[] = [];
  try {
    for (const [at, [name, figures]] of changes.entries()) {
      const after = changed(city, figures);
      const remembered = new Map<string, boolean>();
      const timed = async (lemmas: Map<string, boolean>): Promise<number> => {
        const start = performance.now();
        hold(name, await prove(before, after, { solver, remembered: lemmas }));
        return performance.now() - start;
      };
      const first = await timed(remembered);
      if (at === 0) rows.push(wanted(`proof, cold: ${name}`, first, '< 2,000 ms', (found) => found < 2_000, 'ms'));
      const warm: number[] = [];
      const known: number[] = [];
      const worked: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const before = process.cpuUsage();
        warm.push(await timed(new Map()));
        worked.push(milliseconds(process.cpuUsage(before)));
        known.push(await timed(remembered));
      }
      rows.push(wanted(`proof, warm: ${name}`, median(warm), '< 300 ms', (found) => found < 300, 'ms'));
      rows.push(row(`proof, warm, processor time: ${name}`, median(worked), 'ms'));
      rows.push(row(`proof, lemmas remembered: ${name}`, median(known), 'ms'));
    }
    rows.push(...(await rememberedProof(before, changed(city, { 'medicalAssistance.ratio': 0.8 }), solver)));
    // Before the checks: what is left of their claims to clear away is no memory of proofs.
    rows.push(...(await manyProofs(city, solver, quick ? 15 : undefined)));
    rows.push(...(await checks(before, solver, rounds)));
    rows.push(...(await faultSearches(city, quick ? 200 : 2_000)));
  } finally {
    await solver.close();
  }
  return rows;
}

/** A proof that the service has: found by the digests of both sides, and written as it is answered. */
async function rememberedProof(
  before: EffectiveRuleSet,
  after: EffectiveRuleSet,
  solver: SolverThread,
): Promise<readonly Row[]> {
  const memory = new ProofMemory();
  const side = (effective: EffectiveRuleSet) =>
    ({
      reference: '371500',
      label: { zh: '市', en: 'city' },
      rules: { effective, jurisdiction: { code: '371500' } },
    }) as never;
  const asked = () => proveSides(side(before), side(after), { solver, memory });
  await asked();
  const taken: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const start = performance.now();
    proofJson(await asked());
    taken.push(performance.now() - start);
  }
  return [wanted('proof, remembered, with its answer', median(taken), '< 50 ms', (found) => found < 50, 'ms')];
}

/** What `dixian check` asks of the city's rules, with a solver that is warm and nothing remembered. */
async function checks(city: EffectiveRuleSet, solver: SolverThread, rounds: number): Promise<readonly Row[]> {
  const taken: number[] = [];
  const worked: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const { answers } = await check(city, { solver });
    if (answers.some(({ rest }) => rest !== 'proved')) throw new Error('the check of the city left something open');
    taken.push(performance.now() - start);
    worked.push(milliseconds(process.cpuUsage(before)));
  }
  return [
    row('check of the city’s rules, warm', median(taken), 'ms'),
    row('check of the city’s rules, warm, processor time', median(worked), 'ms'),
  ];
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

function hold(name: string, { result }: Proof): void {
  if (result !== 'proved') throw new Error(`${name}: ${result}`);
}

function changed(city: RuleSet, figures: Readonly<Record<string, StandardValue>>): EffectiveRuleSet {
  const standards = { ...city.standards };
  for (const [id, value] of Object.entries(figures)) {
    const standard = standards[id];
    if (standard === undefined) throw new Error(`no standard ${id}`);
    standards[id] = { ...standard, value };
  }
  return resolved({ ...city, standards });
}

function resolved(document: RuleSet): EffectiveRuleSet {
  return resolve({ document, name: { jurisdiction: document.jurisdiction, version: null, digest: digest(document) } });
}
