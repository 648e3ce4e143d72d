import type { Finding, Place } from '../domain/finding.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Scenarios } from '../rulesets/language.ts';
import { MOST_FILE_BYTES, parseDocument } from '../rulesets/parse.ts';
import { checkDocument } from '../rulesets/validate.ts';
import type { Evaluate } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import { differences } from './scenario-differences.ts';
import type { NamedText } from './validate.ts';

/** One claim of a scenario file and what must come of it. */
export type Scenario = Scenarios['scenarios'][number];

/** What came of one scenario; it passed where nothing was found. */
export interface ScenarioResult {
  readonly file: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly at: Place;
  readonly jurisdiction: string;
  readonly date: string;
  readonly scenario: Scenario;
  /** Null where the claim was refused. */
  readonly evaluation: Evaluation | null;
  readonly findings: readonly Finding[];
}

/** A run over scenario files. */
export interface ScenarioRun {
  readonly results: readonly ScenarioResult[];
  /** Files that are no scenarios one can run, with what is wrong. */
  readonly unusable: readonly Finding[];
  /** Scenarios that count only with the samples in force. */
  readonly passedOver: number;
}

/**
 * Runs every scenario of these files and compares what comes out with what is expected, place by place.
 * @param demo true: scenarios marked `demo` count as well
 */
export async function runScenarios(
  texts: readonly NamedText[],
  evaluate: Evaluate,
  demo: boolean,
): Promise<ScenarioRun> {
  const results: ScenarioResult[] = [];
  const unusable: Finding[] = [];
  let passedOver = 0;
  for (const { file, text } of texts) {
    const { document, findings } = checkDocument(text, { file, maxBytes: MOST_FILE_BYTES });
    if (document === null) {
      unusable.push(...findings.filter(({ severity }) => severity === 'error'));
      continue;
    }
    const { scenarios, ...defaults } = document as Scenarios;
    if (defaults.demo === true && !demo) {
      passedOver += scenarios.length;
      continue;
    }
    const { positions } = parseDocument(text, { file, maxBytes: MOST_FILE_BYTES });
    for (const [index, scenario] of scenarios.entries()) {
      const at = (pointer: string): Place => ({ ...positions.at(pointer), file });
      results.push(await runOne(scenario, `/scenarios/${index}`, defaults, at, evaluate));
    }
  }
  return { results, unusable, passedOver };
}

async function runOne(
  scenario: Scenario,
  pointer: string,
  defaults: Pick<Scenarios, 'jurisdiction' | 'date'>,
  at: (pointer: string) => Place,
  evaluate: Evaluate,
): Promise<ScenarioResult> {
  const { name, claim, expect } = scenario;
  const jurisdiction = scenario.jurisdiction ?? defaults.jurisdiction;
  const date = scenario.date ?? defaults.date;
  const words = typeof name === 'string' ? { zh: name, en: name } : { zh: name.zh, en: name.en ?? name.zh };
  const outcome = await outcomeOf(evaluate, { id: 'scenario', jurisdiction, date, explain: true, claim });
  const findings = differences(expect, outcome).map(
    ({ pointer: place, ...difference }): Finding => ({
      ...difference,
      severity: 'error',
      at: at(`${pointer}/expect${place}`),
    }),
  );
  const evaluation = outcome instanceof Refusal ? null : outcome;
  return {
    file: at(pointer).file ?? '',
    name: words,
    at: at(pointer),
    jurisdiction,
    date,
    scenario,
    evaluation,
    findings,
  };
}

async function outcomeOf(evaluate: Evaluate, request: unknown): Promise<Evaluation | Refusal> {
  try {
    return await evaluate(request);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
