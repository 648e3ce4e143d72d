import { Refusal } from '../domain/refusal.ts';
import type { RuleSource } from '../rulesets/publication.ts';
import type { RulesInFiles } from '../rulesets/rules-in-files.ts';
import { RuleBook } from './rule-book.ts';
import { type Validation, validate } from './validate.ts';

/** What {@link validate} finds in all texts of a folder of rules, each county's held to its city's among them. */
export function checkRules(rules: RulesInFiles): Promise<readonly Validation[]> {
  let book: RuleBook | undefined;
  const open = async () => {
    book ??= new RuleBook(rules.source());
    return book;
  };
  return validate(rules.texts, open, { lookedIn: rules.folder });
}

/**
 * The rules of a folder, where nothing at all is wrong with any text of it.
 * @throws Refusal with every error of every text
 */
export async function soundSource(rules: RulesInFiles): Promise<RuleSource> {
  const wrong = errorsIn(await checkRules(rules));
  if (wrong.length > 0) throw new Refusal(wrong);
  return rules.source();
}

/** All errors of some texts, in the order of the texts. */
export function errorsIn(checked: readonly Validation[]): Validation['findings'] {
  return checked.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error');
}
