import type { Language } from '../../domain/label.ts';
import {
  type ChangeReport,
  classSigns,
  classWords,
  type ReportSection,
  type ToldGroup,
  told,
} from './change-report.ts';

/** A report as one page that needs nothing else: printed on A4, light or dark, no script, no address. */
export function htmlOf(report: ChangeReport): string {
  const { kind, title, sections, language } = report;
  const single = kind === 'comparison';
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${htmlText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${htmlText(title)}</h1>
${sections.map((section) => sectionOf(section, language, single)).join('\n')}
</main>
</body>
</html>
`;
}

function sectionOf(section: ReportSection, language: Language, single: boolean): string {
  const { heading, sides, facts, groups, conclusion } = section;
  return [
    '<section>',
    ...(single ? [] : [`<h2>${htmlText(heading)}</h2>`]),
    `<dl>${[...sides, ...facts].map(([name, text]) => `<div><dt>${htmlText(name)}</dt><dd>${htmlText(text)}</dd></div>`).join('')}</dl>`,
    ...(groups.length === 0 ? [] : [tableOf(groups, language)]),
    ...conclusion.map((line) => `<p class="conclusion">${htmlText(line)}</p>`),
    '</section>',
  ].join('\n');
}

function tableOf(groups: readonly ToldGroup[], language: Language): string {
  const columns = (['columnClass', 'columnChange', 'columnClause'] as const).map((code) => told(code, {}, language));
  const head = columns.map((name) => `<th scope="col">${htmlText(name)}</th>`).join('');
  return `<table>\n<thead><tr>${head}</tr></thead>\n${groups.map((group) => bodyOf(group, language)).join('\n')}\n</table>`;
}

function bodyOf({ label, changes }: ToldGroup, language: Language): string {
  const rows = changes.map(({ change, sentence, clause }) => {
    const name = `${classSigns[change.class]} ${classWords(change.class, language)}`;
    const cells = [sentence, clause ?? ''].map((text) => `<td>${htmlText(text)}</td>`).join('');
    return `<tr class="${change.class}"><th scope="row">${htmlText(name)}</th>${cells}</tr>`;
  });
  return `<tbody>\n<tr><th scope="rowgroup" colspan="3">${htmlText(label)}</th></tr>\n${rows.join('\n')}\n</tbody>`;
}

/** A text that HTML and XML show as it stands, between tags and in quoted attributes. */
export function htmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--line:#bbb;--worse:#a40000;--better:#00602b;--mixed:#7a4b00}
@media (prefers-color-scheme:dark){:root{--ink:#eee;--paper:#161616;--line:#555;--worse:#ff9a8f;--better:#7ee2a8;--mixed:#ffc76b}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.4rem;line-height:1.35;overflow-wrap:anywhere}h2{font-size:1.15rem;margin-top:2rem}
dl div{display:flex;gap:.75rem}dt{flex:none;min-width:5em;font-weight:600}dd{margin:0;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse}th,td{padding:.35rem .5rem;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;overflow-wrap:anywhere}
th[scope=row]{white-space:nowrap;font-weight:600}td:last-child{min-width:5.5em}th[scope=rowgroup]{padding-top:1rem}
.worse th{color:var(--worse)}.better th{color:var(--better)}.mixed th,.undetermined th{color:var(--mixed)}
.conclusion{font-weight:600;margin:.35rem 0}
@page{size:A4;margin:18mm}
@media print{:root{--ink:#000;--paper:#fff;--line:#999;--worse:#000;--better:#000;--mixed:#000}body{font-size:10.5pt}main{max-width:none;padding:0}
thead{display:table-header-group}tr{break-inside:avoid}}
`;
