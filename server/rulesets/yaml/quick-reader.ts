import { CODE, Scanner, unusual } from './scanner.ts';
import type { Entry, MapNode, ScalarNode, SeqNode, SyntaxNode } from './tree.ts';

/**
 * Reads the plain part of YAML that rule sets are written in – block and flow collections, scalars on one line, anchors and
 * comments – some ten times as fast as the library, which takes seconds for the megabytes of a 10,000-rule set.
 * It never decides that a text is wrong, only that it is too large: whatever it does not know, or finds odd, it leaves to the
 * library.
 * INVARIANT (quick reader): what it reads, the library reads the same; a test holds them equal.
 * @returns null where the library must be asked
 * @throws Unreadable `tooManyNodes`
 */
export function readQuickly(text: string): SyntaxNode | null {
  try {
    return new QuickReader(text).document();
  } catch (error) {
    if (error === unusual) return null;
    throw error;
  }
}

class QuickReader extends Scanner {
  document(): SyntaxNode {
    if (!this.nextLine()) throw unusual;
    const node = this.#block();
    if (this.at < this.text.length) throw unusual;
    return node;
  }

  /** A node that starts a line, or stands after a dash or an anchor's line. */
  #block(): SyntaxNode {
    this.deeper();
    const column = this.column;
    const node = this.isDash() ? this.#blockList(column) : this.#blockMap(column);
    this.depth -= 1;
    return node;
  }

  #blockList(column: number): SeqNode {
    const start = this.at;
    const items: SyntaxNode[] = [];
    let more = true;
    while (more) {
      this.at += 1;
      const empty = this.emptyAt(start);
      items.push(this.#value(column, empty, false));
      more = this.#continues(column) && this.isDash();
    }
    return { kind: 'seq', items, start, end: items.at(-1)?.end ?? this.at };
  }

  #blockMap(column: number): MapNode {
    const start = this.at;
    const entries: Entry[] = [];
    do {
      const key = this.#blockKey();
      entries.push({ key, value: this.#value(column, this.emptyAt(key.end + 1), true) });
    } while (this.#continues(column));
    return { kind: 'map', entries, start, end: entries.at(-1)?.value.end ?? this.at };
  }

  /** Whether the next line goes on at this column; a deeper line would continue a scalar, which the library reads. */
  #continues(column: number): boolean {
    if (!this.endOfLine()) throw unusual;
    if (!this.nextLine()) return false;
    if (this.column > column) throw unusual;
    return this.column === column;
  }

  #blockKey(): ScalarNode {
    const code = this.text.charCodeAt(this.at);
    const key = code === CODE.QUOTE || code === CODE.APOSTROPHE ? this.quoted(code) : this.plain(false);
    while (this.text.charCodeAt(this.at) === CODE.SPACE) this.at += 1;
    if (this.text.charCodeAt(this.at) !== CODE.COLON) throw unusual;
    this.at += 1;
    if (!this.isGap() || key.end - key.start > 1000) throw unusual;
    return key;
  }

  /** What follows a dash or a key of a collection at `column`: on the same line or below it. */
  #value(column: number, empty: ScalarNode, ofMap: boolean): SyntaxNode {
    if (!this.endOfLine()) return this.#inline(column, ofMap);
    return this.#below(column, empty, ofMap);
  }

  #below(column: number, empty: ScalarNode, ofMap: boolean): SyntaxNode {
    const [at, lineStart] = [this.at, this.lineStart];
    if (this.nextLine()) {
      // A list may stand at its key's own column.
      const here = this.column > column || (ofMap && this.column === column && this.isDash());
      if (here && !this.isDash() && !this.isKey()) return this.#inFlow(column, false);
      if (here) return this.#rewound(this.#block());
    }
    this.at = at;
    this.lineStart = lineStart;
    return this.counted(empty);
  }

  /** Steps back to the end of the line before, where `#continues` expects to be. */
  #rewound(node: SyntaxNode): SyntaxNode {
    if (this.at >= this.text.length) return node;
    this.at = this.lineStart - 1;
    return node;
  }

  #inline(column: number, ofMap: boolean): SyntaxNode {
    const code = this.text.charCodeAt(this.at);
    if (code === CODE.AND) return this.#anchored(column, ofMap);
    if (!ofMap && (this.isDash() || this.isKey())) return this.#rewound(this.#block());
    return this.#inFlow(column, false);
  }

  #anchored(column: number, ofMap: boolean): SyntaxNode {
    const start = this.at;
    this.at += 1;
    const anchor = this.name();
    if (!this.isGap()) throw unusual;
    const node = this.endOfLine() ? this.#below(column, this.emptyAt(start), ofMap) : this.#inFlow(column, false);
    if (node.kind === 'alias') throw unusual;
    return { ...node, anchor };
  }

  /** A scalar, an alias or a collection in brackets. `column`: every line of it stands further in. */
  #inFlow(column: number, inside: boolean): SyntaxNode {
    const code = this.text.charCodeAt(this.at);
    if (code === CODE.OPEN_LIST) return this.#flowList(column);
    if (code === CODE.OPEN_MAP) return this.#flowMap(column);
    if (code === CODE.QUOTE || code === CODE.APOSTROPHE) return this.quoted(code);
    if (code === CODE.STAR) return this.alias();
    return this.plain(inside);
  }

  #flowList(column: number): SeqNode {
    const start = this.at;
    const items: SyntaxNode[] = [];
    this.deeper();
    this.at += 1;
    while (this.flowGap(column) !== CODE.CLOSE_LIST) {
      items.push(this.#inFlow(column, true));
      this.#separator(column, CODE.CLOSE_LIST);
    }
    this.at += 1;
    this.depth -= 1;
    return { kind: 'seq', items, start, end: this.at };
  }

  #flowMap(column: number): MapNode {
    const start = this.at;
    const entries: Entry[] = [];
    this.deeper();
    this.at += 1;
    for (let code = this.flowGap(column); code !== CODE.CLOSE_MAP; code = this.flowGap(column)) {
      const key = code === CODE.QUOTE || code === CODE.APOSTROPHE ? this.quoted(code) : this.plain(true);
      while (this.text.charCodeAt(this.at) === CODE.SPACE) this.at += 1;
      if (this.text.charCodeAt(this.at) !== CODE.COLON) throw unusual;
      this.at += 1;
      const empty = this.emptyAt(this.at);
      if (!this.isGap()) throw unusual;
      const next = this.flowGap(column);
      const none = next === CODE.COMMA || next === CODE.CLOSE_MAP;
      entries.push({ key, value: none ? this.counted(empty) : this.#inFlow(column, true) });
      this.#separator(column, CODE.CLOSE_MAP);
    }
    this.at += 1;
    this.depth -= 1;
    return { kind: 'map', entries, start, end: this.at };
  }

  /** A comma, or the bracket that closes the collection, which stays. */
  #separator(column: number, close: number): void {
    const code = this.flowGap(column);
    if (code === CODE.COMMA) this.at += 1;
    else if (code !== close) throw unusual;
  }
}
