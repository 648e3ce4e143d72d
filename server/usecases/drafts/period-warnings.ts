import type { CalendarDate, Period } from '../../domain/dates.ts';
import type { Finding } from '../../domain/finding.ts';
import type { JurisdictionRegistry } from '../../domain/jurisdictions.ts';
import { gapsAround, inForceWithin, uncovered } from '../../rulesets/ground.ts';
import type { Override, RuleSet } from '../../rulesets/language.ts';
import { movedVersions } from '../../rulesets/moved-ground.ts';
import type { PublicationRecord } from '../../rulesets/publication.ts';
import { daysWithoutRules } from '../city-grounds.ts';
import type { Place } from '../named-rules.ts';
import { placesOf } from '../office/places.ts';

/**
 * What is worth knowing of a document's period beside what is published, and forbids nothing: days before and after it on
 * which the place has nothing of its own, versions that it takes days from, days without rules of the city, and versions that
 * have not begun and will be set aside because their ground moves.
 */
export function periodWarnings(
  records: readonly PublicationRecord[],
  registry: JurisdictionRegistry,
  place: Place,
  document: RuleSet | Override,
  today: CalendarDate,
): readonly Finding[] {
  const own = place.own ?? place.city;
  const { effective, jurisdiction, kind } = document;
  const next: PublicationRecord = {
    ...{ jurisdiction, kind, effective, digest: '', publishedAt: '', publishedBy: '', sample: false },
    // No version has this number, and every other is before it.
    ...{ version: '', sequence: Number.MAX_SAFE_INTEGER },
  };
  const aside = movedVersions(records, [...records, next], placesOf(registry), today);
  return [
    ...gapsAround(records, own, effective).map((gap) => warning('periodGap', endsOf(gap))),
    ...inForceWithin(records, own, effective).map(({ record, period }) =>
      warning('periodOverlap', { version: record.version, ...endsOf(period) }),
    ),
    ...daysWithoutRules(place.own === null ? [] : uncovered(records, place.city, effective), { pointer: '/effective' }),
    ...aside.map(({ jurisdiction, version }) =>
      warning('versionWillBeSuspended', { place: registry.lookup(jurisdiction)?.name ?? jurisdiction, version }),
    ),
  ];
}

function endsOf({ from, to = '…' }: Period): Finding['args'] {
  return { from, to };
}

function warning(code: string, args: Finding['args']): Finding {
  return { code, severity: 'warning', args, at: { pointer: '/effective' } };
}
