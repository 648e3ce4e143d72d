import type { Period } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import { Refusal } from '../domain/refusal.ts';
import { digest } from '../rulesets/digest.ts';
import { inForceWithin, uncovered } from '../rulesets/ground.ts';
import type { RuleSet } from '../rulesets/language.ts';
import type { Parsed } from '../rulesets/parse.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import { resolve } from '../rulesets/resolve.ts';
import { checkedAlone } from '../rulesets/validate.ts';
import { inBoth } from '../rulesets/words.ts';
import { type CityGround, daysWithoutRules } from './city-grounds.ts';
import { namedOf } from './drafts/named-of.ts';
import type { RuleBook } from './rule-book.ts';

/** What an override states of the ground it stands on. */
export interface StatedGround {
  /** The code of its city. */
  readonly extends: string;
  readonly period: Period;
}

/** Where the city's texts are looked for. */
export interface CitySources {
  /** Texts given beside the override; those that say they are the city's come before what is published. */
  readonly texts: readonly { readonly file: string; readonly jurisdiction: string | null; readonly parsed: Parsed }[];
  /** Opens the published rules. */
  readonly book: () => Promise<RuleBook>;
  /** What the published rules are read from, for whoever can choose it; nothing of the city's there is then an error. */
  readonly lookedIn?: string | undefined;
}

/** The city's texts that an override stands on, and what is wrong or worth knowing of them. */
export interface StatedGrounds {
  readonly grounds: readonly CityGround[];
  /** Days without rules, which warn; texts that the floor cannot be read from, which are errors. Places are pointers into the override. */
  readonly findings: readonly Finding[];
}

/** Refusals by which a city has nothing there yet, rather than something wrong. */
const NOTHING_YET: readonly string[] = ['unknownJurisdiction', 'noRuleSetInForce', 'noRuleSets'];

/** A text among those given, as if it had been published after all others. */
interface GivenRecord extends PublicationRecord {
  readonly document: RuleSet;
}

/** Finds the city's texts that an override stands on, each with its days. */
export async function statedGrounds(
  stated: StatedGround,
  { texts, book, lookedIn }: CitySources,
): Promise<StatedGrounds> {
  const { extends: code, period } = stated;
  const given: GivenRecord[] = [];
  const findings: Finding[] = [];
  for (const { file, jurisdiction, parsed } of texts) {
    if (jurisdiction !== code || !saysRuleSet(parsed)) continue;
    const { document, findings: wrong } = checkedAlone(parsed);
    if (document === null) findings.push(floorNotHeld('cityRulesWrong', file, wrong));
    else given.push(recordOf(document as RuleSet, file, given.length));
  }
  const within = inForceWithin(given, code, period).map(({ record, period: days }): CityGround => {
    const { document, version } = record as GivenRecord;
    const name = { jurisdiction: code, version: null, digest: record.digest };
    return { called: version, period: days, city: resolve({ document, name }) };
  });
  const gaps = uncovered(given, code, period);
  // Where a text that is given is wrong, what is published may be just what it is to replace.
  if (findings.length > 0 || gaps.length === 0) return { grounds: within, findings };
  const published = await publishedGrounds(code, gaps, book);
  const grounds = [...within, ...published.grounds];
  if (grounds.length + published.errors.length === 0) {
    const { nothing } = published;
    return { grounds, findings: lookedIn === undefined ? nothing : [cityRulesMissing(code, lookedIn, nothing)] };
  }
  return { grounds, findings: [...published.errors, ...daysWithoutRules(published.gaps, AT_PERIOD)] };
}

const AT_PERIOD = { pointer: '/effective' };
const AT_CITY = { pointer: '/extends' };

/** Whether a text means to be a city's, also where it is wrong. */
function saysRuleSet({ document }: Parsed): boolean {
  return (document as Partial<RuleSet> | null | undefined)?.kind === 'RuleSet';
}

function recordOf(document: RuleSet, file: string, index: number): GivenRecord {
  const { jurisdiction, kind, effective } = document;
  const unpublished = { publishedAt: new Date(0).toISOString(), publishedBy: '', sample: false };
  return {
    jurisdiction,
    version: file,
    sequence: index + 1,
    kind,
    effective,
    digest: digest(document),
    document,
    ...unpublished,
  };
}

/** What is published for some days. */
interface PublishedGrounds {
  readonly grounds: readonly CityGround[];
  /** Texts that cannot be used. */
  readonly errors: readonly Finding[];
  /** Why there is nothing at all, where that is so. */
  readonly nothing: readonly Finding[];
  /** The days for which nothing is published. */
  readonly gaps: readonly Period[];
}

async function publishedGrounds(
  code: string,
  days: readonly Period[],
  open: CitySources['book'],
): Promise<PublishedGrounds> {
  try {
    return await groundsIn(await open(), code, days);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (!NOTHING_YET.includes(error.code)) {
      const errors = [floorNotHeld('cityRulesUnreadable', '', error.findings)];
      return { grounds: [], errors, nothing: [], gaps: [] };
    }
    const nothing = error.findings.map((one): Finding => ({ ...one, severity: 'warning', at: AT_CITY }));
    return { grounds: [], errors: [], nothing, gaps: days };
  }
}

/** @throws Refusal where there is nothing for any of the days, or the book cannot be read */
async function groundsIn(book: RuleBook, code: string, days: readonly Period[]): Promise<PublishedGrounds> {
  const [first] = days;
  const { city } = await book.placeOf(code, first?.from);
  const records = book.records();
  const within = days.flatMap((part) => inForceWithin(records, city, part));
  // Asked for a day, the book says what there is instead.
  if (within.length === 0 && first !== undefined) await book.cityInForce(code, first.from);
  const grounds: CityGround[] = [];
  const errors: Finding[] = [];
  for (const { record, period } of within) {
    try {
      grounds.push({ called: record.version, period, city: resolve(await namedOf<RuleSet>(book, record)) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors.push(floorNotHeld('cityRulesWrong', record.version, error.findings));
    }
  }
  return { grounds, errors, nothing: [], gaps: days.flatMap((part) => uncovered(records, city, part)) };
}

/** That there is no text of the city's for any day, and where it was looked for. */
function cityRulesMissing(city: string, lookedIn: string, why: readonly Finding[]): Finding {
  const [first] = why;
  const reason = first === undefined ? '' : inBoth(first.code, first.args);
  return { code: 'cityRulesMissing', severity: 'error', args: { city, lookedIn, reason }, at: AT_CITY };
}

/** That a text of the city's cannot be used, by the first of what is wrong with it. */
function floorNotHeld(code: string, called: string, wrong: readonly Finding[]): Finding {
  const first = wrong.find(({ severity }) => severity === 'error') ?? wrong[0];
  const rules = first?.at?.file ?? called;
  const reason = first === undefined ? '' : inBoth(first.code, first.args);
  return { code, severity: 'error', args: { rules, reason }, at: AT_CITY };
}
