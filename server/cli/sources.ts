import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate } from '../domain/dates.ts';
import { say } from '../domain/messages/index.ts';
import { MOST_FILE_BYTES } from '../rulesets/parse.ts';
import type { RuleSource } from '../rulesets/publication.ts';
import { chooseDate } from '../usecases/choose-date.ts';
import { RuleBook } from '../usecases/rule-book.ts';
import type { NamedText } from '../usecases/validate.ts';
import { readText } from './report.ts';
import type { CommonOptions, Workplace } from './workplace.ts';

/** The rules that the common options name: a folder's, or those published in a data folder. */
export async function openSource(workplace: Workplace, options: CommonOptions): Promise<RuleSource> {
  const { rules, data, demo = false } = options;
  return data === undefined ? workplace.openRules(rules, demo) : workplace.openData(data);
}

/** {@link openSource} as a book of rules in force. */
export async function openBook(workplace: Workplace, options: CommonOptions): Promise<RuleBook> {
  return new RuleBook(await openSource(workplace, options));
}

/** The date to look at; one that was not given is chosen, and said on standard error. */
export async function dateFor(
  workplace: Workplace,
  book: RuleBook,
  code: string,
  options: CommonOptions & { readonly date?: CalendarDate },
): Promise<CalendarDate> {
  const { date, chosen } = await chooseDate(book, code, options.date, workplace.now(options.demo === true));
  if (chosen) workplace.terminal.errors.write(`${say('cliDateChosen', { date }, options.lang).message}\n`);
  return date;
}

/** The texts of files, and of the YAML files inside folders, in the order given. */
export function readTexts(paths: readonly string[]): readonly NamedText[] {
  return paths.flatMap(yamlFiles).map((file) => ({ file, text: readText(file, MOST_FILE_BYTES) }));
}

function yamlFiles(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
