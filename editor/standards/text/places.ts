import { isCollection, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar } from 'yaml';
import type { Path } from './yaml-value.ts';

/** Characters of a text, from one to before another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A text as far as it can be read: also while it is being typed, and wrong somewhere. */
function contentsOf(text: string): Node | null {
  const options = { version: '1.2', schema: 'core', prettyErrors: false, logLevel: 'silent' } as const;
  return parseDocument(text, options).contents as Node | null;
}

/** Where the value at a path stands in a text; that of the innermost that is there, where the path leads on. Null for none. */
export function spanAt(text: string, path: Path): Span | null {
  let node = contentsOf(text);
  let span: Span | null = null;
  for (const step of path) {
    const next: { key: Node | null; value: Node | null } | null = entryOf(node, step);
    if (next === null) break;
    node = next.value;
    span = spanOf(isCollection(node) && node.flow !== true ? next.key : node) ?? spanOf(next.key) ?? span;
  }
  return span;
}

function entryOf(node: Node | null, step: string | number): { key: Node | null; value: Node | null } | null {
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined;
    return item === undefined ? null : { key: null, value: item };
  }
  if (!isMap(node)) return null;
  const pair = (node.items as Pair<Scalar, Node | null>[]).find(({ key }) => String(key.value) === String(step));
  return pair === undefined ? null : { key: pair.key, value: pair.value };
}

function spanOf(node: Node | null): Span | null {
  const range = node?.range;
  return range == null || range[0] === range[1] ? null : { from: range[0], to: range[1] };
}

/** The path of what stands at a character, a key counting as what stands under it. */
export function pathAt(text: string, at: number): Path {
  const path: (string | number)[] = [];
  let node = contentsOf(text);
  while (isCollection(node)) {
    const inside = within(node, at);
    if (inside === null) return path;
    path.push(inside.step);
    node = inside.value;
  }
  return path;
}

function within(node: Node, at: number): { step: string | number; value: Node | null } | null {
  const holds = (one: Node | null, start: number) => {
    const end = one?.range?.[1];
    return end !== undefined && at >= start && at <= end;
  };
  if (isSeq(node)) {
    const index = (node.items as Node[]).findIndex((item) => holds(item, item.range?.[0] ?? 0));
    return index < 0 ? null : { step: index, value: node.items[index] as Node };
  }
  if (!isMap(node)) return null;
  for (const { key, value } of node.items as Pair<Scalar, Node | null>[]) {
    const start = key.range?.[0] ?? 0;
    if (isScalar(key) && (holds(key, start) || holds(value, start))) return { step: String(key.value), value };
  }
  return null;
}

/** Whether a line of a text stands directly below `standards:`, going by how far in the lines before it stand. */
export function isBelowStandards(lines: readonly string[], line: number): boolean {
  const own = indentOf(lines[line] ?? '');
  if (own === 0) return false;
  for (let above = line - 1; above >= 0; above -= 1) {
    const text = lines[above] ?? '';
    if (/^\s*(#|$)/.test(text) || indentOf(text) >= own) continue;
    return /^standards\s*:/.test(text);
  }
  return false;
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}
