import type { Counterexample, Undecided, Verdict, YearProof } from '../../analysis/proof/proof.ts';
import type { Solver } from '../../analysis/proof/solver.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import { Refusal } from '../../domain/refusal.ts';
import { sha256 } from '../../domain/sha256.ts';
import { inForceWithin } from '../../rulesets/ground.ts';
import type { Override, RuleSet } from '../../rulesets/language.ts';
import { checkDocument } from '../../rulesets/validate.ts';
import { named, type Side } from '../compared/side.ts';
import type { Place } from '../named-rules.ts';
import type { TextToExamine } from '../office/text-workshop.ts';
import { type ProofMemory, prove } from '../prove.ts';
import type { RuleBook } from '../rule-book.ts';
import { draftLabel } from './compare-draft.ts';

/** Whether anybody is worse off by a draft's text than under what it is held against. */
export interface ProvedText {
  /** `floor`: a county's text, against its city's rules; `inForce`: a city's, which is held to nothing, for information. */
  readonly against: 'floor' | 'inForce';
  /** One for each of the city's versions that a county's text would stand on, in the order of time; of a city's one or none. */
  readonly grounds: readonly ProvedGround[];
}

/** The same on one ground. */
export interface ProvedGround {
  /** The city's version that it is held against. */
  readonly version: string | null;
  readonly baseDigest: string;
  /** A day on which both apply. */
  readonly date: CalendarDate;
  readonly result: Verdict;
  /** Why it is undecided; empty where it is not. */
  readonly reasons: readonly Undecided[];
  readonly counterexample: Counterexample | null;
  /** Digest of the claim by which somebody is worse off, and of its day; null where there is none. */
  readonly evidence: string | null;
  /** Two claims of one person in a year: an answer of its own, looked for only where no claim alone loses. */
  readonly year: YearProof;
}

/** How a text is proved. */
export interface ProveTextOptions {
  readonly solver: Solver | null;
  readonly memory?: ProofMemory;
  /** Asked between pieces of work; false: what is open stays undecided. */
  readonly goOn: () => boolean | Promise<boolean>;
}

/** The digits of a claim's digest by which it is referred to. */
const DIGITS = 16;

/**
 * Proves of a draft's text that nobody is worse off under it: a county's against the floor of each of its city's versions that
 * it would stand on, a city's against what is in force. The first claim that loses ends it, before the year is looked at.
 * @throws Refusal `draftInvalid` with what is wrong with the text; `unknownJurisdiction`; `ruleSetUnusable`
 */
export async function proveText(book: RuleBook, asked: TextToExamine, options: ProveTextOptions): Promise<ProvedText> {
  const { jurisdiction: code, kind, maxBytes, published = false, text } = asked;
  const place = await book.placeOf(code);
  const document = documentIn(text, { maxBytes, published }, kind, place);
  if (kind === 'RuleSet') return cityText(book, place, document as RuleSet, options);
  const grounds: ProvedGround[] = [];
  for (const { record, period } of inForceWithin(book.records(), place.city, document.effective)) {
    const city = await book.cityInForce(code, period.from);
    documentIn(text, { maxBytes, published, city: city.effective }, kind, place);
    const from: Side = {
      reference: `${city.jurisdiction.code}@${period.from}`,
      label: named(city),
      rules: city,
      date: period.from,
    };
    const rules = await book.withDraft(place, period.from, { override: document as Override });
    const to: Side = { reference: 'draft', label: draftLabel(document, code), rules, date: period.from };
    grounds.push(await ground(from, to, { version: record.version, baseDigest: record.digest }, options));
  }
  return { against: 'floor', grounds };
}

async function cityText(
  book: RuleBook,
  place: Place,
  document: RuleSet,
  options: ProveTextOptions,
): Promise<ProvedText> {
  const { code } = place.jurisdiction;
  const date = await book.nearestDate(code, document.effective.from);
  if (date === null) return { against: 'inForce', grounds: [] };
  const rules = await book.inForce(code, date);
  const from: Side = { reference: `${code}@${date}`, label: named(rules), rules, date };
  const after = await book.withDraft({ ...place, own: null }, date, { city: document });
  const to: Side = { reference: 'draft', label: draftLabel(document, code), rules: after, date };
  const { version, digest } = rules.name.base;
  return { against: 'inForce', grounds: [await ground(from, to, { version, baseDigest: digest }, options)] };
}

async function ground(
  from: Side,
  to: Side,
  base: Pick<ProvedGround, 'version' | 'baseDigest'>,
  { solver, memory, goOn }: ProveTextOptions,
): Promise<ProvedGround> {
  const proof = await prove(from, to, {
    solver,
    untilRefuted: true,
    goOn,
    ...(memory === undefined ? {} : { memory }),
  });
  const { result, counterexample, year } = proof;
  const open = proof.profiles.filter((profile) => profile.result === 'undecided').map(({ reason }) => reason);
  const reasons = [...proof.undecided.map(({ reason }) => reason), ...open].filter((reason) => reason !== null);
  return {
    ...base,
    date: from.date,
    result,
    reasons: result === 'undecided' ? [...new Set(reasons)] : [],
    counterexample,
    evidence: counterexample === null ? null : digestOf(counterexample),
    year,
  };
}

function digestOf({ claim, dates }: Counterexample): string {
  return sha256(JSON.stringify([claim, dates]))
    .replace('sha256:', '')
    .slice(0, DIGITS);
}

function documentIn(
  text: string,
  options: Parameters<typeof checkDocument>[1],
  wanted: TextToExamine['kind'],
  { city, own }: Place,
): RuleSet | Override {
  const { document, findings, kind } = checkDocument(text, options);
  const isOwn = kind === wanted && (own ?? city).includes((document as RuleSet | Override | null)?.jurisdiction ?? '');
  if (document !== null && isOwn) return document as RuleSet | Override;
  throw new Refusal(
    findings.filter(({ severity }) => severity === 'error'),
    'draftInvalid',
  );
}
