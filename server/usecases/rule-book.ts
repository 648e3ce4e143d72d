import type { CalendarDate } from '../domain/dates.ts';
import { type Jurisdiction, type JurisdictionRegistry, jurisdictionRegistry } from '../domain/jurisdictions.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import { inForce, nearestDate } from '../rulesets/in-force.ts';
import type { Jurisdictions, Override, RuleSet, TypicalClaims } from '../rulesets/language.ts';
import { isMadeUp } from '../rulesets/made-up-jurisdictions.ts';
import { MOST_FILE_BYTES, parseDocument } from '../rulesets/parse.ts';
import type { PublicationRecord, RuleSource } from '../rulesets/publication.ts';
import type { Named } from '../rulesets/resolve.ts';
import { checkedAlone, checkedPublished } from '../rulesets/validate.ts';
import { BoundedCache } from './bounded-cache.ts';
import { documentsIn, ofTexts } from './documents-of-texts.ts';
import { EffectiveDigests } from './effective-digests.ts';
import { Kept } from './kept.ts';
import { KnownDates } from './known-dates.ts';
import { type Place, pairOfDigest, pairOfVersions } from './named-rules.ts';
import { type Draft, type RulesInForce, rulesOf, unpublished } from './rules-in-force.ts';

const DOCUMENTS = 256;
const RULE_SETS = 256;

/**
 * Finds the rules that apply, by jurisdiction and date, from a source of published texts. What is made of a text is kept
 * under its digest, within bounds; a new publication is seen at once, because the source then answers a new list of records.
 */
export class RuleBook {
  readonly #source: RuleSource;
  readonly #documents = new BoundedCache<string, Promise<RuleSet | Override>>(DOCUMENTS);
  readonly #ruleSets = new BoundedCache<string, Promise<RulesInForce>>(RULE_SETS);
  readonly #dates = new KnownDates();
  readonly #digests = new EffectiveDigests();
  #records: readonly PublicationRecord[] = [];
  readonly #registry: Kept<JurisdictionRegistry>;
  readonly #listed: Kept<JurisdictionRegistry>;
  readonly #typicalClaims: Kept<readonly TypicalClaims[]>;

  constructor(source: RuleSource) {
    this.#source = source;
    const registryOf = (texts: readonly string[]) => jurisdictionRegistry(documentsIn<Jurisdictions>(texts));
    const [registryIn, listedIn] = [ofTexts(registryOf), ofTexts(registryOf)];
    const claimsIn = ofTexts(documentsIn<TypicalClaims>);
    this.#registry = new Kept(async () => registryIn(await usable(source.jurisdictions())));
    const isListed = (text: string) => !isMadeUp(text);
    this.#listed = new Kept(async () => listedIn((await usable(source.jurisdictions())).filter(isListed)));
    this.#typicalClaims = new Kept(async () => claimsIn(await usable(source.typicalClaims())));
  }

  /** All publications, in the order of their sequence. */
  records(): readonly PublicationRecord[] {
    const records = this.#source.records();
    if (records !== this.#records) {
      this.#records = records;
      this.#dates.follow(records, this.#source.places?.());
      this.#registry.forget();
      this.#listed.forget();
      this.#typicalClaims.forget();
    }
    return records;
  }

  /** Who is who, over all code changes. */
  registry(): Promise<JurisdictionRegistry> {
    this.records();
    return this.#registry.get();
  }

  /** The places that texts list, without those that were made for want of such a text. */
  listed(): Promise<JurisdictionRegistry> {
    this.records();
    return this.#listed.get();
  }

  /** The cities' texts of typical claims, checked. */
  typicalClaims(): Promise<readonly TypicalClaims[]> {
    this.records();
    return this.#typicalClaims.get();
  }

  /** What {@link inForce} answered before for the same words; undefined where it must be asked. */
  known(code: string, date: CalendarDate): RulesInForce | undefined {
    this.records();
    return this.#dates.get(code, date);
  }

  /**
   * The rules in force on a date.
   * @param asOf an instant (ISO 8601, UTC): as known then; now unless given
   * @throws Refusal `unknownJurisdiction`, `noRuleSets`, `noRuleSetInForce`, `publishedLater` where what is in force on the
   *   date was published after that instant, or what is wrong with a text
   */
  async inForce(code: string, date: CalendarDate, asOf?: string): Promise<RulesInForce> {
    const records = this.records();
    const { jurisdiction, city, own } = await this.placeOf(code, date);
    const base = inForce(records, city, date, asOf);
    if (base === null) {
      if (asOf !== undefined) requireKnownThen(records, city, { code, date, asOf });
      return refuse('noRuleSetInForce', { code, date, nearest: await this.#nearestOrRefuse(code, date) });
    }
    const override = own === null ? null : inForce(records, own, date, asOf);
    const rules = await this.#rulesOf(jurisdiction, base, override);
    if (asOf === undefined && records === this.#records) this.#dates.set(code, date, [...city, ...(own ?? [])], rules);
    return rules;
  }

  /** The city's own rules on a date, for a county or the city itself. */
  async cityInForce(code: string, date: CalendarDate): Promise<RulesInForce> {
    const { jurisdiction } = await this.placeOf(code, date);
    return this.inForce(jurisdiction.city ?? code, date);
  }

  /**
   * The rules of version numbers, whatever the date: what two people can talk about.
   * @param version the county's, null for a county without an override; a city's own
   * @param baseVersion the city's; of a city's own rules the same again, or null
   * @throws Refusal `unknownVersion` naming those there are, `baseVersionNeeded`, `baseVersionDiffers`,
   *   `unknownJurisdiction`, or what is wrong with a text
   */
  async byVersion(code: string, version: string | null, baseVersion: string | null): Promise<RulesInForce> {
    const place = await this.placeOf(code);
    const { base, override } = pairOfVersions(this.records(), place, version, baseVersion);
    return this.#rulesOf(place.jurisdiction, base, override);
  }

  /**
   * The rules that an effective digest was made of: the county's where an override is part of it, else the city's, whose
   * effective digest is that of every county without an override. Thousands of versions make this a search of seconds where
   * the digest has not been met before; other work goes on meanwhile.
   * @throws Refusal `unknownDigest`; `overloaded` where too many are being searched for; or what is wrong with a text
   */
  async byEffectiveDigest(digest: string): Promise<RulesInForce> {
    const { base, override } = await pairOfDigest(this.#digests, this.records(), await this.registry(), digest);
    const { jurisdiction } = await this.placeOf((override ?? base).jurisdiction);
    return this.#rulesOf(jurisdiction, base, override);
  }

  /** The date nearest to another on which the jurisdiction has rules in force; null where nothing was ever published. */
  async nearestDate(code: string, date: CalendarDate): Promise<CalendarDate | null> {
    return nearestDate(this.records(), (await this.placeOf(code, date)).city, date);
  }

  /**
   * The text of a publication, byte for byte.
   * @throws Refusal `ruleSetUnusable` where it cannot be read
   */
  async text(record: PublicationRecord): Promise<string> {
    try {
      return await this.#source.text(record);
    } catch (error) {
      throw error instanceof Refusal ? new Refusal(error.findings, 'ruleSetUnusable') : error;
    }
  }

  /**
   * A publication as data.
   * @throws Refusal `ruleSetUnusable` where its text cannot be read or is not valid
   */
  document(record: PublicationRecord): Promise<RuleSet | Override> {
    return remembered(this.#documents, record.digest, () => this.#read(record));
  }

  async #nearestOrRefuse(code: string, date: CalendarDate): Promise<CalendarDate> {
    return (await this.nearestDate(code, date)) ?? refuse('noRuleSets', { code });
  }

  /**
   * A jurisdiction with the codes that its city's and its own publications may stand under.
   * @param date as the place stood then; the very code asked for where none is given
   * @throws Refusal `unknownJurisdiction`
   */
  async placeOf(code: string, date?: CalendarDate): Promise<Place> {
    const registry = await this.registry();
    const jurisdiction = registry.lookup(code, date);
    if (jurisdiction === null) {
      const known = registry.all.map((one) => one.code).join(', ');
      return refuse('unknownJurisdiction', { code, known }, { pointer: '/jurisdiction' });
    }
    const city = registry.sameAs(jurisdiction.city ?? jurisdiction.code);
    return { jurisdiction, city, own: jurisdiction.city === null ? null : registry.sameAs(jurisdiction.code) };
  }

  /**
   * Rules with an unpublished text in the place of the one in force on a date; what the draft is not stays what is in force.
   * @param asOf an instant (ISO 8601, UTC): as known then; now unless given
   * @throws Refusal as {@link inForce}
   */
  async withDraft(place: Place, date: CalendarDate, draft: Draft, asOf?: string): Promise<RulesInForce> {
    const { jurisdiction, city, own } = place;
    const records = this.records();
    const base = draft.city === undefined ? inForce(records, city, date, asOf) : null;
    if (draft.city === undefined && base === null) {
      const nearest = await this.#nearestOrRefuse(jurisdiction.code, date);
      return refuse('noRuleSetInForce', { code: jurisdiction.code, date, nearest });
    }
    const override = own === null || draft.override !== undefined ? null : inForce(records, own, date, asOf);
    return rulesOf(
      jurisdiction,
      base === null ? unpublished(draft.city as RuleSet) : await this.#named<RuleSet>(base),
      draft.override === undefined
        ? override && (await this.#named<Override>(override))
        : unpublished<Override>(draft.override),
    );
  }

  /**
   * The rules that publications make: a city's alone, or with a county's on top; of a county without one, the city's.
   * @throws Refusal `ruleSetUnusable`
   */
  ofPublications(
    jurisdiction: Jurisdiction,
    base: PublicationRecord,
    override: PublicationRecord | null,
  ): Promise<RulesInForce> {
    return this.#rulesOf(jurisdiction, base, override);
  }

  #rulesOf(
    jurisdiction: Jurisdiction,
    base: PublicationRecord,
    override: PublicationRecord | null,
  ): Promise<RulesInForce> {
    const names = [jurisdiction.code, base.version, base.digest, override?.version, override?.digest];
    return remembered(this.#ruleSets, names.join(' '), () => this.#resolve(jurisdiction, base, override));
  }

  async #resolve(
    jurisdiction: Jurisdiction,
    base: PublicationRecord,
    override: PublicationRecord | null,
  ): Promise<RulesInForce> {
    const city = await this.#named<RuleSet>(base);
    const county = override === null ? null : await this.#named<Override>(override);
    const rules = rulesOf(jurisdiction, city, county);
    this.#digests.note(rules.name.effectiveDigest, { base, override });
    return rules;
  }

  async #named<Document extends RuleSet | Override>(record: PublicationRecord): Promise<Named<Document>> {
    const { jurisdiction, version, digest: own } = record;
    const document = await this.document(record);
    return { document: document as Document, name: { jurisdiction, version, digest: own } };
  }

  /** @throws Refusal `ruleSetUnusable` with what is wrong: no caller's fault, and every claim on these rules meets it */
  async #read(record: PublicationRecord): Promise<RuleSet | Override> {
    try {
      const options = { maxBytes: MOST_FILE_BYTES, file: fileOf(record) };
      const text = await this.#source.text(record);
      const read = this.#source.parsed?.(record);
      const parsed = read?.text === text ? read.parsed : parseDocument(text, options);
      // Without the city: what was published stays published, and where the city has raised a floor since, the join obeys it.
      // A file that somebody is writing is new.
      const { document, findings } = 'file' in record ? checkedAlone(parsed) : checkedPublished(parsed);
      if (document === null) throw new Refusal(findings.filter(({ severity }) => severity === 'error'));
      return document as RuleSet | Override;
    } catch (error) {
      throw error instanceof Refusal ? new Refusal(error.findings, 'ruleSetUnusable') : error;
    }
  }
}

/** A damaged text beside the rules is no caller's fault either. @throws Refusal `ruleSetUnusable` */
async function usable<Texts>(read: Promise<Texts>): Promise<Texts> {
  try {
    return await read;
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.findings, 'ruleSetUnusable') : error;
  }
}

/** Where a publication's text stands: the file, where the source is made of files, else its name and number. */
function fileOf(record: PublicationRecord): string {
  const { file } = record as PublicationRecord & { readonly file?: string };
  return file ?? `${record.jurisdiction} ${record.version}`;
}

/** The promise under a key, made where there is none; one that fails is not kept. */
function remembered<Value>(
  cache: BoundedCache<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  made.catch(() => cache.delete(key));
  return made;
}

/** @throws Refusal `publishedLater` where a date has rules by now that nobody knew then */
function requireKnownThen(
  records: readonly PublicationRecord[],
  city: readonly string[],
  { code, date, asOf }: { readonly code: string; readonly date: CalendarDate; readonly asOf: string },
): void {
  const now = inForce(records, city, date);
  if (now !== null) refuse('publishedLater', { code, date, asOf, publishedAt: now.publishedAt });
}
