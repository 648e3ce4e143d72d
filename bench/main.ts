import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { compile } from '../server/engine/compile.ts';
import type { Claim, CompiledRuleSet, Settlement } from '../server/engine/settlement.ts';
import { digest } from '../server/rulesets/digest.ts';
import type { EffectiveRuleSet } from '../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../server/rulesets/language.ts';
import { resolve } from '../server/rulesets/resolve.ts';
import { batches } from './batch.ts';
import { CLAIMS, DATE, inpatientClaims } from './claims.ts';
import { diffs } from './diffs.ts';
import { editorPages } from './editor.ts';
import { overHttp } from './http.ts';
import { type Load, putLoad } from './load.ts';
import { manyRules } from './many-rules.ts';
import { proofs } from './proof.ts';
import { publishing } from './publish.ts';
import { type Measured, measure, median, quantile, ratio, type Subject } from './rounds.ts';
import { print, type Row, row, wanted } from './rows.ts';
import { evaluateCommand, processTime } from './start-up.ts';
import { type InpatientClaim, learnNotices, settleByHand } from './subjects/by-hand.ts';
import { jsonLogic } from './subjects/by-json-logic.ts';
import { jsonRules } from './subjects/by-json-rules.ts';
import { versions } from './versions.ts';

const root = process.env.BENCH_ROOT ?? process.cwd();
const quick = process.argv.includes('--quick');
const rounds = quick ? 5 : 21;
let sink = 0;

function resolved(document: RuleSet): EffectiveRuleSet {
  return resolve({ document, name: { jurisdiction: document.jurisdiction, version: null, digest: digest(document) } });
}

function cityDocument(): RuleSet {
  return parse(readFileSync(join(root, 'rules/371500/liaocheng-2019.yaml'), 'utf8')) as RuleSet;
}

/** A warm settlement; a promise would mean that the profile is cold. */
function warm(compiled: CompiledRuleSet, claim: Claim): Settlement {
  const settlement = compiled.settle(claim, DATE);
  if (settlement instanceof Promise) throw new Error('a cold profile among warm ones');
  return settlement;
}

function over(name: string, claims: readonly Claim[], settle: (claim: InpatientClaim) => Settlement): Subject {
  return {
    name,
    round() {
      for (const claim of claims) sink += settle(claim as InpatientClaim).paid;
      return claims.length;
    },
  };
}

async function settlements(city: EffectiveRuleSet): Promise<readonly Row[]> {
  const claims = inpatientClaims(CLAIMS);
  const ours = compile(city);
  const logic = jsonLogic();
  const [rulesOfAll, rulesOfType] = [jsonRules(city, false), jsonRules(city, true)];
  for (const claim of claims) learnNotices(claim as InpatientClaim, (await ours.settle(claim, DATE)).notices);
  for (const claim of claims) {
    const settlement = warm(ours, claim);
    const peers = { byHand: settleByHand(claim as InpatientClaim), jsonLogic: logic(claim as InpatientClaim) };
    for (const [name, found] of Object.entries(peers)) assertEqual(name, claim, found, settlement);
  }
  const few = claims.slice(0, quick ? 300 : 1_000);
  for (const claim of few) {
    assertEqual('json-rules-engine', claim, await rulesOfAll(claim as InpatientClaim), warm(ours, claim));
    assertEqual('json-rules-engine', claim, await rulesOfType(claim as InpatientClaim), warm(ours, claim));
  }
  const slow = (name: string, settle: (claim: InpatientClaim) => Promise<Settlement>): Subject => ({
    name,
    async round() {
      for (const claim of few) sink += (await settle(claim as InpatientClaim)).paid;
      return few.length;
    },
  });
  const measured = await measure(
    [
      over('dixian, warm', claims, (claim) => warm(ours, claim)),
      over('hand-written function', claims, settleByHand),
      over('json-logic-engine, compiled', claims, logic),
      slow('json-rules-engine, all rules of the city', rulesOfAll),
      slow('json-rules-engine, inpatient rules only', rulesOfType),
    ],
    rounds,
  );
  const [own, hand, byLogic, byRules, byFewRules] = measured as [Measured, Measured, Measured, Measured, Measured];
  return [
    ...measured.map(({ name, median: time }) => row(`settlement: ${name}`, time, 'ns')),
    wanted('dixian : json-rules-engine, all rules', ratio(own, byRules), '≥ 100', (found) => found >= 100),
    row('dixian : json-rules-engine, inpatient rules only', ratio(own, byFewRules), '×'),
    wanted('dixian : json-logic-engine, compiled', ratio(own, byLogic), '≥ 3', (found) => found >= 3),
    wanted('dixian : hand-written function', ratio(own, hand), '≥ 0.5', (found) => found >= 0.5),
  ];
}

function assertEqual(name: string, claim: Claim, found: Settlement, settlement: Settlement): void {
  if (isDeepStrictEqual(found, settlement)) return;
  const texts = [JSON.stringify(claim), JSON.stringify(found), JSON.stringify(settlement)];
  throw new Error(`${name} settles differently:\n${texts.join('\n')}`);
}

/** The first claim of every profile that a freshly compiled rule set meets, in milliseconds. */
async function coldTimes(
  ruleSet: EffectiveRuleSet,
  claims: readonly Claim[],
  most: number,
): Promise<readonly number[]> {
  const compiled = compile(ruleSet);
  const times: number[] = [];
  for (const claim of claims) {
    const start = process.hrtime.bigint();
    const settlement = compiled.settle(claim, DATE);
    if (!(settlement instanceof Promise)) continue;
    sink += (await settlement).paid;
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
    if (times.length === most) break;
  }
  return times;
}

async function coldProfiles(city: EffectiveRuleSet): Promise<readonly Row[]> {
  const claims = inpatientClaims(CLAIMS);
  await coldTimes(city, claims, 100);
  const times = await coldTimes(city, claims, 1_000);
  const tail = quantile(times, 0.99);
  return [
    row(`cold profile: profiles met among ${CLAIMS} claims`, times.length, ''),
    wanted('cold profile: middle', median(times), '< 5 ms', (found) => found < 5, 'ms'),
    wanted('cold profile: 99 of 100 below', tail, '< 5 ms', (found) => found < 5, 'ms'),
    row('cold profile: longest', Math.max(...times), 'ms'),
  ];
}

async function ruleCounts(): Promise<readonly Row[]> {
  const sizes = [10, 10_000];
  const rows: Row[] = [];
  const subjects: Subject[] = [];
  for (const size of sizes) {
    const { document, claims } = manyRules(size);
    const ruleSet = resolved(document);
    const start = process.hrtime.bigint();
    const compiled = compile(ruleSet);
    for (const claim of claims) await compiled.settle(claim, DATE);
    rows.push(row(`${size} rules: compile, and ten profiles`, Number(process.hrtime.bigint() - start) / 1e6, 'ms'));
    const cold = await coldTimes(ruleSet, claims, 10);
    const rest = median(cold.slice(1));
    rows.push(row(`${size} rules: first claim after compiling`, cold[0] ?? Number.NaN, 'ms'));
    rows.push(wanted(`${size} rules: cold profile, middle`, rest, '< 5 ms', (found) => found < 5, 'ms'));
    subjects.push({
      name: `${size} rules: warm`,
      round() {
        for (let turn = 0; turn < 20; turn += 1) for (const claim of claims) sink += warm(compiled, claim).paid;
        return 20 * claims.length;
      },
    });
  }
  const [ten, many] = (await measure(subjects, rounds)) as [Measured, Measured];
  rows.push(row(ten.name, ten.median, 'ns'), row(many.name, many.median, 'ns'));
  // Noise between equals is a tenth on a busy machine.
  rows.push(wanted('warm: 10 rules : 10,000 rules', ratio(ten, many), '≤ 1.1', (found) => found <= 1.1));
  return rows;
}

async function startUp(): Promise<readonly Row[]> {
  const start = process.hrtime.bigint();
  const city = resolved(cityDocument());
  const compiled = compile(city);
  const [claim] = inpatientClaims(1);
  if (claim !== undefined) sink += (await compiled.settle(claim, DATE)).paid;
  const load = Number(process.hrtime.bigint() - start) / 1e6;
  const times = quick ? 2 : 7;
  return [
    row('start-up: read, resolve, compile the city and settle one claim', load, 'ms'),
    row('start-up: node alone', processTime(root, ['-e', '0'], times), 'ms'),
    row(
      'start-up: dixian evaluate, process start to first answer',
      processTime(root, evaluateCommand(root), times),
      'ms',
    ),
  ];
}

/** What is measured, by name, in the order of the table. The start comes first, in a process that has done nothing yet. */
const parts: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  'start-up': startUp,
  settlements: () => settlements(resolved(cityDocument())),
  'cold-profiles': () => coldProfiles(resolved(cityDocument())),
  'rule-counts': ruleCounts,
  diffs: () => diffs(rounds),
  versions: () => versions(root, quick),
  proof: () => proofs(root, cityDocument(), rounds, quick),
  publish: () => publishing(root, quick),
  batch: () => batches(root, quick),
  http: () => overHttp(root, quick),
  editor: () => editorPages(root, quick),
};

// The load of one measurement, in a process of its own.
const load = process.argv.includes('--put-load') ? process.argv[process.argv.indexOf('--put-load') + 1] : undefined;
if (load !== undefined) {
  writeFileSync(`${load}.result`, JSON.stringify(await putLoad(JSON.parse(readFileSync(load, 'utf8')) as Load)));
  process.exit(0);
}

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
if (only !== undefined && !Object.hasOwn(parts, only)) throw new Error(`--only ${Object.keys(parts).join(' | ')}`);
const rows: Row[] = [];
for (const [name, part] of Object.entries(parts)) if (only === undefined || only === name) rows.push(...(await part()));
print(rows);
const results = join(root, 'bench/results');
mkdirSync(results, { recursive: true });
const machine = { node: process.version, cpu: cpus()[0]?.model ?? null, cpus: cpus().length };
const measuredAt = new Date().toISOString();
const file = join(results, `${measuredAt.replaceAll(':', '-')}.json`);
writeFileSync(file, `${JSON.stringify({ measuredAt, quick, rounds, machine, rows }, null, 2)}\n`);
console.log(`\n${file}${Number.isNaN(sink) ? ' ' : ''}`);
