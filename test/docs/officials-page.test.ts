import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PICTURES } from '../browser/screenshots/pictures.ts';
import { filesIn, root } from '../house/sources.ts';
import { pages } from './documents.ts';

const FOLDER = 'docs/screenshots';

/** What the pages say in a language: whole texts, and the sources of those that tell something. */
async function wordsOfPages(language: 'zh' | 'en'): Promise<readonly string[]> {
  const files = filesIn('editor', /words\.ts$/).filter((path) => !path.startsWith('editor/language/'));
  const modules = await Promise.all(files.map((path) => import(join(root, path)) as Promise<Record<string, unknown>>));
  return modules
    .flatMap((module) => Object.values(module))
    .filter(
      (words): words is Record<'zh' | 'en', object> => typeof words === 'object' && words !== null && 'zh' in words,
    )
    .flatMap((words) => Object.values(words[language]).map(String));
}

/** The quoted words that no page says: neither as a whole text nor as a part of one. */
function unsaid(text: string, quotes: RegExp, said: readonly string[]): readonly string[] {
  const quoted = [...text.matchAll(quotes)].map(([, words]) => words ?? '');
  return quoted.filter((words) => !said.some((one) => one.includes(words)));
}

describe('docs/officials.md', () => {
  const text = pages().find(({ path }) => path === 'docs/officials.md')?.text ?? '';
  const [zh = '', en = ''] = text.split('<a id="english"></a>');

  it('quotes in Chinese only what the pages say', async () => {
    const said = await wordsOfPages('zh');
    expect(zh.match(/「/g)?.length).toBeGreaterThan(40);
    expect(unsaid(zh.replace('引号「」', ''), /「([^」]*)」/g, said)).toEqual([]);
    expect(unsaid('「提交审合」', /「([^」]*)」/g, said)).toEqual(['提交审合']);
  });

  it('quotes in English only what the pages say', async () => {
    const said = await wordsOfPages('en');
    expect(en.match(/“/g)?.length).toBeGreaterThan(10);
    expect(unsaid(en, /“([^”]*)”/g, said)).toEqual([]);
  });
});

describe('docs/screenshots', () => {
  const taken = PICTURES.flatMap(({ name, inEnglish, wideOnly }) => [
    `${name}.png`,
    ...(inEnglish !== undefined ? [`${name}.en.png`] : []),
    ...(wideOnly === true ? [] : [`${name}.narrow.png`]),
  ]);

  it('has the pictures that `npm run screenshots` takes, and no other', () => {
    expect(readdirSync(join(root, FOLDER)).sort()).toEqual(taken.sort());
  });

  it('stays small', () => {
    const bytes = taken.map((name) => readFileSync(join(root, FOLDER, name)).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(3_600_000);
  });

  it('is where every picture of README.md and docs/officials.md is from', () => {
    const shown = pages()
      .filter(({ path }) => path === 'README.md' || path === 'docs/officials.md')
      .flatMap((page) =>
        [...page.text.matchAll(/!\[[^\]]*\]\((?:docs\/)?screenshots\/([^)]+)\)/g)].map(([, name]) => name),
      );
    expect(shown.length).toBeGreaterThan(5);
    expect(taken).toEqual(expect.arrayContaining(shown));
  });
});
