import type { Place } from '../domain/finding.ts';
import type { Entry, MapNode, Span, SyntaxNode } from './yaml/tree.ts';

/** Finds the place in the text that a JSON pointer into the document means. */
export interface Positions {
  /**
   * The place of a value, or of the key it stands under. A pointer to something that is not there means what would hold it.
   * @param of `key`: where the last step is a key of a map, the key alone
   */
  at(pointer: string, of?: 'key' | 'value'): Place;
}

/** Positions of a tree; lines are counted when the first place is asked for. */
export function positionsOf(
  text: string,
  root: SyntaxNode,
  targets: ReadonlyMap<SyntaxNode, SyntaxNode>,
  file: string | undefined,
): Positions {
  const places = placesIn(text, file);
  const keys = new Map<MapNode, ReadonlyMap<string, Entry>>();
  const resolved = (node: SyntaxNode) => targets.get(node) ?? node;

  const entry = (node: MapNode, key: string) => {
    let known = keys.get(node);
    if (known === undefined) {
      known = new Map(node.entries.toReversed().map((one) => [one.key.text, one]));
      keys.set(node, known);
    }
    return known.get(key);
  };

  return {
    at(pointer, of = 'value') {
      let node = resolved(root);
      let span: Span = node;
      for (const step of stepsOf(pointer)) {
        if (node.kind === 'map') {
          const found = entry(node, step);
          if (found === undefined) break;
          node = resolved(found.value);
          const empty = found.value.end <= found.value.start;
          span = of === 'key' || empty ? found.key : found.value;
        } else if (node.kind === 'seq') {
          const item = node.items[Number(step)];
          if (item === undefined) break;
          node = resolved(item);
          span = item;
        } else break;
      }
      return { ...places(span), pointer };
    },
  };
}

/** Places by offset in a text, lines and columns from 1. */
export function placesIn(text: string, file: string | undefined): (span: Span) => Place {
  let starts: number[] | null = null;
  const lineOf = (offset: number) => {
    starts ??= lineStarts(text);
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  return ({ start, end }) => {
    const [from, to] = [lineOf(start), lineOf(Math.max(start, end))];
    const place = { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    return file === undefined ? place : { file, ...place };
  };
}

/** The steps of an RFC 6901 pointer. */
export function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A pointer one step further in. */
export function stepInto(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The value at the steps of a pointer into a document; undefined where there is none. */
export function valueAt(document: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    document,
  );
}
