import type { CalendarDate } from '../../domain/dates.ts';
import type { Jurisdiction } from '../../domain/jurisdictions.ts';
import { labelOf } from '../../domain/label.ts';
import { Refusal, refuse } from '../../domain/refusal.ts';
import type { Override, RuleSet } from '../../rulesets/language.ts';
import { MOST_FILE_BYTES } from '../../rulesets/parse.ts';
import { type CheckOptions, checkDocument } from '../../rulesets/validate.ts';
import type { RuleBook } from '../rule-book.ts';
import { type RulesInForce, rulesOf, unpublished } from '../rules-in-force.ts';
import type { NamedText } from '../validate.ts';

/**
 * Rules made of a text that stands in a file: a city's alone; a county's on the city's rules in force on its first day,
 * held to their floor.
 * @throws Refusal with what is wrong with the text; `cliNotARuleSet`; `unknownJurisdiction`, `noRuleSetInForce` and
 *   `noRuleSets` for a county whose city is not among the rules
 */
export async function rulesOfText(
  book: RuleBook,
  { file, text }: NamedText,
): Promise<{ readonly rules: RulesInForce; readonly date: CalendarDate }> {
  const options = { file, maxBytes: MOST_FILE_BYTES };
  const { kind, document } = checked(text, options);
  if (kind === 'RuleSet') {
    const city = document as RuleSet;
    const jurisdiction = (await book.registry()).lookup(city.jurisdiction) ?? placeNamedBy(city);
    return { rules: rulesOf(jurisdiction, unpublished(city), null), date: city.effective.from };
  }
  if (kind !== 'Override') return refuse('cliNotARuleSet', { file });
  const override = document as Override;
  const date = override.effective.from;
  const place = await book.placeOf(override.jurisdiction, date);
  const city = await book.cityInForce(override.jurisdiction, date);
  checked(text, { ...options, city: city.effective });
  return { rules: await book.withDraft(place, date, { override }), date };
}

/** @throws Refusal with every error of the text */
function checked(text: string, options: CheckOptions) {
  const { kind, document, findings } = checkDocument(text, options);
  if (document !== null) return { kind, document };
  throw new Refusal(findings.filter(({ severity }) => severity === 'error'));
}

/** Another city's plan may be compared where no registry knows it. */
function placeNamedBy({ jurisdiction: code, title }: RuleSet): Jurisdiction {
  const unsaid = { city: null, validFrom: null, validTo: null, successor: null, predecessor: null, note: null };
  return { code, name: labelOf(title, code), ...unsaid };
}
