import { createReadStream } from 'node:fs';
import type { Finding } from '../domain/finding.ts';
import type { Language } from '../domain/label.ts';
import { Refusal } from '../domain/refusal.ts';
import { type BatchOptions, evaluateBatch } from '../http/batch/evaluate-batch.ts';
import { evaluationBytes } from '../http/evaluation-bytes.ts';
import { problemLine, problemOf } from '../http/problem.ts';
import { evaluator } from '../usecases/evaluate.ts';
import { type Answered, evaluateTexts, type TextDefaults } from '../usecases/evaluate-texts.ts';
import { offsetOf } from '../usecases/json-scan.ts';
import { readRequests } from '../usecases/read-requests.ts';
import type { RequestDefaults } from '../usecases/request-defaults.ts';
import { RuleBook } from '../usecases/rule-book.ts';
import { placeAt } from '../usecases/strict-json.ts';
import { LinesOut } from './lines-out.ts';
import type { CommandLine } from './program.ts';
import { excerpt, findingLine } from './report.ts';
import { settlementWords } from './settlement-words.ts';
import { dateFor, openSource } from './sources.ts';
import type { CommonOptions, ExitCode, Workplace } from './workplace.ts';

type EvaluateOptions = CommonOptions & {
  readonly date?: string;
  readonly jurisdiction?: string;
  readonly explain?: boolean;
  readonly workers?: number;
};

/** Files are read in pieces of this size. */
const READ_BYTES = 256 * 1024;

/**
 * Unless a number of threads is asked for, an input is evaluated here until it has shown to be as big as this: a thread reads
 * its own rules, meets each profile anew and has its own code compiled, which costs it as much as some 50,000 claims.
 */
const SHOWN_BIG = 16 * 1024 * 1024;

/** `dixian evaluate FILE|-`: one claim in words, many as one JSON a line, in their order. */
export const evaluateCommand: CommandLine<EvaluateOptions> = {
  name: 'evaluate',
  arguments: '<file>',
  help: 'helpEvaluate',
  options: [
    ['--date <date>', 'helpClaimDate'],
    ['--jurisdiction <code>', 'helpJurisdiction'],
    ['--explain', 'helpExplain'],
    ['--workers <number>', 'helpWorkers'],
  ],
  async run(workplace, options, [file = '-']) {
    const { terminal } = workplace;
    const source = await openSource(workplace, options);
    const book = new RuleBook(source);
    const input = file === '-' ? terminal.input : createReadStream(file, { highWaterMark: READ_BYTES });
    const requests = await readRequests(input as AsyncIterable<Uint8Array>);
    const given = givenDefaults(options);
    if (requests.kind === 'lines') {
      const { workers } = options;
      const small = workers === undefined ? SHOWN_BIG : undefined;
      const pool = workplace.openPool(source, evaluator(book), workers === 1 ? 0 : workers, small);
      try {
        const settings = { defaults: given, language: options.lang, limitedTo: null };
        return await writeBatch(workplace, settings, (all) => evaluateBatch(pool, requests.bytes, all));
      } finally {
        await pool.close();
      }
    }
    const single = requests.kind === 'single';
    const defaults = single ? await bareDefaults(workplace, book, options, given) : given;
    const inWords = single && options.json !== true && (file !== '-' || terminal.output.isTTY === true);
    if (!inWords) {
      const answers = evaluateTexts(requests.texts, evaluator(book), defaults);
      return writeAnswers(workplace, options.lang, answers, single);
    }
    for await (const answered of evaluateTexts(requests.texts, evaluator(book), { ...defaults, explain: true })) {
      return tellOne(workplace, options.lang, file, answered, book);
    }
    return 2;
  },
};

/** What the options say of a request that leaves it out. */
function givenDefaults({ date, jurisdiction, explain }: EvaluateOptions): RequestDefaults {
  return {
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
    ...(date === undefined ? {} : { date }),
    ...(explain === undefined ? {} : { explain }),
  };
}

/** A claim alone is the only city's, on the nearest date. */
async function bareDefaults(
  workplace: Workplace,
  book: RuleBook,
  options: EvaluateOptions,
  given: RequestDefaults,
): Promise<TextDefaults> {
  const { date, jurisdiction } = options;
  if (date !== undefined && jurisdiction !== undefined) return given;
  const cities = (await book.registry()).all.filter(({ city }) => city === null);
  const code = jurisdiction ?? (cities.length === 1 ? cities[0]?.code : undefined);
  if (code === undefined) return given;
  return { ...given, bare: { jurisdiction: code, date: async () => dateFor(workplace, book, code, options) } };
}

async function tellOne(
  workplace: Workplace,
  language: Language,
  file: string,
  { text, outcome }: Answered,
  book: RuleBook,
): Promise<ExitCode> {
  const { output, errors } = workplace.terminal;
  if (!(outcome instanceof Refusal)) {
    const registry = await book.registry();
    output.write(settlementWords(outcome, registry.lookup(outcome.jurisdiction, outcome.date)?.name ?? null, language));
    return 0;
  }
  // Not the claim's fault: the command could not be done.
  if (outcome.code === 'ruleSetUnusable' || outcome.code === 'noRuleSets') throw outcome;
  for (const finding of outcome.findings) {
    const placed = inFile(finding, file, text);
    errors.write(`${findingLine(placed, language)}\n${excerpt(text, placed.at)}`);
  }
  return 1;
}

/** A finding of a request with its line in the file; one about the rules keeps the place it has. */
function inFile(finding: Finding, file: string, text: string): Finding {
  const { at } = finding;
  if (at?.file !== undefined) return finding;
  if (at?.line !== undefined || at?.pointer === undefined) return { ...finding, at: { ...at, file } };
  return { ...finding, at: { ...at, ...placeAt(text, offsetOf(text, at.pointer)), file } };
}

async function writeBatch(
  { terminal }: Workplace,
  settings: Omit<BatchOptions, 'counted'>,
  evaluate: (options: BatchOptions) => AsyncIterable<Uint8Array>,
): Promise<ExitCode> {
  const lines = new LinesOut(terminal, settings.language, true);
  const counted: BatchOptions['counted'] = (counts) => lines.count(counts);
  for await (const piece of evaluate({ ...settings, counted })) await lines.write(piece);
  return lines.finish();
}

async function writeAnswers(
  { terminal }: Workplace,
  language: Language,
  answers: AsyncIterable<Answered>,
  single: boolean,
): Promise<ExitCode> {
  const lines = new LinesOut(terminal, language, !single);
  let [done, bad] = [0, 0];
  for await (const { line, id, outcome } of answers) {
    done += 1;
    if (outcome instanceof Refusal) bad += 1;
    lines.count({ done, bad });
    if (!(outcome instanceof Refusal)) await lines.write(`${evaluationBytes(outcome, language)}\n`);
    else {
      const problem = single ? problemOf(outcome, language).body : problemLine(line, id, outcome, language);
      await lines.write(`${problem}\n`);
    }
  }
  return lines.finish();
}
