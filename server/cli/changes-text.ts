import { type ChangeReport, lineOf, type ReportSection, told } from '../http/changes/change-report.ts';

/** A report as lines for a terminal: sentences first, then how many there are of each class. */
export function textOf({ kind, title, sections, language }: ChangeReport): string {
  const said = (name: string, text: string) => told('reportLine', { name, text }, language);
  const lines = (section: ReportSection) => [
    ...(kind === 'comparison' ? [] : ['', section.heading]),
    ...[...section.sides, ...section.facts].map(([name, text]) => said(name, text)),
    ...section.groups.flatMap(({ label, changes }) => [
      '',
      label,
      ...changes.map((change) => `  ${lineOf(change, language)}`),
    ]),
    '',
    ...section.conclusion,
  ];
  const empty = sections.length === 0 ? [told('changelogEmpty', {}, language)] : [];
  return `${[title, ...empty, ...sections.flatMap(lines)].join('\n')}\n`;
}
