import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { readText } from './read-text.ts';
import { lineAfter, lineStart, nextLine, type Splice, spliced } from './splice.ts';
import {
  flowText,
  isYamlList,
  isYamlMap,
  keyText,
  type Path,
  sameYaml,
  valueWith,
  type YamlMap,
  type YamlValue,
} from './yaml-value.ts';

/** A text that cannot be changed from outside without touching what nobody asked to change: it has to be edited by hand. */
export class Uneditable extends Error {}

/** Changes of one line each that a change may take; a list of all grades is ten. */
const MOST = 2000;

/**
 * A text with another value at a path; undefined takes away what stands there. Only the lines that hold what changes are
 * touched: comments, order and the way all else is written stay, and a changed figure changes exactly one line.
 * @param before the text as it is read, where somebody has read it
 * @throws Uneditable where the text cannot be read, or is written in a way that cannot be changed so
 */
export function changedText(text: string, path: Path, value: YamlValue | undefined, before = readText(text)): string {
  if (before === null) throw new Uneditable();
  const wanted = valueWith(before.value, path, value);
  let changed = text;
  let read: typeof before | null = before;
  for (let count = 0; count < MOST; count += 1) {
    if (read === null) throw new Uneditable();
    if (sameYaml(read.value, wanted)) return changed;
    const pieces = firstChange(changed, { key: null, node: read.document.contents as Node }, wanted);
    if (pieces === null || pieces.length === 0) throw new Uneditable();
    changed = spliced(changed, pieces);
    read = readText(changed);
  }
  throw new Uneditable();
}

/** A value of the text, with the key it stands under; null in a list. */
interface Spot {
  readonly key: Scalar | null;
  readonly node: Node | null;
}

/** The first and smallest change that brings a value nearer to what is wanted; null where they mean the same. */
function firstChange(text: string, { key, node }: Spot, wanted: YamlValue): readonly Splice[] | null {
  if (isYamlMap(wanted)) {
    if (isMap(node) && key === null && isOther(node, wanted)) return [otherItem(text, node, wanted)];
    if (isMap(node) && node.items.length > 0) return mapChange(text, key, node, wanted);
    if (Object.keys(wanted).length > 0 && isVoid(node) && key !== null) return intoVoid(text, { key, node }, wanted);
  }
  if (isYamlList(wanted) && isSeq(node) && wanted.length > 0) return listChange(text, node, wanted);
  if (isScalar(node) && sameYaml(node.value as YamlValue, wanted)) return null;
  if (isCollection(node) && sameYaml(node.toJSON() as YamlValue, wanted)) return null;
  return [replaced(text, { key, node }, flowText(wanted))];
}

/** Whether a map written over lines has none of the keys that are wanted. */
function isOther(map: YAMLMap, wanted: YamlMap): boolean {
  const pairs = map.items as Pair<Scalar, Node | null>[];
  return map.flow !== true && pairs.length > 0 && !pairs.some(({ key }) => Object.hasOwn(wanted, String(key.value)));
}

/** Another item in the place of one: its first key stands on the line of the dash, so that it cannot go by lines. */
function otherItem(text: string, map: YAMLMap, wanted: YamlMap): Splice {
  const put = replacedItem(map, flowText(wanted));
  if (/(^|\s)#/.test(text.slice(put.from, put.to))) throw new Uneditable();
  return put;
}

function isVoid(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.value === null) || (isMap(node) && node.items.length === 0);
}

function mapChange(text: string, own: Scalar | null, map: YAMLMap, wanted: YamlMap): readonly Splice[] | null {
  const pairs = map.items as Pair<Scalar, Node | null>[];
  for (const [index, { key, value }] of pairs.entries()) {
    const name = String(key.value);
    if (!Object.hasOwn(wanted, name)) return withoutPair(text, own, map, index);
    const change = firstChange(text, { key, node: value }, wanted[name] as YamlValue);
    if (change !== null) return change;
  }
  const known = new Set(pairs.map(({ key }) => String(key.value)));
  const added = Object.entries(wanted).find(([name]) => !known.has(name));
  if (added === undefined) return null;
  return [withPair(text, map, added[0], added[1])];
}

/** Beside those that belong to the same product, else at the end. */
function withPair(text: string, map: YAMLMap, name: string, value: YamlValue): Splice {
  const pairs = map.items as Pair<Scalar, Node | null>[];
  const family = `${name.split('.')[0]}.`;
  const beside = pairs.findLast(({ key }) => String(key.value).startsWith(family)) ?? pairs.at(-1);
  if (beside === undefined) throw new Uneditable();
  const written = `${keyText(name)}: ${flowText(value)}`;
  if (map.flow === true) {
    const last = pairs.at(-1) ?? beside;
    const at = endOf(last.value) ?? endOf(last.key) ?? 0;
    return { from: at, to: at, text: `, ${written}` };
  }
  const first = startOf(pairs[0]?.key ?? null);
  const indent = ' '.repeat(first - lineStart(text, first));
  return lineAfter(text, endOf(beside.value) ?? endOf(beside.key) ?? 0, indent + written);
}

function withoutPair(text: string, own: Scalar | null, map: YAMLMap, index: number): readonly Splice[] {
  const pairs = map.items as Pair<Scalar, Node | null>[];
  const pair = pairs[index];
  if (pair === undefined) throw new Uneditable();
  if (map.flow === true)
    return [
      withoutFlowItem(
        map,
        pairs.map(({ key, value }) => [startOf(key), endOf(value) ?? endOf(key) ?? 0]),
        index,
      ),
    ];
  const lines = linesOf(text, startOf(pair.key), endOf(pair.value) ?? endOf(pair.key) ?? 0, /^\s*$/);
  if (pairs.length > 1) return [lines];
  if (own === null) throw new Uneditable();
  const colon = afterColon(text, own);
  return [lines, { from: colon, to: colon, text: ' {}' }];
}

/** Puts the first pair under a key that has nothing, or `{}`: on a line of its own. */
function intoVoid(text: string, { key, node }: Spot & { readonly key: Scalar }, wanted: YamlMap): readonly Splice[] {
  const [name, value] = Object.entries(wanted)[0] ?? ['', null];
  const at = startOf(key);
  const before = text.slice(lineStart(text, at), at);
  const written = `${keyText(name)}: ${flowText(value)}`;
  if (!/^\s*$/.test(before)) return [replaced(text, { key, node }, `{${written}}`)];
  const line = lineAfter(text, afterColon(text, key), `${before}  ${written}`);
  if (!isMap(node)) return [line];
  const colon = afterColon(text, key);
  return [{ from: colon, to: endOf(node) ?? colon, text: '' }, line];
}

function listChange(text: string, list: YAMLSeq, wanted: readonly YamlValue[]): readonly Splice[] | null {
  const items = list.items as Node[];
  const values = items.map((item) => item.toJSON() as YamlValue);
  const isPlain = [...values, ...wanted].every((value) => typeof value !== 'object' || value === null);
  const gone = isPlain
    ? values.findIndex((value) => !wanted.includes(value))
    : values.length > wanted.length
      ? values.length - 1
      : -1;
  if (gone >= 0)
    return items.length === 1 ? [replacedItem(items[0], flowText(wanted[0] ?? null))] : [withoutItem(text, list, gone)];
  if (isPlain && values.length < wanted.length) {
    const added = wanted.find((value) => !values.includes(value));
    if (added !== undefined) return [withItem(text, list, added)];
  }
  for (const [index, node] of items.entries()) {
    const value = wanted[index];
    const change = value === undefined ? null : firstChange(text, { key: null, node }, value);
    if (change !== null) return change;
  }
  const next = wanted[items.length];
  return next === undefined ? null : [withItem(text, list, next)];
}

function withItem(text: string, list: YAMLSeq, value: YamlValue): Splice {
  const items = list.items as Node[];
  const at = endOf(items.at(-1) ?? null);
  if (at === null) return replacedItem(list as unknown as Node, flowText([value]));
  if (list.flow === true) return { from: at, to: at, text: `, ${flowText(value)}` };
  const start = list.range?.[0] ?? 0;
  return lineAfter(text, at, `${' '.repeat(start - lineStart(text, start))}- ${flowText(value)}`);
}

function withoutItem(text: string, list: YAMLSeq, index: number): Splice {
  const spans = (list.items as Node[]).map((item): [number, number] => [startOf(item), endOf(item) ?? 0]);
  if (list.flow === true) return withoutFlowItem(list, spans, index);
  const [from, to] = spans[index] ?? [0, 0];
  return linesOf(text, from, to, /^\s*-\s+$/);
}

/** Takes an item between brackets away, with the comma that goes with it. */
function withoutFlowItem(all: YAMLMap | YAMLSeq, spans: readonly (readonly number[])[], index: number): Splice {
  const [from = 0, to = 0] = spans[index] ?? [];
  const before = spans[index - 1]?.[1];
  if (before !== undefined) return { from: before, to, text: '' };
  const after = spans[index + 1]?.[0];
  if (after !== undefined) return { from, to: after, text: '' };
  return replacedItem(all as unknown as Node, isMap(all) ? '{}' : '[]');
}

/** The whole lines of something that begins its line, but for what may stand before it. */
function linesOf(text: string, from: number, to: number, before: RegExp): Splice {
  const start = lineStart(text, from);
  if (!before.test(text.slice(start, from))) throw new Uneditable();
  const end = to > 0 && text[to - 1] === '\n' ? to : nextLine(text, to);
  return { from: start, to: end, text: '' };
}

/** Something else in the place of a value: where it is a block, on the line of its key. */
function replaced(text: string, { key, node }: Spot, put: string): Splice {
  const isBlock = isCollection(node) && node.flow !== true;
  if (key !== null && (isBlock || isVoid(node))) {
    const colon = afterColon(text, key);
    return {
      from: colon,
      to: Math.max(colon, isScalar(node) && node.source === '' ? colon : (endOf(node) ?? colon)),
      text: ` ${put}`,
    };
  }
  return replacedItem(node, put);
}

function replacedItem(node: Node | null | undefined, put: string): Splice {
  const end = endOf(node ?? null);
  if (node == null || end === null) throw new Uneditable();
  return { from: startOf(node), to: end, text: put };
}

function afterColon(text: string, key: Scalar): number {
  const end = endOf(key) ?? 0;
  const colon = text.indexOf(':', end);
  if (colon < 0 || text.slice(end, colon).trim() !== '') throw new Uneditable();
  return colon + 1;
}

function startOf(node: Node | null): number {
  const start = node?.range?.[0];
  if (start === undefined) throw new Uneditable();
  return start;
}

/** Where what a value holds ends, before comments and line breaks after it; null where there is nothing. */
function endOf(node: Node | null): number | null {
  if (node === null) return null;
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.at(-1) as Pair<Node, Node | null> | Node | undefined;
    if (last === undefined) return node.range?.[1] ?? null;
    return 'key' in last ? (endOf(last.value) ?? endOf(last.key)) : endOf(last as Node);
  }
  return node.range?.[1] ?? null;
}
