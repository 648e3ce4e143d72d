import type { Language } from '../domain/label.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import { told } from '../http/changes/change-report.ts';
import { comparisonReport } from '../http/changes/comparison-report.ts';
import { plainText } from '../http/changes/plain-text.ts';
import { MOST_FILE_BYTES } from '../rulesets/parse.ts';
import { compareSides } from '../usecases/compare.ts';
import type { Side } from '../usecases/compared/side.ts';
import { rulesOfText } from '../usecases/compared/text-rules.ts';
import type { RuleBook } from '../usecases/rule-book.ts';
import { textOf } from './changes-text.ts';
import { deliver } from './deliver.ts';
import { findingLine, readText } from './report.ts';
import { openUncheckedBook } from './sources.ts';
import type { CommonOptions, ExitCode, Workplace } from './workplace.ts';

/** What git names a file by that the one side has not. */
const NOTHING = '/dev/null';

/**
 * `dixian diff --git-driver`: what git calls for `diff`, `log -p` and `show` of a file, with its path and, for each side, a
 * file that holds it, its object and its mode; of a renamed file two more. A driver that fails stops git, so that a text that
 * is no rule set, or not a right one, is told of in a line.
 * @throws Refusal `driverArguments` where it was not git that called
 */
export async function gitDriver(
  workplace: Workplace,
  options: CommonOptions,
  values: readonly string[],
): Promise<ExitCode> {
  const [path = '', before = '', , , after = ''] = values;
  const { lang } = options;
  const write = (text: string) => deliver(workplace.terminal, `${text}\n`, undefined);
  if (values.length === 1) {
    await write(told('driverUnmerged', { path }, lang));
    return 0;
  }
  if (values.length < 7 || values.length > 9) return refuse('driverArguments', { count: values.length });
  try {
    const book = await openUncheckedBook(workplace, options);
    await write((await comparisonTold(book, path, before, after, lang)).trimEnd());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [first] = error.findings;
    const reason = first === undefined ? error.code : findingLine(first, lang);
    await write(told('driverNotCompared', { path, reason: plainText(reason) }, lang));
  }
  return 0;
}

async function comparisonTold(
  book: RuleBook,
  path: string,
  before: string,
  after: string,
  language: Language,
): Promise<string> {
  const from = before === NOTHING ? null : await sideOfFile(book, before, path, 'driverBefore');
  const to = after === NOTHING ? null : await sideOfFile(book, after, path, 'driverAfter');
  const only = from ?? to;
  if (only === null) return '';
  if ((from === null || to === null) && only.rules.jurisdiction.city === null)
    return wholeTold(only, from === null, language);
  const comparison = await compareSides(
    book,
    from ?? (await without(book, only, path)),
    to ?? (await without(book, only, path)),
  );
  return textOf(comparisonReport(comparison, language));
}

async function sideOfFile(
  book: RuleBook,
  file: string,
  path: string,
  code: 'driverBefore' | 'driverAfter',
): Promise<Side> {
  const { rules, date } = await rulesOfText(book, { file: path, text: readText(file, MOST_FILE_BYTES) });
  const label = { zh: told(code, { path }, 'zh'), en: told(code, { path }, 'en') };
  return { reference: path, label, rules, date };
}

/** A county's rules as they are where it has no text of its own: the city's. */
async function without(book: RuleBook, { rules, date }: Side, path: string): Promise<Side> {
  const { code } = rules.jurisdiction;
  const city = await book.cityInForce(code, date);
  const label = { zh: told('driverWithout', { path }, 'zh'), en: told('driverWithout', { path }, 'en') };
  return { reference: NOTHING, label, rules: await book.byVersion(code, null, city.name.base.version), date };
}

function wholeTold({ rules }: Side, added: boolean, language: Language): string {
  const { title, standards, rules: own } = rules.effective;
  const args = { title, standards: standards.size, rules: own.length };
  return told(added ? 'driverAdded' : 'driverRemoved', args, language);
}
