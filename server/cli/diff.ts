import type { ChangeClass } from '../analysis/diff/change.ts';
import { refuse } from '../domain/refusal.ts';
import type { ChangeReport } from '../http/changes/change-report.ts';
import { comparisonAnswer, visibleJson } from '../http/changes/comparison-json.ts';
import { comparisonReport } from '../http/changes/comparison-report.ts';
import { csvOf } from '../http/changes/csv.ts';
import { htmlOf } from '../http/changes/html.ts';
import { markdownOf } from '../http/changes/markdown.ts';
import { tableOf } from '../http/changes/table.ts';
import { xlsxOf } from '../http/changes/xlsx.ts';
import { type Comparison, compare } from '../usecases/compare.ts';
import { junitOf } from './changes-junit.ts';
import { textOf } from './changes-text.ts';
import { deliver } from './deliver.ts';
import { gitDriver } from './git-driver.ts';
import type { CommandLine } from './program.ts';
import { readSide } from './read-side.ts';
import { openBookOf } from './sources.ts';
import type { CommonOptions, ExitCode, Workplace } from './workplace.ts';

/** Forms that a report is given in. */
export type ReportFormat = 'text' | 'markdown' | 'html' | 'csv' | 'xlsx' | 'junit';

/** Options of `dixian diff`. */
export interface DiffOptions extends CommonOptions {
  readonly format?: ReportFormat | 'json';
  readonly output?: string;
  readonly failOn?: readonly ChangeClass[];
  readonly gitDriver?: boolean;
}

/**
 * `dixian diff FROM TO`: what changed, in sentences, with its class. 0: nothing that was looked for; 1: found; 2: nothing
 * could be compared, and then nothing is on standard output.
 */
export const diffCommand: CommandLine<DiffOptions> = {
  name: 'diff',
  arguments: '<from> [to] [rest...]',
  help: 'helpDiff',
  options: [
    ['--format <format>', 'helpFormat', ['text', 'json', 'markdown', 'html', 'csv', 'xlsx', 'junit']],
    ['--output <file>', 'helpOutput'],
    ['--fail-on <classes>', 'helpFailOn'],
    ['--git-driver', 'helpGitDriver'],
  ],
  async run(workplace, options, values) {
    if (options.gitDriver === true) return gitDriver(workplace, options, values);
    const [from = '', to, ...rest] = values;
    if (to === undefined) return refuse('cliMissingArgument', { name: 'to' });
    if (rest.length > 0) return refuse('cliTooManyArguments');
    const book = await openBookOf(workplace, options, [from, to]);
    const comparison = await compare(book, [from, to], workplace.now(options.demo === true), readSide);
    await tellComparison(workplace, comparison, options);
    return found(comparison, options.failOn ?? []);
  },
};

async function tellComparison({ terminal }: Workplace, comparison: Comparison, options: DiffOptions): Promise<void> {
  const { lang, json, output, format = json === true ? 'json' : 'text' } = options;
  const result =
    format === 'json'
      ? visibleJson(`${JSON.stringify(comparisonAnswer(comparison, lang), null, 2)}\n`)
      : await reportIn(format, comparisonReport(comparison, lang));
  await deliver(terminal, result, output);
}

/** A report in one of its forms. */
export function reportIn(format: ReportFormat, report: ChangeReport): string | Promise<Uint8Array> {
  const forms = {
    text: () => textOf(report),
    markdown: () => markdownOf(report),
    html: () => htmlOf(report),
    csv: () => csvOf(tableOf(report)),
    xlsx: () => xlsxOf(report),
    junit: () => junitOf(report),
  };
  return forms[format]();
}

/** What is mixed is worse for some: who looks for what is worse must not miss it. */
function found({ counts }: Comparison, classes: readonly ChangeClass[]): ExitCode {
  const wanted = new Set<ChangeClass>(classes.includes('worse') ? [...classes, 'mixed'] : classes);
  return [...wanted].some((one) => counts[one] > 0) ? 1 : 0;
}
