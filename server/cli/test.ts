import type { Finding } from '../domain/finding.ts';
import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import { refuse } from '../domain/refusal.ts';
import { checkRules, errorsIn } from '../usecases/check-rules.ts';
import { coverage, type Gap } from '../usecases/coverage.ts';
import { evaluator } from '../usecases/evaluate.ts';
import { RuleBook } from '../usecases/rule-book.ts';
import { runScenarios, type ScenarioResult, type ScenarioRun } from '../usecases/run-scenarios.ts';
import type { NamedText } from '../usecases/validate.ts';
import type { CommandLine } from './program.ts';
import { findingLine, placeWords } from './report.ts';
import { isKind, openBook, readTexts } from './sources.ts';
import type { CommonOptions, Workplace } from './workplace.ts';

type TestOptions = CommonOptions & { readonly coverage?: boolean };

/** `dixian test [DIR…]`: runs scenarios; each failure with the place of the expectation, what it wanted and what it got. */
export const testCommand: CommandLine<TestOptions> = {
  name: 'test',
  arguments: '[dirs...]',
  help: 'helpTest',
  options: [['--coverage', 'helpCoverage']],
  async run(workplace, options, dirs) {
    const { texts, book, errors } = await subjectOf(workplace, options, dirs);
    const scenarios = texts.filter(({ text }) => isKind(text, 'Scenarios'));
    const ran = await runScenarios(scenarios, evaluator(book), options.demo === true);
    // Rules that are being written are run as far as they go; that they have errors is told all the same.
    const run = { ...ran, unusable: [...errors, ...ran.unusable] };
    const gaps = options.coverage === true ? await coverage(book, run.results) : null;
    const failed = run.unusable.length > 0 || run.results.some(({ findings }) => findings.length > 0);
    if (run.results.length === 0 && run.passedOver === 0 && !failed) refuse('cliNoScenarios');
    const { output } = workplace.terminal;
    output.write(options.json === true ? asJson(run, gaps, options.lang) : asWords(run, gaps, options.lang));
    return failed || (gaps !== null && gaps.length > 0) ? 1 : 0;
  },
};

/**
 * The scenarios of these folders, and the rules they run on: those that stand beside them, else those of the options; with
 * what is wrong with any text of these.
 */
async function subjectOf(workplace: Workplace, options: TestOptions, dirs: readonly string[]): Promise<Subject> {
  const { rules, data, demo = false } = options;
  const folder = workplace.rulesFolder(rules);
  const texts = readTexts(dirs.length === 0 ? [folder] : dirs);
  if (data !== undefined) return { texts, book: await openBook(workplace, options), errors: [] };
  const [only] = dirs;
  const beside = dirs.length === 1 && rules === undefined && texts.some(({ text }) => isKind(text, 'RuleSet'));
  const found = await workplace.readRules(beside && only !== undefined ? only : folder, demo);
  return { texts, book: new RuleBook(found.source()), errors: errorsIn(await checkRules(found)) };
}

interface Subject {
  readonly texts: readonly NamedText[];
  readonly book: RuleBook;
  readonly errors: readonly Finding[];
}

function asWords(
  { results, unusable, passedOver }: ScenarioRun,
  gaps: readonly Gap[] | null,
  language: Language,
): string {
  const failed = results.filter(({ findings }) => findings.length > 0);
  const lines = unusable.map((finding) => findingLine(finding, language));
  for (const { name, findings } of failed) {
    lines.push(
      ...findings.map(
        ({ code, args, at }) => `${placeWords(at)}: [${name[language]}] ${say(code, args, language).message}`,
      ),
    );
  }
  const counts = { passed: results.length - failed.length, failed: failed.length, passedOver };
  lines.push(say(passedOver > 0 ? 'testSummaryWithDemo' : 'testSummary', counts, language).message);
  if (gaps !== null) lines.push(...coverageWords(gaps, language));
  return `${lines.join('\n')}\n`;
}

function coverageWords(gaps: readonly Gap[], language: Language): readonly string[] {
  if (gaps.length === 0) return [say('coverageComplete', {}, language).message];
  return [
    say('coverageGaps', { count: gaps.length }, language).message,
    ...gaps.map(({ code, args }) => `  ${say(code, args, language).message}`),
  ];
}

function asJson(
  { results, unusable, passedOver }: ScenarioRun,
  gaps: readonly Gap[] | null,
  language: Language,
): string {
  const told = (code: string, args: Gap['args']) => ({ code, args, message: say(code, args, language).message });
  const one = ({ file, name, at, jurisdiction, date, findings }: ScenarioResult) => ({
    file,
    line: at.line ?? null,
    name: name[language],
    jurisdiction,
    date,
    passed: findings.length === 0,
    failures: findings.map((finding) => ({ ...told(finding.code, finding.args), ...finding.at })),
  });
  const report = {
    passed: results.filter(({ findings }) => findings.length === 0).length,
    failed: results.filter(({ findings }) => findings.length > 0).length,
    passedOver,
    unusable: unusable.map((finding) => ({ ...told(finding.code, finding.args), ...finding.at })),
    scenarios: results.map(one),
    ...(gaps === null ? {} : { gaps: gaps.map(({ code, args }) => told(code, args)) }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
