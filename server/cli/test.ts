import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import { refuse } from '../domain/refusal.ts';
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
    const { texts, book } = await subjectOf(workplace, options, dirs);
    const scenarios = texts.filter(({ text }) => isKind(text, 'Scenarios'));
    const run = await runScenarios(scenarios, evaluator(book), options.demo === true);
    const gaps = options.coverage === true ? await coverage(book, run.results) : null;
    const failed = run.unusable.length > 0 || run.results.some(({ findings }) => findings.length > 0);
    if (run.results.length === 0 && run.passedOver === 0 && !failed) refuse('cliNoScenarios');
    const { output } = workplace.terminal;
    output.write(options.json === true ? asJson(run, gaps, options.lang) : asWords(run, gaps, options.lang));
    return failed || (gaps !== null && gaps.length > 0) ? 1 : 0;
  },
};

/** The scenarios of these folders, and the rules they run on: those that stand beside them, else those of the options. */
async function subjectOf(
  workplace: Workplace,
  options: TestOptions,
  dirs: readonly string[],
): Promise<{ texts: readonly NamedText[]; book: RuleBook }> {
  const { rules, data, demo = false } = options;
  if (dirs.length === 0) {
    const folder = workplace.rulesFolder(rules);
    return { texts: readTexts([folder]), book: await openBook(workplace, options) };
  }
  const texts = readTexts(dirs);
  const [only] = dirs;
  const beside =
    dirs.length === 1 && rules === undefined && data === undefined && texts.some(({ text }) => isKind(text, 'RuleSet'));
  const book =
    beside && only !== undefined
      ? new RuleBook((await workplace.readRules(only, demo)).source())
      : await openBook(workplace, options);
  return { texts, book };
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
