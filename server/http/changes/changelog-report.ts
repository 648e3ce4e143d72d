import { type Period, shanghaiDate } from '../../domain/dates.ts';
import type { Jurisdiction } from '../../domain/jurisdictions.ts';
import type { Language } from '../../domain/label.ts';
import { BEFORE_EVERYTHING } from '../../rulesets/publication.ts';
import type { ChangelogEntry } from '../../usecases/changelog.ts';
import { type ChangeReport, conclusionTold, type Fact, groupsTold, type ReportSection, told } from './change-report.ts';
import { sidesTold } from './comparison-report.ts';

/** A changelog as a report with a section for each publication. */
export function changelogReport(
  { name: place, code }: Pick<Jurisdiction, 'name' | 'code'>,
  entries: readonly ChangelogEntry[],
  language: Language,
): ChangeReport {
  return {
    kind: 'changelog',
    language,
    title: told('changelogTitle', { place, code }, language),
    sections: entries.map((entry) => sectionOf(entry, language)),
  };
}

function sectionOf(entry: ChangelogEntry, language: Language): ReportSection {
  const { publication, comparison } = entry;
  const none = { groups: [], counts: [], conclusion: [told('changelogFirst', {}, language)] };
  return {
    heading: headingOf(publication, language),
    sides: comparison === null ? [] : sidesTold(comparison, language),
    facts: factsOf(entry, language),
    ...(comparison === null
      ? none
      : { groups: groupsTold(comparison, language), ...conclusionTold(comparison, language) }),
  };
}

/** Files in a folder say of no one when or by whom they were published. */
function headingOf(
  { version, publishedAt, publishedBy: by }: ChangelogEntry['publication'],
  language: Language,
): string {
  if (publishedAt === BEFORE_EVERYTHING) return told('changelogFile', { version }, language);
  return told('changelogEntry', { version, at: shanghaiDate(new Date(publishedAt)), by }, language);
}

function factsOf({ publication, computedVersion }: ChangelogEntry, language: Language): readonly Fact[] {
  const { effective, inForce, digest } = publication;
  const periods = inForce.map((period) => stretch(period, language)).join(language === 'zh' ? '；' : '; ');
  const facts: Fact[] = [
    [told('changelogStated', {}, language), stretch(effective, language)],
    [told('changelogInForce', {}, language), periods === '' ? told('changelogNever', {}, language) : periods],
    [told('changelogDigest', {}, language), digest],
  ];
  if (computedVersion !== null) facts.push([told('changelogComputed', {}, language), computedVersion]);
  return facts;
}

function stretch({ from, to }: Period, language: Language): string {
  return to === undefined ? told('stretchOpen', { from }, language) : told('stretchClosed', { from, to }, language);
}
