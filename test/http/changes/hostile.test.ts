import { describe, expect, it } from 'vitest';
import { junitOf } from '../../../server/cli/changes-junit.ts';
import { textOf } from '../../../server/cli/changes-text.ts';
import { comparisonAnswer, visibleJson } from '../../../server/http/changes/comparison-json.ts';
import { comparisonReport } from '../../../server/http/changes/comparison-report.ts';
import { csvOf } from '../../../server/http/changes/csv.ts';
import { htmlOf } from '../../../server/http/changes/html.ts';
import { markdownOf, markdownText } from '../../../server/http/changes/markdown.ts';
import { tableOf } from '../../../server/http/changes/table.ts';
import { xlsxOf } from '../../../server/http/changes/xlsx.ts';
import { misfits } from '../../answers.ts';
import { hostile, hostileComparison } from './hostile-labels.ts';
import { unzipped } from './unzipped.ts';

const comparison = await hostileComparison();
const report = comparisonReport(comparison, 'zh');

/** Controls but the line feed, direction marks, and halves of characters. */
const moving =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/u;

/** Elements of XML or HTML, by their names. */
const tagsIn = (text: string) => new Set([...text.matchAll(/<\/?([A-Za-z][\w:-]*)/g)].map(([, tag]) => tag));

/** Records of CSV by RFC 4180: a reader of its own, strict. */
function recordsOf(csv: string): readonly (readonly string[])[] {
  const records: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  while (field.lastIndex < csv.length) {
    const found = field.exec(csv);
    if (found === null) throw new Error('no CSV');
    records.at(-1)?.push((found[1] ?? found[2] ?? '').replaceAll('""', '"'));
    if (found[3] === '\r\n' && field.lastIndex < csv.length) records.push([]);
  }
  return records;
}

it('compares what is hostile', () => {
  expect(comparison.changes).toHaveLength(hostile.length);
});

describe('hostile labels', () => {
  it('move no cursor in text, nor in JSON on a terminal', () => {
    expect(textOf(report)).not.toMatch(moving);
    const json = visibleJson(JSON.stringify(comparisonAnswer(comparison, 'zh'), null, 2));
    expect(json).not.toMatch(moving);
    expect(misfits('diff-answer', json)).toEqual([]);
    const { changes } = JSON.parse(json) as { changes: readonly { label: { zh: string } }[] };
    expect(changes.map(({ label }) => label.zh)).toEqual(hostile);
  });

  it('are nothing but text in HTML', () => {
    const html = htmlOf(report);
    expect(html).not.toMatch(moving);
    const own = [
      'html',
      'head',
      'meta',
      'title',
      'style',
      'body',
      'main',
      'h1',
      'section',
      'dl',
      'div',
      'dt',
      'dd',
      'p',
    ];
    const table = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];
    expect([...tagsIn(html)].filter((tag) => ![...own, ...table].includes(tag ?? ''))).toEqual([]);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<[^>]*\son\w+\s*=/i);
    expect(html).not.toMatch(/<[^>]*\s(src|href)=/i);
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('mark up nothing in Markdown', () => {
    const markdown = markdownOf(report);
    expect(markdown).not.toMatch(moving);
    expect(markdown).not.toMatch(/<|>/);
    expect(markdown).not.toMatch(/:\/\/|www\./);
    expect(markdown).not.toMatch(/@(?!\u2060)/);
    for (const line of markdown.split('\n').filter((one) => one.startsWith('- ▲'))) {
      expect(line.replace(/\\[\\`*_{}[\]|#~$!]/g, '').replace(/&#?\w+;/g, '')).not.toMatch(/[\\`*_{}[\]|#~$!]/);
    }
    expect(markdownText('a | b <i> [x](y) *z*')).toBe('a \\| b &lt;i&gt; \\[x\\](y) \\*z\\*');
  });

  it('begin no formula in CSV, and break no row', () => {
    const csv = csvOf(tableOf(report));
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const [head = [], ...rows] = recordsOf(csv.slice(1));
    expect(rows).toHaveLength(hostile.length);
    for (const row of rows) {
      expect(row).toHaveLength(head.length);
      for (const cell of row) expect(cell).not.toMatch(/^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
    }
    expect(rows[0]?.slice(3, 5)).toEqual(['100', '200']);
    expect(rows[8]?.[6]).toBe("'+1+1");
    expect(rows[11]?.[6]).toBe(`'=HYPERLINK("http://x.example","y")`);
  });

  it('begin no formula in XLSX, whose figures are numbers', async () => {
    const files = unzipped(await xlsxOf(report));
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).toMatch(/<v>100<\/v>/);
    expect([...files.keys()].filter((name) => /external|macro|vba/i.test(name))).toEqual([]);
    for (const text of files.values()) {
      expect(text.replace(/\r\n/g, '\n')).not.toMatch(moving);
      expect([...tagsIn(text)]).not.toContain('script');
    }
    const words = [...files.values()].join('');
    expect(words).toContain('&lt;script&gt;');
    expect(words).toMatch(/>('|&apos;|&#39;)=cmd/);
  });

  it('are nothing but text in JUnit XML', () => {
    const xml = junitOf(report);
    expect(xml).not.toMatch(moving);
    expect([...tagsIn(xml)].sort()).toEqual(
      ['failure', 'testcase', 'testsuite', 'testsuites'].filter((tag) => xml.includes(`<${tag}`)),
    );
    expect(xml.match(/<testcase /g)).toHaveLength(hostile.length);
    for (const [, value = ''] of xml.matchAll(/="([^"]*)"/g)) expect(value).not.toMatch(/[<>]/);
  });
});
