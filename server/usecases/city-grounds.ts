import type { Period } from '../domain/dates.ts';
import type { Finding, Place } from '../domain/finding.ts';
import type { Label } from '../domain/label.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import type { Parsed } from '../rulesets/parse.ts';
import { type Checked, checkParsed, inOrder } from '../rulesets/validate.ts';
import { inBoth, listedWords } from '../rulesets/words.ts';
import type { ListedCodes } from './listed-codes.ts';

/** One of the city's texts that a county's stands on, and on which days. */
export interface CityGround {
  /** What people know it by: its version number, or its file. */
  readonly called: string;
  readonly period: Period;
  /** The city's own rules that it makes. */
  readonly city: EffectiveRuleSet;
}

/** What a county's text is on one of the city's. */
export interface Held extends Checked {
  readonly ground: Pick<CityGround, 'called' | 'period'>;
}

/**
 * A county's text held to the floor of one of the city's texts.
 * @param codes those of the jurisdictions there are, where they are listed
 * @param published whether the county's text has been published already
 */
export function heldTo(
  parsed: Parsed,
  { called, period, city }: CityGround,
  codes: ListedCodes,
  published = false,
): Held {
  const known = codes === undefined ? {} : { codes };
  return { ...checkParsed(parsed, { city, anyPeriod: true, published, ...known }), ground: { called, period } };
}

/**
 * What was found on each of the city's texts, told once: what is so on all of them as it stands, what is so on some of them
 * with the name of these.
 */
export function foundOnAll(looks: readonly Held[]): readonly Finding[] {
  const found = new Map<string, { readonly finding: Finding; readonly on: Held[] }>();
  for (const look of looks) {
    for (const finding of look.findings) {
      const key = JSON.stringify(finding);
      const known = found.get(key) ?? { finding, on: [] };
      if (!known.on.includes(look)) known.on.push(look);
      found.set(key, known);
    }
  }
  return inOrder(
    [...found.values()].map(({ finding, on }) => {
      if (on.length === looks.length) return finding;
      const cityRules = inBoth('onCityRules', { rules: listedWords(on.map(({ ground }) => groundWords(ground))) });
      return { ...finding, args: { ...finding.args, cityRules } };
    }),
  );
}

/** Days of a county's text for which its city has no rules, each stretch as a warning. */
export function daysWithoutRules(gaps: readonly Period[], at: Place): readonly Finding[] {
  return gaps.map(({ from, to = '…' }) => ({
    code: 'periodWithoutRules',
    severity: 'warning',
    args: { from, to },
    at,
  }));
}

function groundWords({ called, period: { from, to } }: Held['ground']): Label {
  return inBoth('cityRulesDays', { rules: called, from, to: to ?? inBoth('periodOpen') });
}
