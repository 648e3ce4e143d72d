import type { CalendarDate } from '../../domain/dates.ts';
import type { JurisdictionRegistry } from '../../domain/jurisdictions.ts';
import type { Override, RuleSet } from '../../rulesets/language.ts';
import { movedVersions } from '../../rulesets/moved-ground.ts';
import type { PublicationRecord } from '../../rulesets/publication.ts';
import { placesOf } from '../office/places.ts';

/** Versions that have not begun and would be set aside, their ground being moved, if a document were published on a day. */
export function setAsideBy(
  records: readonly PublicationRecord[],
  registry: JurisdictionRegistry,
  { jurisdiction, kind, effective }: RuleSet | Override,
  today: CalendarDate,
): readonly PublicationRecord[] {
  const next: PublicationRecord = {
    ...{ jurisdiction, kind, effective, digest: '', publishedAt: '', publishedBy: '', sample: false },
    // No version has this number, and every other is before it.
    ...{ version: '', sequence: Number.MAX_SAFE_INTEGER },
  };
  return movedVersions(records, [...records, next], placesOf(registry), today);
}
