import { stepsOf } from './positions.ts';
import { readByLibrary } from './yaml/library-reader.ts';
import type { Entry, MapNode, SyntaxNode } from './yaml/tree.ts';

/** One change of a text: the value under a pointer becomes another, or the key goes with its value. */
export interface Splice {
  /** RFC 6901; every step but the last is a key or an index that is there. */
  readonly pointer: string;
  /** YAML on one line, see `flowText`; null takes the key out. */
  readonly text: string | null;
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A YAML text with some of its values changed or taken out; everything else stays as it stood, comments, order and spacing
 * among it. Pointers to what is not there are passed over, and of two that touch one place the first counts.
 * @throws Unreadable where the text is no YAML
 */
export function spliced(text: string, splices: readonly Splice[]): string {
  const root = readByLibrary(text);
  const gone = new Set<Entry>();
  const cuts: Cut[] = [];
  for (const { pointer, text: put } of splices) {
    const entry = entryAt(root, stepsOf(pointer));
    if (entry === null) continue;
    if (put === null) gone.add(entry);
    else cuts.push({ ...spanOf(text, entry.value), text: put });
  }
  for (const map of mapsIn(root)) cuts.push(...cutsOf(text, map, gone));
  let [result, free] = [text, text.length + 1];
  for (const { start, end, text: put } of cuts.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
    if (end > free) continue;
    result = result.slice(0, start) + put + result.slice(end);
    free = start;
  }
  return result;
}

/** The key that a pointer leads to, with its value; null where there is none, or where it leads to an item of a list. */
function entryAt(root: SyntaxNode, steps: readonly string[]): Entry | null {
  let node: SyntaxNode | undefined = root;
  let found: Entry | null = null;
  for (const step of steps) {
    found = null;
    if (node?.kind === 'seq') node = node.items[Number(step)];
    else if (node?.kind === 'map') {
      const { entries }: MapNode = node;
      found = entries.find(({ key }) => key.text === step) ?? null;
      node = found?.value;
    } else return null;
  }
  return found;
}

function* mapsIn(node: SyntaxNode): Generator<MapNode> {
  if (node.kind === 'map') {
    yield node;
    for (const { value } of node.entries) yield* mapsIn(value);
  } else if (node.kind === 'seq') for (const item of node.items) yield* mapsIn(item);
}

/** What is cut for the keys of one map that go; a map without keys is written as one. */
function cutsOf(text: string, map: MapNode, gone: ReadonlySet<Entry>): readonly Cut[] {
  const own = map.entries.filter((entry) => gone.has(entry));
  if (own.length === 0) return [];
  const isFlow = text[map.start] === '{';
  if (own.length === map.entries.length) return [{ ...(isFlow ? map : spanOf(text, map)), text: '{}' }];
  return own.map((entry) => (isFlow ? flowCut(map, entry) : { ...linesOf(text, entry), text: '' }));
}

/** From the key to the next one; of the last from the end of the one before. */
function flowCut({ entries }: MapNode, entry: Entry): Cut {
  const index = entries.indexOf(entry);
  const [before, next] = [entries[index - 1], entries[index + 1]];
  if (next !== undefined) return { start: entry.key.start, end: next.key.start, text: '' };
  return { start: before?.value.end ?? entry.key.start, end: entry.value.end, text: '' };
}

/** The whole lines that an entry takes, with what is said behind it; what stands above it is left. */
function linesOf(text: string, { key, value }: Entry): { readonly start: number; readonly end: number } {
  const start = text.lastIndexOf('\n', key.start - 1) + 1;
  const last = Math.max(key.end, spanOf(text, value).end) - 1;
  const feed = text.indexOf('\n', last);
  return { start, end: feed === -1 ? text.length : feed + 1 };
}

/** Where a value begins and its last character ends: a block ends with its last entry, not with what follows it. */
function spanOf(text: string, node: SyntaxNode): { readonly start: number; readonly end: number } {
  if (node.kind === 'map' && text[node.start] !== '{') {
    const last = node.entries.at(-1);
    return { start: node.start, end: last === undefined ? node.end : spanOf(text, last.value).end };
  }
  if (node.kind === 'seq' && text[node.start] !== '[') {
    const last = node.items.at(-1);
    return { start: node.start, end: last === undefined ? node.end : spanOf(text, last).end };
  }
  return { start: node.start, end: node.end };
}
