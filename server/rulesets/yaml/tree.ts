/** Where a node stands in the text: offsets in UTF-16 units, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One scalar. `plain`: without quotes, so that its text decides what it is. */
export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  readonly text: string;
  readonly plain: boolean;
  readonly anchor?: string;
}

/** One key of a map with its value. */
export interface Entry {
  readonly key: ScalarNode;
  readonly value: SyntaxNode;
}

/** A map in the order of the text, keys possibly twice. */
export interface MapNode extends Span {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
  readonly anchor?: string;
}

/** A list. */
export interface SeqNode extends Span {
  readonly kind: 'seq';
  readonly items: readonly SyntaxNode[];
  readonly anchor?: string;
}

/** `*name`: the node that was anchored under the name before. */
export interface AliasNode extends Span {
  readonly kind: 'alias';
  readonly name: string;
}

/** What a text says before it means anything: the one tree that both readers make and everything else works on. */
export type SyntaxNode = ScalarNode | MapNode | SeqNode | AliasNode;

/** Bounds on what is read at all; no rule set of people comes near them. */
export const LIMITS = { depth: 64, nodes: 500_000, aliases: 1_000, complaints: 200 } as const;

/** In what people write a value takes seven bytes and more; a text of shorter ones takes far longer to read than its size tells. */
const BYTES_A_NODE = 8;
/** So many values may stand in any text, however short the longest may be. */
const NODES_OF_ANY = 1_000;

/** How many values a text may hold of which no more than so many bytes are taken. */
export function mostNodes(maxBytes: number): number {
  return Math.min(LIMITS.nodes, Math.max(NODES_OF_ANY, Math.floor(maxBytes / BYTES_A_NODE)));
}

/** A text that cannot be read on: a code of the catalogue, its arguments, and where. */
export class Unreadable extends Error {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly span: Span;

  constructor(code: string, args: Readonly<Record<string, string | number>>, span: Span) {
    super(code);
    this.name = 'Unreadable';
    this.code = code;
    this.args = args;
    this.span = span;
  }
}
