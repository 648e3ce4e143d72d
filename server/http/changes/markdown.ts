import { type ChangeReport, classSigns, classWords, lineOf, type ReportSection, told } from './change-report.ts';

/** A report as Markdown that may stand in a comment of a pull request. */
export function markdownOf(report: ChangeReport): string {
  const { kind, title, sections, language } = report;
  const single = kind === 'comparison';
  const parts = sections.map((section) => [
    ...(single ? [] : ['', `## ${markdownText(section.heading)}`]),
    '',
    ...[...section.sides, ...section.facts].map(([name, text]) => `- **${markdownText(name)}** ${markdownText(text)}`),
    ...groupLines(section, single ? '##' : '###', language),
    ...countLines(section, language),
    '',
    ...section.conclusion.map((line) => `**${markdownText(line)}**  `),
  ]);
  return `${[`# ${markdownText(title)}`, ...parts.flat()].join('\n')}\n`;
}

function groupLines({ groups }: ReportSection, level: string, language: ChangeReport['language']): readonly string[] {
  return groups.flatMap(({ label, changes }) => [
    '',
    `${level} ${markdownText(label)}`,
    '',
    ...changes.map((change) => `- ${markdownText(lineOf(change, language))}`),
  ]);
}

function countLines({ counts }: ReportSection, language: ChangeReport['language']): readonly string[] {
  if (counts.length === 0) return [];
  const rows = counts.map(
    ({ class: one, count }) => `| ${classSigns[one]} ${markdownText(classWords(one, language))} | ${count} |`,
  );
  const head = [told('columnClass', {}, language), told('columnCount', {}, language)].map(markdownText);
  return ['', `| ${head.join(' | ')} |`, '| --- | ---: |', ...rows];
}

/**
 * A plain text that Markdown shows as it stands: nothing in it marks up, links, mentions somebody or begins HTML. GitHub finds
 * mentions in the finished text, where only a character between hinders it; addresses in the source.
 */
export function markdownText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]|#~$!]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/\b(www|mailto|xmpp)([.:])/gi, (_, word: string, mark: string) => `${word}&#${mark.charCodeAt(0)};`)
    .replaceAll('@', '@\u2060');
}
