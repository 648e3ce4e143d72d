import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, root } from '../house/sources.ts';

/** A fenced block of a Markdown page. */
export interface Block {
  /** First word after the fence: sh, json, yaml, diff, text. */
  readonly language: string;
  /** The rest of the fence's line. */
  readonly about: string;
  /** Line of the fence, from 1. */
  readonly line: number;
  readonly text: string;
}

/** A page of the documentation. */
export interface Page {
  /** Path from the root of the checkout. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** README.md and everything below docs/. */
export function pages(): readonly Page[] {
  return ['README.md', ...filesIn('docs', /\.md$/)].map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, blocks: blocksOf(text) };
  });
}

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { language: string; about: string; line: number; lines: string[] } | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^```(\S*)\s*(.*)$/.exec(line);
    if (open === null) {
      if (fence !== null) open = { language: fence[1] ?? '', about: fence[2] ?? '', line: index + 1, lines: [] };
    } else if (line === '```') {
      blocks.push({ language: open.language, about: open.about, line: open.line, text: open.lines.join('\n') });
      open = null;
    } else open.lines.push(line);
  }
  if (open !== null) throw new Error(`a block opened in line ${open.line} is never closed`);
  return blocks;
}

/** The page without its blocks, for what stands in its prose. */
export function proseOf({ text }: Page): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '');
}

/** Cells of the rows of the table that follows a heading or anchor, the head left out. */
export function tableAfter(text: string, marker: string): readonly (readonly string[])[] {
  const start = text.indexOf(marker);
  if (start < 0) throw new Error(`there is no ${marker}`);
  const lines = text.slice(start).split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const rest = lines.slice(first);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(2, end < 0 ? rest.length : end).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
