import { createReadStream } from 'node:fs';
import type { Finding } from '../domain/finding.ts';
import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import { Refusal } from '../domain/refusal.ts';
import { evaluationJson } from '../http/evaluation-json.ts';
import { problemOf } from '../http/problem.ts';
import { evaluator } from '../usecases/evaluate.ts';
import { type Answered, evaluateTexts, type RequestDefaults } from '../usecases/evaluate-texts.ts';
import { offsetOf } from '../usecases/json-scan.ts';
import { type Requests, readRequests } from '../usecases/read-requests.ts';
import type { RuleBook } from '../usecases/rule-book.ts';
import { placeAt } from '../usecases/strict-json.ts';
import type { CommandLine } from './program.ts';
import { excerpt, findingLine } from './report.ts';
import { settlementWords } from './settlement-words.ts';
import { dateFor, openBook } from './sources.ts';
import type { CommonOptions, ExitCode, Workplace } from './workplace.ts';

type EvaluateOptions = CommonOptions & {
  readonly date?: string;
  readonly jurisdiction?: string;
  readonly explain?: boolean;
};

const WRITE_AT = 64 * 1024;
const PROGRESS_MS = 500;

/** `dixian evaluate FILE|-`: one claim in words, many as one JSON a line, in their order. */
export const evaluateCommand: CommandLine<EvaluateOptions> = {
  name: 'evaluate',
  arguments: '<file>',
  help: 'helpEvaluate',
  options: [
    ['--date <date>', 'helpClaimDate'],
    ['--jurisdiction <code>', 'helpJurisdiction'],
    ['--explain', 'helpExplain'],
  ],
  async run(workplace, options, [file = '-']) {
    const { terminal } = workplace;
    const book = await openBook(workplace, options);
    const input = file === '-' ? terminal.input : createReadStream(file);
    const requests = await readRequests(input as AsyncIterable<Uint8Array>);
    const inWords = requests.single && options.json !== true && (file !== '-' || terminal.output.isTTY === true);
    const defaults = await defaultsFor(workplace, book, options, requests);
    if (!inWords)
      return writeLines(
        workplace,
        options.lang,
        evaluateTexts(requests.texts, evaluator(book), defaults),
        requests.single,
      );
    for await (const answered of evaluateTexts(requests.texts, evaluator(book), { ...defaults, explain: true })) {
      return tellOne(workplace, options.lang, file, answered, book);
    }
    return 2;
  },
};

/** What the options say of a request that leaves it out. A claim alone is the only city's, on the nearest date. */
async function defaultsFor(
  workplace: Workplace,
  book: RuleBook,
  options: EvaluateOptions,
  { single }: Requests,
): Promise<RequestDefaults> {
  const { date, jurisdiction, explain } = options;
  const given = {
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
    ...(date === undefined ? {} : { date }),
    ...(explain === undefined ? {} : { explain }),
  };
  if (!single || (date !== undefined && jurisdiction !== undefined)) return given;
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

async function writeLines(
  workplace: Workplace,
  language: Language,
  answers: AsyncIterable<Answered>,
  single: boolean,
): Promise<ExitCode> {
  const { output, errors } = workplace.terminal;
  const progress = single || errors.isTTY !== true ? null : { told: Date.now() };
  let bad = 0;
  let done = 0;
  let pending = '';
  for await (const { line, id, outcome } of answers) {
    done += 1;
    if (outcome instanceof Refusal) {
      bad += 1;
      const problem = problemOf(outcome, language).body;
      pending += single ? `${problem}\n` : `{"line":${line},"id":${JSON.stringify(id)},"problem":${problem}}\n`;
    } else pending += `${evaluationJson(outcome, language)}\n`;
    if (pending.length > WRITE_AT) {
      await write(output, pending);
      pending = '';
    }
    if (progress !== null && Date.now() - progress.told > PROGRESS_MS) {
      progress.told = Date.now();
      errors.write(`\r${say('evaluateProgress', { done, bad }, language).message}`);
    }
  }
  await write(output, pending);
  if (progress !== null) errors.write(`\r${say('evaluateProgress', { done, bad }, language).message}\n`);
  return bad > 0 ? 1 : 0;
}

/** Writes, and waits where the reader is slower. */
function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (stream.write(text)) resolve();
    else stream.once('drain', resolve);
  });
}
