import type { Finding } from '../domain/finding.ts';
import type { Language } from '../domain/label.ts';
import { Refusal } from '../domain/refusal.ts';
import { evaluationBytes } from '../http/evaluation-bytes.ts';
import { problemItem, problemOf } from '../http/problem.ts';
import type { RuleSource } from '../rulesets/publication.ts';
import { evaluator } from '../usecases/evaluate.ts';
import { type Answered, evaluateTexts, type TextDefaults } from '../usecases/evaluate-texts.ts';
import { offsetOf } from '../usecases/json-scan.ts';
import { type Requests, readRequests } from '../usecases/read-requests.ts';
import type { RequestDefaults } from '../usecases/request-defaults.ts';
import { RuleBook } from '../usecases/rule-book.ts';
import { placeAt } from '../usecases/strict-json.ts';
import { evaluateClaimsInLines } from './claims-in-lines.ts';
import { openClaims } from './claims-input.ts';
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

/** The most threads that may be asked for. */
export const MOST_WORKERS = 256;

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
    ['--workers <number>', 'helpWorkers', { most: MOST_WORKERS }],
  ],
  async run(workplace, options, [file = '-']) {
    const source = await openSource(workplace, options);
    const input = openClaims(file, workplace.terminal);
    try {
      const requests = await readRequests(input.pieces);
      if (requests.kind !== 'lines') return await evaluateDocument(workplace, options, file, source, requests);
      const { workers, lang: language } = options;
      const small = workers === undefined ? SHOWN_BIG : undefined;
      const evaluate = evaluator(new RuleBook(source));
      const pool = workplace.openPool(source, evaluate, workers === 1 ? 0 : workers, small);
      try {
        const settings = { defaults: givenDefaults(options), language, limitedTo: null };
        return await evaluateClaimsInLines(workplace.terminal, pool, input, requests, settings);
      } finally {
        await pool.close();
      }
    } finally {
      input.close();
    }
  },
};

/** One request, or an array of them. */
async function evaluateDocument(
  workplace: Workplace,
  options: EvaluateOptions,
  file: string,
  source: RuleSource,
  { kind, texts }: Exclude<Requests, { readonly kind: 'lines' }>,
): Promise<ExitCode> {
  const book = new RuleBook(source);
  const single = kind === 'single';
  const given = givenDefaults(options);
  const defaults = single ? await bareDefaults(workplace, book, options, given) : given;
  const inWords = single && options.json !== true && (file !== '-' || workplace.terminal.output.isTTY === true);
  if (!inWords) {
    const answers = evaluateTexts(texts, evaluator(book), defaults);
    return writeAnswers(workplace, options.lang, answers, single);
  }
  for await (const answered of evaluateTexts(texts, evaluator(book), { ...defaults, explain: true })) {
    return tellOne(workplace, options.lang, file, answered, book);
  }
  return 2;
}

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

async function writeAnswers(
  { terminal }: Workplace,
  language: Language,
  answers: AsyncIterable<Answered>,
  single: boolean,
): Promise<ExitCode> {
  const lines = new LinesOut(terminal, language, !single);
  let [done, bad] = [0, 0];
  for await (const { id, outcome } of answers) {
    done += 1;
    if (outcome instanceof Refusal) bad += 1;
    lines.count({ done, bad });
    if (!(outcome instanceof Refusal)) await lines.write(`${evaluationBytes(outcome, language)}\n`);
    else {
      const problem = single ? problemOf(outcome, language).body : problemItem(done - 1, id, outcome, language);
      await lines.write(`${problem}\n`);
    }
  }
  return lines.finish();
}
