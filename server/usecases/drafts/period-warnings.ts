import type { Period } from '../../domain/dates.ts';
import type { Finding } from '../../domain/finding.ts';
import type { JurisdictionRegistry } from '../../domain/jurisdictions.ts';
import { gapsAround, inForceWithin, uncovered } from '../../rulesets/ground.ts';
import type { Override, RuleSet } from '../../rulesets/language.ts';
import type { VersionOf } from '../../rulesets/moved-ground.ts';
import type { PublicationRecord } from '../../rulesets/publication.ts';
import { daysWithoutRules } from '../city-grounds.ts';
import type { Place } from '../named-rules.ts';

/**
 * What is worth knowing of a document's period beside what is published, and forbids nothing: days before and after it on
 * which the place has nothing of its own, versions that it takes days from, days without rules of the city, and versions that
 * have not begun and will be set aside because their ground moves.
 */
export function periodWarnings(
  records: readonly PublicationRecord[],
  registry: JurisdictionRegistry,
  place: Place,
  { effective }: RuleSet | Override,
  aside: readonly VersionOf[],
): readonly Finding[] {
  const own = place.own ?? place.city;
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
