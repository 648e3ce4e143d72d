import type { Finding } from '../domain/finding.ts';
import { type Positions, placesIn, positionsOf } from './positions.ts';
import { refuseCharacters } from './yaml/characters.ts';
import { readByLibrary } from './yaml/library-reader.ts';
import { LIMITS, mostNodes, type SyntaxNode, Unreadable } from './yaml/tree.ts';
import { buildValue } from './yaml/value.ts';

export type { Positions } from './positions.ts';

/** The largest text read from a file or a store, in bytes; over HTTP far less is taken. */
export const MOST_FILE_BYTES = 8 * 1024 * 1024;

/** How a text is read. */
export interface ParseOptions {
  /** Named in every place. */
  readonly file?: string;
  /** The largest text accepted, in bytes of UTF-8: 256 KB over HTTP, 8 MB from a file. It bounds the number of values too. */
  readonly maxBytes: number;
}

/** A text as data. `document` is undefined where the text could not be read; then a finding says why. */
export interface Parsed {
  readonly document: unknown;
  readonly positions: Positions;
  readonly findings: readonly Finding[];
}

const EMPTY: SyntaxNode = { kind: 'scalar', text: '', plain: true, start: 0, end: 0 };

/**
 * Reads a YAML text strictly: 1.2 core, unique keys, numbers as plain decimals that are held exactly, one document, nothing
 * a reader cannot see, bounded in size, depth, nodes and aliases. Never throws for what the text holds.
 */
export function parseDocument(text: string, options: ParseOptions): Parsed {
  const places = placesIn(text, options.file);
  const findings: Finding[] = [];
  const complain = ({ code, args, span }: Unreadable) => {
    if (findings.length < LIMITS.complaints) findings.push({ code, severity: 'error', args, at: places(span) });
  };
  try {
    const tree = readTree(text, options.maxBytes);
    const { value, targets } = buildValue(tree, complain);
    return { document: value, positions: positionsOf(text, tree, targets, options.file), findings };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    complain(error);
    return { document: undefined, positions: positionsOf(text, EMPTY, new Map(), options.file), findings };
  }
}

function readTree(text: string, maxBytes: number): SyntaxNode {
  if (exceeds(text, maxBytes)) {
    throw new Unreadable('documentTooLarge', { limit: maxBytes }, { start: 0, end: 0 });
  }
  refuseCharacters(text);
  return readByLibrary(text, mostNodes(maxBytes));
}

/** Whether a text has more bytes in UTF-8. One of n UTF-16 units has n to 3n: only what may be either is encoded. */
function exceeds(text: string, bytes: number): boolean {
  if (text.length > bytes) return true;
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes;
}
