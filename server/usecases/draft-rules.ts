import type { CalendarDate } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import { sha256 } from '../domain/sha256.ts';
import type { Override, RuleSet } from '../rulesets/language.ts';
import { parseDocument } from '../rulesets/parse.ts';
import { checkParsed } from '../rulesets/validate.ts';
import { BoundedCache } from './bounded-cache.ts';
import type { RuleBook } from './rule-book.ts';
import type { RulesInForce } from './rules-in-force.ts';

/** Rules made of a text that has not been published, for a jurisdiction on a date. */
export type DraftRules = (text: string, code: string, date: CalendarDate) => Promise<RulesInForce>;

const REMEMBERED = 16;
const AT = { pointer: '/ruleSet/text' };

/**
 * Rules of unpublished texts: a city's rule set, under the county's override in force where a county is asked for; or a
 * county's override, on the city's rules in force and held to their floor. What was made of a text is remembered for the
 * claims that follow.
 * @param maxBytes the largest text taken
 */
export function draftRules(book: RuleBook, maxBytes: number): DraftRules {
  const remembered = new BoundedCache<string, Promise<RulesInForce>>(REMEMBERED);
  return async (text, code, date) => {
    const inForce = await book.inForce(code, date).catch((error: unknown) => noneYet(error));
    const key = [code, inForce?.name.effectiveDigest, sha256(text)].join(' ');
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const made = make(book, text, { code, date, maxBytes });
    remembered.set(key, made);
    made.catch(() => remembered.delete(key));
    return made;
  };
}

/** A city's first text has nothing in force yet; what else is wrong stays wrong. */
function noneYet(error: unknown): null {
  if (error instanceof Refusal && (error.code === 'noRuleSetInForce' || error.code === 'noRuleSets')) return null;
  throw error;
}

interface Asked {
  readonly code: string;
  readonly date: CalendarDate;
  readonly maxBytes: number;
}

async function make(book: RuleBook, text: string, { code, date, maxBytes }: Asked): Promise<RulesInForce> {
  const parsed = parseDocument(text, { maxBytes });
  const { kind, document, findings } = checkParsed(parsed, {});
  if (document === null) throw refusalOf(findings);
  const place = await book.placeOf(code, date);
  if (kind === 'RuleSet') {
    const own = document as RuleSet;
    if (!place.city.includes(own.jurisdiction)) refuse('draftOtherJurisdiction', { given: own.jurisdiction, code }, AT);
    return book.withDraft(place, date, { city: own });
  }
  if (kind !== 'Override') return refuse('draftNotARuleSet', {}, AT);
  const own = document as Override;
  if (!(place.own ?? []).includes(own.jurisdiction)) {
    refuse('draftOtherJurisdiction', { given: own.jurisdiction, code }, AT);
  }
  const city = await book.cityInForce(code, date);
  const held = checkParsed(parsed, { city: city.effective });
  if (held.document === null) throw refusalOf(held.findings);
  return book.withDraft(place, date, { override: own });
}

/** What is wrong in the text, by line and column; the pointer is that of the request. */
function refusalOf(findings: readonly Finding[]): Refusal {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return new Refusal(
    errors.map((finding) => ({ ...finding, at: { ...finding.at, ...AT } })),
    'draftInvalid',
  );
}
