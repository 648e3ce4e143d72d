import { isCollection, isMap, isSeq, type Node, type Pair, type Scalar, visit } from 'yaml';
import { changedText } from './change-text.ts';
import { readText } from './read-text.ts';
import { lineStart, nextLine, type Splice, spliced } from './splice.ts';
import { isYamlList, isYamlMap, type Path, valueAt, type YamlValue } from './yaml-value.ts';

/**
 * A text with another value at a path, as {@link changedText} has it, without the comments that would tell of a figure that is
 * gone: one at the end of its line, or on the line right above, that names the figure which stood there.
 * @throws Uneditable where the text cannot be read, or is written in a way that cannot be changed so
 */
export function rewrittenText(text: string, path: Path, value: YamlValue | undefined): string {
  const read = readText(text);
  const gone = read === null ? [] : goneFigures(valueAt(read.value, path), value);
  if (read === null || gone.length === 0) return changedText(text, path, value, read);
  const root = read.document.contents as Node;
  const told = placesOn(text, root, path).flatMap((place) => commentsAt(text, place));
  const stale = told.filter(({ from, to }) => namesAny(text.slice(from, to), gone) && !isInScalar(root, from));
  return stale.length === 0
    ? changedText(text, path, value, read)
    : changedText(spliced(text, unique(stale)), path, value);
}

/**
 * Rewrites one place of a text after another, by {@link rewrittenText} unless told otherwise. What is typed into one field, letter by letter, counts as one
 * change of what stood there first: where the field comes back to that, so does every comment.
 */
export function rewriting(rewritten = rewrittenText): typeof rewrittenText {
  let last: { readonly place: string; readonly before: string; readonly after: string } | null = null;
  return (text, path, value) => {
    const place = JSON.stringify(path);
    const before = last?.place === place && last.after === text ? last.before : text;
    const after = rewritten(before, path, value);
    last = { place, before, after };
    return after;
  };
}

/** Figures that stand in one value and not at the same place of the other. */
function goneFigures(before: YamlValue | undefined, after: YamlValue | undefined): readonly number[] {
  if (typeof before === 'number') return before === after ? [] : [before];
  if (isYamlList(before))
    return before.flatMap((one, index) => goneFigures(one, isYamlList(after) ? after[index] : undefined));
  if (isYamlMap(before))
    return Object.entries(before).flatMap(([key, one]) => goneFigures(one, isYamlMap(after) ? after[key] : undefined));
  return [];
}

/** Where something stands that begins a line of its own: from its key or its dash to the end of what it holds on that line. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** What begins a line on the way to a path, below the first key, which is a heading. */
function placesOn(text: string, root: Node, path: Path): readonly Place[] {
  const places: Place[] = [];
  let node: Node | null = root;
  for (const [depth, key] of path.entries()) {
    if (!isCollection(node) || node.flow === true) break;
    const pair: Pair<Scalar, Node | null> | undefined = isMap(node)
      ? (node.items as Pair<Scalar, Node | null>[]).find((one) => String(one.key.value) === String(key))
      : undefined;
    const inside: Node | null = isSeq(node) ? ((node.items[Number(key)] as Node) ?? null) : (pair?.value ?? null);
    const start = (pair?.key ?? inside)?.range?.[0];
    if (start === undefined) break;
    if (depth > 0) places.push({ start, end: endOnLine(text, pair?.key ?? null, inside) });
    node = inside;
  }
  return places;
}

/** Of a block over lines where its key's colon is; else where the value ends. */
function endOnLine(text: string, key: Scalar | null, value: Node | null): number {
  const isOver = isCollection(value) && value.flow !== true;
  if (!isOver && value?.range) return value.range[1];
  const end = key?.range?.[1];
  return end === undefined ? (value?.range?.[0] ?? 0) : text.indexOf(':', end) + 1;
}

/** Whether a place lies inside of a text over several lines, where what looks like a comment is none. */
function isInScalar(root: Node, at: number): boolean {
  let isInside = false;
  visit(root, {
    Scalar(_, { range }) {
      if (range && range[0] < at && at < range[1]) isInside = true;
      return isInside ? visit.BREAK : undefined;
    },
  });
  return isInside;
}

/** The comment behind something on its line, with the blanks before it, and the line above where that alone is one. */
function commentsAt(text: string, { start, end }: Place): readonly Splice[] {
  const found: Splice[] = [];
  const behind = /^[ \t]+#[^\r\n]*/.exec(text.slice(end))?.[0];
  if (behind !== undefined) found.push({ from: end, to: end + behind.length, text: '' });
  const line = lineStart(text, start);
  const above = line === 0 ? 0 : lineStart(text, line - 1);
  const higher = above === 0 ? 0 : lineStart(text, above - 1);
  // Half of a longer comment would say what nobody wrote.
  const isAlone = !/^\s*#/.test(text.slice(higher, above));
  if (isAlone && /^\s*#/.test(text.slice(above, line)))
    found.push({ from: above, to: nextLine(text, above), text: '' });
  return found;
}

/** A figure as people write it: with separators, in tens of thousands, in per cent; no part of a day or of a clause's number. */
const FIGURE = /(?<![\d.,月])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)? ?([万亿%‰]?)(?! ?[年月条款号级]|\d|\.\d)/g;

const DATE = /\d{4}-\d{2}-\d{2}/g;

const SHIFTS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, '%': 1e-2, '‰': 1e-3 };

function namesAny(comment: string, figures: readonly number[]): boolean {
  const named = [...comment.normalize('NFKC').replaceAll(DATE, '').matchAll(FIGURE)].map(
    ([, whole = '', part = '', shift = '']) => Number(whole.replaceAll(',', '') + part) * (SHIFTS[shift] ?? 1),
  );
  // What is read in per cent is not exact in binary; nothing is paid by it.
  return named.some((one) => figures.some((figure) => Math.abs(one - figure) <= 1e-9 * Math.max(1, figure)));
}

function unique(pieces: readonly Splice[]): readonly Splice[] {
  return [...new Map(pieces.map((piece) => [piece.from, piece])).values()];
}
