import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../server/rulesets/parse.ts';
import { root } from '../house/sources.ts';
import { pages, proseOf } from './documents.ts';

/** The anchors of a page: `<a id="…">` and its headings as they are linked to. */
function anchorsIn(text: string): ReadonlySet<string> {
  const named = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id ?? '');
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, words]) =>
    (words ?? '')
      .replace(/<[^>]*>/g, '')
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
  return new Set([...named, ...headings]);
}

/** What of the links of a page leads nowhere. */
function brokenLinks(path: string, text: string): readonly string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g), ...text.matchAll(/src="([^"]+)"/g)].map(
    ([, link]) => link ?? '',
  );
  return links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : relative(root, join(root, dirname(path), file));
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchorsIn(readFileSync(join(root, target), 'utf8')).has(anchor);
  });
}

/** YAML as it is compared: no comments, no indentation, no empty lines. */
function bareLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}

/** Whether a piece of YAML stands in a file; `# …` is where something between has been left out. */
function standsIn(piece: string, file: string): boolean {
  const lines = bareLines(file);
  let from = 0;
  for (const part of piece.split(/^\s*# …\s*$/m).map(bareLines)) {
    const at = lines.findIndex(
      (_, index) => index >= from && part.every((line, offset) => lines[index + offset] === line),
    );
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

describe('the pages', () => {
  it.each(pages().map((page) => [page.path, page] as const))('%s leads nowhere in vain', (path, page) => {
    expect(brokenLinks(path, proseOf(page))).toEqual([]);
  });

  it('are found missing where they are missing', () => {
    expect(
      brokenLinks('docs/x.md', '[a](nowhere.md) [b](language.md#nothing) [c](language.md#forms) [d](#here)'),
    ).toEqual(['nowhere.md', 'language.md#nothing', '#here']);
  });

  const pieces = pages().flatMap(({ path, blocks }) =>
    blocks
      .filter(({ language, about }) => language === 'yaml' && about !== '')
      .map(({ line, about, text }) => [`${path}:${line}`, about, text] as const),
  );

  it.each(pieces)('%s shows what stands in %s', (_, file, text) => {
    expect(standsIn(text, readFileSync(join(root, file), 'utf8')), text).toBe(true);
  });

  it('show YAML that can be read', () => {
    for (const { path, blocks } of pages()) {
      for (const { text, line } of blocks.filter(({ language, about }) => language === 'yaml' && about === '')) {
        const { findings } = parseDocument(text, { maxBytes: 1 << 20 });
        expect(findings, `${path}:${line}`).toEqual([]);
      }
    }
  });

  it('name the commands of a fresh checkout in README.md', () => {
    const text = readFileSync(join(root, 'README.md'), 'utf8');
    for (const command of ['npm ci', 'npm start', 'npm test']) expect(text).toContain(command);
  });
});
