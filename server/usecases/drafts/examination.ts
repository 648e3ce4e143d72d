import { type Change, classOfNext } from '../../analysis/diff/change.ts';
import { diff } from '../../analysis/diff/diff.ts';
import { nextVersion } from '../../analysis/version-number.ts';
import type { Finding } from '../../domain/finding.ts';
import type { JurisdictionRegistry } from '../../domain/jurisdictions.ts';
import { labelOf } from '../../domain/label.ts';
import { digest } from '../../rulesets/digest.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import { inForceWithin } from '../../rulesets/ground.ts';
import { inForce } from '../../rulesets/in-force.ts';
import type { InForcePeriod } from '../../rulesets/in-force-periods.ts';
import type { Override, RuleSet } from '../../rulesets/language.ts';
import { type Parsed, parseDocument } from '../../rulesets/parse.ts';
import type { PublicationRecord } from '../../rulesets/publication.ts';
import { indexOf } from '../../rulesets/record-index.ts';
import { resolve } from '../../rulesets/resolve.ts';
import { checkParsed } from '../../rulesets/validate.ts';
import type { GateResult } from '../../workflow/gate.ts';
import type { Compared, StandingOn, Submission } from '../../workflow/submission.ts';
import { foundOnAll, heldTo } from '../city-grounds.ts';
import { codesListed, type ListedCodes } from '../listed-codes.ts';
import type { Place } from '../named-rules.ts';
import type { TextToExamine } from '../office/text-workshop.ts';
import type { RuleBook } from '../rule-book.ts';
import { unpublished } from '../rules-in-force.ts';
import type { GroundToJudge } from './gates/gate.ts';
import { judged } from './gates/index.ts';
import { namedOf } from './named-of.ts';
import { overtakenOf, overtakenVersions } from './overtaken-counties.ts';
import { periodWarnings } from './period-warnings.ts';
import { setAsideBy } from './set-aside.ts';

/** A text that has been read: it is held to several of the city's texts, and reading takes longest. */
interface ReadToExamine extends TextToExamine {
  readonly parsed: Parsed;
}

/** Everything that is found out about a draft's text at once; plain data, since it is found in another thread. */
export interface Examination {
  /** Errors and warnings, by their places in the text. */
  readonly findings: readonly Finding[];
  /** Null where there is any error. */
  readonly found: Found | null;
}

/** What a valid text is, on the ground that it would stand on now. */
export interface Found
  extends Pick<
    Submission,
    | 'documentDigest'
    | 'effective'
    | 'heading'
    | 'bases'
    | 'inPlace'
    | 'previous'
    | 'class'
    | 'version'
    | 'compared'
    | 'overtakes'
  > {
  /** Changes against what is in force, by their fingerprints. */
  readonly changes: readonly string[];
  readonly gates: readonly GateResult[];
  /** Standards that the city only advises on and that go the other way. */
  readonly adviceLeft: readonly string[];
  /** Products that are waived. */
  readonly waivers: readonly string[];
}

/**
 * Examines a draft's text: reads and checks it, a county's against the floor of each of its city's texts in force during its
 * period; compares it with what is in force, and with what was published last, which its number follows from.
 * @throws Refusal `unknownJurisdiction`; `ruleSetUnusable` where a published text cannot be used
 */
export async function examine(book: RuleBook, asked: TextToExamine): Promise<Examination> {
  const { text, jurisdiction, kind, maxBytes, published = false } = asked;
  const place = await book.placeOf(jurisdiction);
  const parsed = parseDocument(text, { maxBytes });
  const checked = checkParsed(parsed, { published });
  if (checked.document === null) return { findings: checked.findings, found: null };
  const document = checked.document as RuleSet | Override;
  const foreign = foreignTo(place, checked.kind, document, kind);
  if (foreign !== null) return { findings: [foreign], found: null };
  return kind === 'RuleSet'
    ? examineCity(book, place, asked, document as RuleSet, checked.findings)
    : examineCounty(book, place, { ...asked, parsed }, document as Override);
}

/** Why a document is not one of a place's drafts; null where it is. */
export function foreignTo(
  { jurisdiction, city, own }: Place,
  kind: string | null,
  document: RuleSet | Override,
  wanted: 'RuleSet' | 'Override',
): Finding | null {
  const { code } = jurisdiction;
  if (kind !== wanted) return error('draftOtherKind', { given: kind ?? '', wanted }, '/kind');
  if ((own ?? city).includes(document.jurisdiction)) return null;
  return error('draftOtherPlace', { given: document.jurisdiction, code }, '/jurisdiction');
}

function error(code: string, args: Finding['args'], pointer: string): Finding {
  return { code, severity: 'error', args, at: { pointer } };
}

async function examineCity(
  book: RuleBook,
  place: Place,
  asked: TextToExamine,
  document: RuleSet,
  findings: readonly Finding[],
): Promise<Examination> {
  const records = book.records();
  const { effective } = document;
  const previous = lastOf(records, place.city);
  const shown = inForce(records, place.city, effective.from) ?? previous;
  const after = resolve(unpublished(document));
  const since = async (record: PublicationRecord | null) =>
    record === null ? [] : diff(resolve(await namedOf<RuleSet>(book, record)), after);
  const changes = await since(shown);
  const registry = await book.registry();
  const aside = setAsideBy(records, registry, document, asked.today);
  const overtaken = await overtakenVersions(book, place, { rules: after, within: effective, aside }, asked.maxBytes);
  return completed(book, place, document, {
    bases: [],
    grounds: [{ baseDigest: null, errors: [], class: classOfNext(changes) }],
    compared: { version: shown?.version ?? null, baseVersion: null, date: effective.from },
    changes,
    sincePrevious: shown === previous ? changes : await since(previous),
    findings,
    overtakes: overtaken.map(overtakenOf),
    registry,
    aside,
  });
}

async function examineCounty(
  book: RuleBook,
  place: Place,
  asked: ReadToExamine,
  document: Override,
): Promise<Examination> {
  const records = book.records();
  const own = place.own ?? [];
  const bases = inForceWithin(records, place.city, document.effective);
  const looks = [];
  const codes = codesListed(await book.listed(), document.extends);
  for (const base of bases) looks.push(await lookFrom(book, place, asked, { document, codes }, base));
  const findings = foundOnAll(looks.map(({ held }) => held));
  const [first] = looks;
  if (first === undefined) {
    const { from, to = '' } = document.effective;
    return { findings: [error('periodWithoutCity', { from, to }, '/effective')], found: null };
  }
  const begins = first.compared.date;
  if (begins > document.effective.from) {
    // Nothing could be settled from its first day on, and what it changes would be told of another day.
    const without = error('firstDayWithoutCity', { date: document.effective.from, from: begins }, '/effective/from');
    return { findings: [...findings, without], found: null };
  }
  if (looks.some(({ ground }) => ground.errors.length > 0)) return { findings, found: null };
  const previous = lastOf(records, own);
  const registry = await book.registry();
  return completed(book, place, document, {
    bases,
    grounds: looks.map(({ ground }) => ground),
    compared: first.compared,
    changes: first.changes,
    sincePrevious: previous === first.shown ? first.changes : await first.since(previous),
    findings,
    overtakes: [],
    registry,
    aside: setAsideBy(records, registry, document, asked.today),
  });
}

/** A county's document on one of the city's texts that it would stand on. */
async function lookFrom(
  book: RuleBook,
  { jurisdiction, own }: Place,
  { parsed, published }: ReadToExamine,
  { document, codes }: { readonly document: Override; readonly codes: ListedCodes },
  { record, period }: InForcePeriod,
) {
  const base = await namedOf<RuleSet>(book, record);
  const held = heldTo(parsed, { called: record.version, period, city: resolve(base) }, codes, published);
  const errors = held.findings.filter(({ severity }) => severity === 'error');
  const shown = inForce(book.records(), own ?? [], period.from);
  const since = async (override: PublicationRecord | null): Promise<readonly Change[]> => {
    const before: EffectiveRuleSet = resolve(
      base,
      override === null ? null : await namedOf<Override>(book, override),
      jurisdiction.code,
    );
    return diff(before, resolve(base, unpublished(document), jurisdiction.code));
  };
  // What names something that the city does not have cannot be put together with it.
  const changes = errors.length > 0 ? [] : await since(shown);
  const ground: GroundToJudge = { baseDigest: record.digest, errors, class: classOfNext(changes) };
  const compared: Compared = {
    version: shown?.version ?? null,
    baseVersion: record.version,
    date: period.from,
  };
  return { held, ground, changes, compared, shown, since };
}

/** What has been looked at of a document that is valid. */
interface Looked extends Pick<Found, 'compared' | 'overtakes'> {
  readonly bases: readonly InForcePeriod[];
  readonly grounds: readonly GroundToJudge[];
  readonly changes: readonly Change[];
  readonly sincePrevious: readonly Change[];
  readonly findings: readonly Finding[];
  /** What places are called. */
  readonly registry: JurisdictionRegistry;
  /** Versions that are set aside if it is published now. */
  readonly aside: readonly PublicationRecord[];
}

function completed(
  book: RuleBook,
  place: Place,
  document: RuleSet | Override,
  { bases, grounds, compared, changes, sincePrevious, findings, overtakes, registry, aside }: Looked,
): Examination {
  const own = place.own ?? place.city;
  const { effective } = document;
  const documentDigest = digest(document);
  const previous = lastOf(book.records(), own);
  const override = 'extends' in document ? document : null;
  const warnings = periodWarnings(book.records(), registry, place, document, aside);
  const found: Found = {
    documentDigest,
    effective,
    heading: {
      jurisdiction: document.jurisdiction,
      extends: override?.extends ?? null,
      title: labelOf(document.title, document.jurisdiction),
      sample: override?.sample === true,
    },
    bases: bases.map(standingOn),
    inPlace: inForceWithin(book.records(), own, effective).map(standingOn),
    previous: previous === null ? null : { version: previous.version, digest: previous.digest },
    class: classOfNext(sincePrevious),
    version: nextVersion(previous?.version ?? null, classOfNext(sincePrevious)),
    compared,
    changes: changes.map(({ fingerprint }) => fingerprint),
    gates: judged(documentDigest, grounds),
    adviceLeft: [
      ...new Set(findings.filter(({ code }) => code === 'adviceLeft').map(({ args }) => String(args.standard))),
    ],
    waivers: (override?.waivers ?? []).map(({ product }) => product),
    overtakes,
  };
  return { findings: [...findings, ...warnings], found };
}

function lastOf(records: readonly PublicationRecord[], codes: readonly string[]): PublicationRecord | null {
  return indexOf(records).latestFirst(codes)[0] ?? null;
}

function standingOn({ record, period }: InForcePeriod): StandingOn {
  return { version: record.version, digest: record.digest, period };
}
