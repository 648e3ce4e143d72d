import {
  Composer,
  type Document,
  isAlias,
  isScalar,
  isSeq,
  Lexer,
  type ParsedNode,
  Parser,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { Bounds } from './bounds.ts';
import { type LeftOpen, syntaxComplaint } from './syntax-complaint.ts';
import { type Entry, LIMITS, type ScalarNode, type Span, type SyntaxNode, Unreadable } from './tree.ts';

type Token = Parameters<Composer['next']>[0];
type Node = ParsedNode;

/**
 * Reads all of YAML 1.2 through the library, and is the judge of what is wrong. Warnings count as errors; tags, more than one
 * document and merge keys are refused. Depth and nodes are bounded before anything recursive runs over them: the
 * library's composer would otherwise exhaust the stack, and with it the process.
 * @param mostNodes how many values the text may hold
 * @throws Unreadable with the first thing that is wrong
 */
export function readByLibrary(text: string, mostNodes: number = LIMITS.nodes): SyntaxNode {
  const bounds = new Bounds(mostNodes);
  const [first, second] = withoutTraces(() => composed(text, bounds));
  if (first === undefined) throw new Unreadable('documentEmpty', {}, { start: 0, end: 0 });
  refuseErrors(first, text, bounds);
  if (second !== undefined) {
    const start = second.range?.[0] ?? 0;
    throw new Unreadable('documentsMany', {}, { start, end: start });
  }
  const contents = first.contents as Node | null;
  if (contents === null || (isScalar(contents) && contents.source === '')) {
    throw new Unreadable('documentEmpty', {}, { start: 0, end: 0 });
  }
  return treeOf(contents, { start: 0, end: 0 });
}

function composed(text: string, bounds: Bounds): readonly Document[] {
  const documents: Document[] = [];
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    strict: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  for (const token of tokensOf(text, bounds)) for (const document of composer.next(token)) documents.push(document);
  for (const document of composer.end(true, text.length)) documents.push(document);
  return documents;
}

/**
 * Does something while no error notes where in the program it was made. The library makes an error for each thing that is
 * wrong: of a text that is wrong everywhere those notes alone took seconds.
 */
function withoutTraces<Value>(work: () => Value): Value {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = before;
  }
}

/** The parser's tokens, with everything counted while lexing and the depth known before composing. */
function tokensOf(text: string, bounds: Bounds): readonly Token[] {
  const parser = new Parser();
  const tokens: Token[] = [];
  let documents = 0;
  // Nothing that comes after these can be the first thing wrong.
  const decides = ({ type }: Token) =>
    type === 'error' || type === 'directive' || (type === 'document' && documents > 1);
  let decided = false;
  for (const lexeme of new Lexer().lex(text)) {
    bounds.see(lexeme);
    for (const token of parser.next(lexeme)) {
      if (isBetween(token)) continue;
      tokens.push(token);
      if (token.type === 'document') documents += 1;
      decided ||= decides(token);
    }
    if (decided) break;
  }
  for (const token of parser.end()) tokens.push(token);
  for (const token of tokens) {
    // %YAML 1.1 would give words like `no` another meaning.
    if (token.type === 'directive') throw new Unreadable('yamlDirective', {}, directiveSpan(token));
    refuseDepth(token);
  }
  return tokens;
}

/** What stands before and behind a document and says nothing: of a text of nothing but empty lines it is all there is. */
function isBetween({ type }: Token): boolean {
  return type === 'newline' || type === 'space' || type === 'comment';
}

function directiveSpan(token: Token & { readonly source?: string }): Span {
  const start = 'offset' in token ? token.offset : 0;
  return { start, end: start + (token.source?.length ?? 1) };
}

/** Walks a token without recursion and refuses it where collections nest too deep. */
function refuseDepth(token: Token): void {
  const waiting: { readonly token: unknown; readonly depth: number }[] = [{ token, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { items, value, offset } = next.token as { items?: unknown[]; value?: unknown; offset?: number };
    const depth = Array.isArray(items) ? next.depth + 1 : next.depth;
    if (depth > LIMITS.depth) {
      throw new Unreadable('tooDeep', { limit: LIMITS.depth }, { start: offset ?? 0, end: (offset ?? 0) + 1 });
    }
    if (typeof value === 'object' && value !== null) waiting.push({ token: value, depth });
    for (const item of items ?? []) {
      const { key, value: held } = item as { key?: unknown; value?: unknown };
      if (typeof key === 'object' && key !== null) waiting.push({ token: key, depth });
      if (typeof held === 'object' && held !== null) waiting.push({ token: held, depth });
    }
  }
}

function refuseErrors(document: Document, text: string, open: LeftOpen): void {
  const found: readonly YAMLError[] = [...document.errors, ...document.warnings];
  const first = found.toSorted((a, b) => a.pos[0] - b.pos[0])[0];
  if (first === undefined) return;
  throw syntaxComplaint(first, text, open);
}

/** @param before where a missing node would stand */
function treeOf(node: Node | null, before: Span): SyntaxNode {
  if (node === null) return { kind: 'scalar', text: '', plain: true, start: before.end, end: before.end };
  const [start, end] = node.range;
  if (node.tag !== undefined) {
    throw new Unreadable('tagRefused', { tag: node.tag.replace('tag:yaml.org,2002:', '!!') }, { start, end });
  }
  if (isAlias(node)) return { kind: 'alias', name: node.source, start, end };
  const anchor = node.anchor === undefined ? {} : { anchor: node.anchor };
  if (isScalar(node)) {
    const plain = node.type === 'PLAIN' || node.type === undefined;
    return { kind: 'scalar', text: plain ? (node.source ?? '') : String(node.value), plain, start, end, ...anchor };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => treeOf(item as Node | null, { start, end: start }));
    return { kind: 'seq', items, start, end: endOf(node.flow, end, items.at(-1)), ...anchor };
  }
  const entries = (node as YAMLMap<Node | null, Node | null>).items.map((pair) => entryOf(pair, { start, end: start }));
  return { kind: 'map', entries, start, end: endOf(node.flow, end, entries.at(-1)?.value), ...anchor };
}

function entryOf(pair: { key: Node | null; value?: Node | null }, before: Span): Entry {
  const key = treeOf(pair.key, before);
  if (key.kind !== 'scalar' || (key.plain && key.text === '')) {
    throw new Unreadable('keyNotText', {}, { start: key.start, end: key.end });
  }
  return { key: key satisfies ScalarNode, value: treeOf(pair.value ?? null, { start: key.end, end: key.end + 1 }) };
}

/** A collection without brackets ends with its last part, not with the line breaks after it. */
function endOf(flow: boolean | undefined, end: number, last: SyntaxNode | undefined): number {
  return flow === true || last === undefined ? end : last.end;
}
