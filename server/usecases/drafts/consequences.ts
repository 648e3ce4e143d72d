import type { Period } from '../../domain/dates.ts';
import type { Label } from '../../domain/label.ts';
import { Refusal } from '../../domain/refusal.ts';
import { sha256 } from '../../domain/sha256.ts';
import { inForcePeriods } from '../../rulesets/in-force.ts';
import type { Override, RuleSet } from '../../rulesets/language.ts';
import type { OvertakenFigure } from '../../rulesets/lifted-text.ts';
import { isVersionOf } from '../../rulesets/moved-ground.ts';
import type { PublicationRecord } from '../../rulesets/publication.ts';
import { resolve } from '../../rulesets/resolve.ts';
import { checkDocument } from '../../rulesets/validate.ts';
import type { Place } from '../named-rules.ts';
import type { TextToExamine } from '../office/text-workshop.ts';
import type { RuleBook } from '../rule-book.ts';
import { unpublished } from '../rules-in-force.ts';
import { foreignTo } from './examination.ts';
import { overtakenVersions } from './overtaken-counties.ts';
import { setAsideBy } from './set-aside.ts';

/** A published version, by what people know it by. */
export interface TouchedVersion {
  /** The code that it was published under, and what that place is called. */
  readonly jurisdiction: string;
  readonly name: Label;
  readonly version: string;
  /** The period that it states. */
  readonly effective: Period;
}

/** A version that would be suspended. */
export interface SuspendedVersion extends TouchedVersion {
  /** Whether it is of the draft's own place. */
  readonly own: boolean;
  /** The days on which it would have applied. */
  readonly inForce: readonly Period[];
}

/** A county's version some of whose figures would be below the city's. */
export interface BelowNewFloor extends TouchedVersion {
  /** Whether it would be suspended as well. */
  readonly suspended: boolean;
  readonly figures: readonly OvertakenFigure[];
}

/** What publishing a draft's text now would do to versions that are published. */
export interface Consequences {
  /** Over what follows, in no language: another as soon as a version or figure that is touched is another. */
  readonly digest: string;
  readonly suspended: readonly SuspendedVersion[];
  /** None of a county's draft. */
  readonly overtaken: readonly BelowNewFloor[];
}

/**
 * Works out what publishing a draft's text now would do to what is published now, whatever was found out when it was submitted.
 * @throws Refusal `draftInvalid` with what is wrong with the text; `ruleSetUnusable` where a published one cannot be used
 */
export async function consequencesOf(book: RuleBook, asked: TextToExamine): Promise<Consequences> {
  const place = await book.placeOf(asked.jurisdiction);
  const document = documentOf(place, asked);
  const records = book.records();
  const registry = await book.registry();
  const aside = setAsideBy(records, registry, document, asked.today);
  const touched = ({ jurisdiction, version, effective }: PublicationRecord): TouchedVersion => {
    const name = registry.lookup(jurisdiction)?.name ?? { zh: jurisdiction, en: jurisdiction };
    return { jurisdiction, name, version, effective };
  };
  const overtaken =
    document.kind === 'Override'
      ? []
      : await overtakenVersions(book, place, {
          rules: resolve(unpublished(document)),
          within: document.effective,
          aside,
        });
  return digested({
    suspended: aside.map((one) => ({
      ...touched(one),
      own: (place.own ?? place.city).includes(one.jurisdiction),
      inForce: inForcePeriods(records, registry.sameAs(one.jurisdiction)).flatMap(({ record, period }) =>
        isVersionOf(record, one) ? [period] : [],
      ),
    })),
    overtaken: overtaken.map(({ record, figures }) => ({
      ...touched(record),
      suspended: aside.includes(record),
      figures,
    })),
  });
}

/** What a draft does that cannot be published any more. */
export const NO_CONSEQUENCES: Consequences = digested({ suspended: [], overtaken: [] });

function digested(told: Omit<Consequences, 'digest'>): Consequences {
  return { digest: sha256(JSON.stringify(told)), ...told };
}

function documentOf(place: Place, { text, kind, maxBytes }: TextToExamine): RuleSet | Override {
  const { document, findings, kind: given } = checkDocument(text, { maxBytes });
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (document === null) throw new Refusal(errors, 'draftInvalid');
  const read = document as RuleSet | Override;
  const foreign = foreignTo(place, given, read, kind);
  if (foreign !== null) throw new Refusal([foreign], 'draftInvalid');
  return read;
}
