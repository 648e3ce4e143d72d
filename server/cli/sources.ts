import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { CalendarDate } from '../domain/dates.ts';
import { say } from '../domain/messages/index.ts';
import { MOST_FILE_BYTES } from '../rulesets/parse.ts';
import type { RuleSource } from '../rulesets/publication.ts';
import { soundSource } from '../usecases/check-rules.ts';
import { chooseDate } from '../usecases/choose-date.ts';
import { referenceOf } from '../usecases/compared/reference.ts';
import { RuleBook } from '../usecases/rule-book.ts';
import type { NamedText } from '../usecases/validate.ts';
import { readText } from './report.ts';
import type { CommonOptions, Workplace } from './workplace.ts';

/**
 * The rules that the common options name: a folder's, or those published in a data folder.
 * @throws Refusal with every error of every text of the folder, as `dixian validate` finds them: nothing is said by rules that
 *   could not be published
 */
export async function openSource(workplace: Workplace, options: CommonOptions): Promise<RuleSource> {
  const { rules, data, demo = false } = options;
  if (data !== undefined) return workplace.openData(data);
  return soundSource(await workplace.readRules(workplace.rulesFolder(rules), demo));
}

/** {@link openSource} as a book of rules in force. */
export async function openBook(workplace: Workplace, options: CommonOptions): Promise<RuleBook> {
  return new RuleBook(await openSource(workplace, options));
}

/** The same, valid or not: for who looks at texts of their own and needs what stands beside them. */
export async function openUncheckedBook(workplace: Workplace, options: CommonOptions): Promise<RuleBook> {
  const { rules, data, demo = false } = options;
  if (data !== undefined) return openBook(workplace, options);
  return new RuleBook((await workplace.readRules(workplace.rulesFolder(rules), demo)).source());
}

/** The book in which sides of a comparison are found; whether its own texts are valid matters where a side names one of them. */
export async function openBookOf(
  workplace: Workplace,
  options: CommonOptions,
  sides: readonly string[],
): Promise<RuleBook> {
  const namesPublished = sides.some((side) => !['file', 'git'].includes(referenceOf(side).kind));
  return namesPublished ? openBook(workplace, options) : openUncheckedBook(workplace, options);
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

/** Texts of rule sets and of jurisdictions in the folders that some texts stand in, and not among them: a county's text lies beside its city's. */
export function citiesBeside(texts: readonly NamedText[]): readonly NamedText[] {
  const given = new Set(texts.map(({ file }) => resolve(file)));
  const folders = new Set(texts.filter(({ text }) => isKind(text, 'Override')).map(({ file }) => dirname(file)));
  return [...folders]
    .flatMap((folder) => yamlFilesIn(folder, false))
    .filter((file) => !given.has(resolve(file)))
    .map((file) => ({ file, text: readText(file, MOST_FILE_BYTES) }))
    .filter(({ text }) => isKind(text, 'RuleSet') || isKind(text, 'Jurisdictions'));
}

/** What a text says it is, in a line of its own; a text that cannot be read is told of by whoever reads it. */
export function isKind(text: string, kind: string): boolean {
  return new RegExp(`^["']?kind["']?:[ \\t]*["']?${kind}["']?[ \\t]*(#.*)?\\r?$`, 'm').test(text);
}

function yamlFiles(path: string): readonly string[] {
  return statSync(path).isDirectory() ? yamlFilesIn(path, true) : [path];
}

function yamlFilesIn(folder: string, recursive: boolean): readonly string[] {
  return readdirSync(folder, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
