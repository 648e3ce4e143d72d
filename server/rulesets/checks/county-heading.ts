import { type Label, labelOf } from '../../domain/label.ts';
import type { EffectiveRuleSet } from '../effective-rule-set.ts';
import type { Override } from '../language.ts';
import { stepInto } from '../positions.ts';
import type { Against } from '../validate.ts';
import { didYouMean, inBoth, listed } from '../words.ts';
import { type Complaint, doubtful, wrong, wrongKey } from './complaint.ts';

/** A county's text is a known county's, extends its city, and holds for dates that the city's text holds for. */
export function* checkCountyHeading(
  document: Override,
  { city, codes, anyPeriod = false }: Against,
): Generator<Complaint> {
  const { jurisdiction, effective } = document;
  if (jurisdiction === document.extends) yield wrong('countyIsCity', '/jurisdiction', { code: jurisdiction });
  else if (codes !== undefined && !codes.has(jurisdiction)) {
    const counties = [...codes].filter((code) => code !== document.extends);
    const meant = didYouMean(jurisdiction, counties);
    yield wrong('unknownCode', '/jurisdiction', { given: jurisdiction, known: listed(codes), meant });
  }
  if (city === undefined) return;
  const parent = city.base.jurisdiction;
  if (document.extends !== parent) yield wrong('extendsOther', '/extends', { given: document.extends, city: parent });
  if (anyPeriod) return;
  const { from, to } = city.period;
  const before = effective.from < from;
  const after = to !== undefined && (effective.to === undefined || effective.to > to);
  if (before || after) {
    const place = before ? '/effective/from' : effective.to === undefined ? '/effective' : '/effective/to';
    yield doubtful('periodOutsideCity', place, { from, to: to === undefined ? inBoth('periodOpen') : labelOf(to, to) });
  }
}

/** Names of standards in a map of values are the city's. */
export function* checkCityStandards(
  values: Readonly<Record<string, unknown>> | undefined,
  city: EffectiveRuleSet,
  pointer: string,
): Generator<Complaint> {
  for (const id of Object.keys(values ?? {})) {
    if (city.standards.has(id)) continue;
    const meant: Label = didYouMean(id, city.standards.keys());
    yield wrongKey('unknownCityStandard', stepInto(pointer, id), { given: id, meant });
  }
}
