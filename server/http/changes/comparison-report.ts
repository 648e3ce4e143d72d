import type { Language } from '../../domain/label.ts';
import type { Comparison } from '../../usecases/compare.ts';
import type { Side } from '../../usecases/compared/side.ts';
import { type ChangeReport, conclusionTold, type Fact, groupsTold, told } from './change-report.ts';

/** A comparison as a report of one section. */
export function comparisonReport(comparison: Comparison, language: Language): ChangeReport {
  const { from, to } = comparison;
  const title = told('reportBetween', { from: sideName(from, language), to: sideName(to, language) }, language);
  return {
    kind: 'comparison',
    language,
    title,
    sections: [
      {
        heading: title,
        sides: sidesTold(comparison, language),
        facts: [],
        groups: groupsTold(comparison, language),
        ...conclusionTold(comparison, language),
      },
    ],
  };
}

/** Both sides, each with its version, the city's beneath it, and its period. */
export function sidesTold({ from, to }: Pick<Comparison, 'from' | 'to'>, language: Language): readonly Fact[] {
  return [
    [told('reportFrom', {}, language), sideTold(from, language)],
    [told('reportTo', {}, language), sideTold(to, language)],
  ];
}

function sideTold(side: Side, language: Language): string {
  const { from, to } = side.rules.effective.period;
  const label = sideName(side, language);
  return to === undefined
    ? told('reportPeriodOpen', { label, from }, language)
    : told('reportPeriod', { label, from, to }, language);
}

/** What a side is called; of a text that was never published, whose it is and what it stands on. */
function sideName({ label, rules }: Side, language: Language): string {
  const { jurisdiction, name } = rules;
  const text = name.jurisdiction === name.base.jurisdiction && name.digest === name.base.digest ? name.base : name;
  if (text.version !== null || name.digest === null) return told('reportLabel', { label }, language);
  const args = { file: label, place: jurisdiction.name, base: name.base.version };
  return text === name.base
    ? told('reportUnpublished', args, language)
    : told('reportUnpublishedOnCity', args, language);
}
