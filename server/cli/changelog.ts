import { changelogAnswer } from '../http/changes/changelog-json.ts';
import { changelogReport } from '../http/changes/changelog-report.ts';
import { visibleJson } from '../http/changes/comparison-json.ts';
import { type ChangelogEntry, changelog } from '../usecases/changelog.ts';
import { MOST_ITEMS } from '../usecases/page.ts';
import type { RuleBook } from '../usecases/rule-book.ts';
import { deliver } from './deliver.ts';
import { type ReportFormat, reportIn } from './diff.ts';
import type { CommandLine } from './program.ts';
import { openBook } from './sources.ts';
import type { CommonOptions } from './workplace.ts';

/** Options of `dixian changelog`. */
export interface ChangelogOptions extends CommonOptions {
  readonly format?: Exclude<ReportFormat, 'junit' | 'xlsx'> | 'json';
  readonly output?: string;
}

/** `dixian changelog CODE`: what each publication changed, over the whole history, newest first. */
export const changelogCommand: CommandLine<ChangelogOptions> = {
  name: 'changelog',
  arguments: '<code>',
  help: 'helpChangelog',
  options: [
    ['--format <format>', 'helpFormat', ['text', 'json', 'markdown', 'html', 'csv']],
    ['--output <file>', 'helpOutput'],
  ],
  async run(workplace, options, [code = '']) {
    const { lang, json, output, format = json === true ? 'json' : 'text' } = options;
    const book = await openBook(workplace, options);
    const entries = await entriesOf(book, code);
    const { jurisdiction } = await book.placeOf(code);
    const result =
      format === 'json'
        ? visibleJson(`${JSON.stringify(changelogAnswer({ items: entries, next: null }, lang), null, 2)}\n`)
        : await reportIn(format, changelogReport(jurisdiction, entries, lang));
    await deliver(workplace.terminal, result, output);
    return 0;
  },
};

async function entriesOf(book: RuleBook, code: string): Promise<readonly ChangelogEntry[]> {
  const entries: ChangelogEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await changelog(book, code, { cursor, limit: String(MOST_ITEMS) });
    entries.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return entries;
}
