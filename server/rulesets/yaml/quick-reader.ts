import type { AliasNode, Entry, MapNode, ScalarNode, SeqNode, SyntaxNode } from './tree.ts';
import { LIMITS, Unreadable } from './tree.ts';

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

/** Thrown where a text leaves the plain part of YAML. */
const unusual = Symbol('unusual');

/** UTF-16 codes of the characters that structure a text. */
const [NEWLINE, SPACE, QUOTE, HASH, AND, APOSTROPHE] = [0x0a, 0x20, 0x22, 0x23, 0x26, 0x27];
const [STAR, COMMA, DASH, COLON, BACKSLASH] = [0x2a, 0x2c, 0x2d, 0x3a, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Characters that no plain scalar starts with here; `-` and `:` may in YAML, but rarely do. */
const indicators = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map((character) => character.charCodeAt(0)));
const escapes: Readonly<Record<string, string>> = { '\\': '\\', '"': '"', '/': '/', n: '\n', t: '\t', r: '\r' };
const NAME = /[^\s,[\]{}:]+/y;

class QuickReader {
  readonly #text: string;
  #at = 0;
  #lineStart = 0;
  #depth = 0;
  #nodes = 0;

  constructor(text: string) {
    // A tab is indentation to some and white space to others, a carriage return a line break or half of one.
    if (/[\t\r\u0085\u2028\u2029\ufeff]/.test(text) || /^(---|\.\.\.|%)/m.test(text)) throw unusual;
    this.#text = text;
  }

  document(): SyntaxNode {
    if (!this.#nextLine()) throw unusual;
    const node = this.#block();
    if (this.#at < this.#text.length) throw unusual;
    return node;
  }

  get #column(): number {
    return this.#at - this.#lineStart;
  }

  /** Moves to the first character of the next line that holds something; false at the end of the text. */
  #nextLine(): boolean {
    const text = this.#text;
    for (;;) {
      while (text.charCodeAt(this.#at) === SPACE) this.#at += 1;
      const code = text.charCodeAt(this.#at);
      if (code === HASH) {
        const end = text.indexOf('\n', this.#at);
        this.#at = end < 0 ? text.length : end;
      } else if (code === NEWLINE) {
        this.#at += 1;
        this.#lineStart = this.#at;
      } else return this.#at < text.length;
    }
  }

  /** Leaves the line: nothing but a comment may follow. */
  #endOfLine(): boolean {
    const before = this.#at;
    while (this.#text.charCodeAt(this.#at) === SPACE) this.#at += 1;
    const code = this.#text.charCodeAt(this.#at);
    if (this.#at >= this.#text.length || code === NEWLINE) return true;
    return code === HASH && this.#at > before;
  }

  /** A node that starts a line, or stands after a dash or an anchor's line. */
  #block(): SyntaxNode {
    this.#deeper();
    const column = this.#column;
    const node = this.#isDash() ? this.#blockList(column) : this.#blockMap(column);
    this.#depth -= 1;
    return node;
  }

  #isDash(): boolean {
    if (this.#text.charCodeAt(this.#at) !== DASH) return false;
    const next = this.#text.charCodeAt(this.#at + 1);
    return next === SPACE || next === NEWLINE || this.#at + 1 === this.#text.length;
  }

  #blockList(column: number): SeqNode {
    const start = this.#at;
    const items: SyntaxNode[] = [];
    let more = true;
    while (more) {
      this.#at += 1;
      const empty = this.#emptyAt(start);
      items.push(this.#value(column, empty, false));
      more = this.#continues(column) && this.#isDash();
    }
    return { kind: 'seq', items, start, end: items.at(-1)?.end ?? this.#at };
  }

  #blockMap(column: number): MapNode {
    const start = this.#at;
    const entries: Entry[] = [];
    do {
      const key = this.#blockKey();
      entries.push({ key, value: this.#value(column, this.#emptyAt(key.end + 1), true) });
    } while (this.#continues(column));
    return { kind: 'map', entries, start, end: entries.at(-1)?.value.end ?? this.#at };
  }

  /** Whether the next line goes on at this column; a deeper line would continue a scalar, which the library reads. */
  #continues(column: number): boolean {
    if (!this.#endOfLine()) throw unusual;
    if (!this.#nextLine()) return false;
    if (this.#column > column) throw unusual;
    return this.#column === column;
  }

  #blockKey(): ScalarNode {
    const code = this.#text.charCodeAt(this.#at);
    const key = code === QUOTE || code === APOSTROPHE ? this.#quoted(code) : this.#plain(false);
    while (this.#text.charCodeAt(this.#at) === SPACE) this.#at += 1;
    if (this.#text.charCodeAt(this.#at) !== COLON) throw unusual;
    this.#at += 1;
    if (!this.#isGap() || key.end - key.start > 1000) throw unusual;
    return key;
  }

  /** Whether white space, or the end of the text, stands here. */
  #isGap(): boolean {
    const code = this.#text.charCodeAt(this.#at);
    return code === SPACE || code === NEWLINE || this.#at >= this.#text.length;
  }

  /** What follows a dash or a key of a collection at `column`: on the same line or below it. */
  #value(column: number, empty: ScalarNode, ofMap: boolean): SyntaxNode {
    if (!this.#endOfLine()) return this.#inline(column, ofMap);
    return this.#below(column, empty, ofMap);
  }

  #below(column: number, empty: ScalarNode, ofMap: boolean): SyntaxNode {
    const [at, lineStart] = [this.#at, this.#lineStart];
    if (this.#nextLine()) {
      // A list may stand at its key's own column.
      const here = this.#column > column || (ofMap && this.#column === column && this.#isDash());
      if (here && !this.#isDash() && !this.#isKey()) return this.#inFlow(column, false);
      if (here) return this.#rewound(this.#block());
    }
    this.#at = at;
    this.#lineStart = lineStart;
    return this.#counted(empty);
  }

  /** Steps back to the end of the line before, where `#continues` expects to be. */
  #rewound(node: SyntaxNode): SyntaxNode {
    if (this.#at >= this.#text.length) return node;
    this.#at = this.#lineStart - 1;
    return node;
  }

  #inline(column: number, ofMap: boolean): SyntaxNode {
    const code = this.#text.charCodeAt(this.#at);
    if (code === AND) return this.#anchored(column, ofMap);
    if (!ofMap && (this.#isDash() || this.#isKey())) return this.#rewound(this.#block());
    return this.#inFlow(column, false);
  }

  #anchored(column: number, ofMap: boolean): SyntaxNode {
    const start = this.#at;
    this.#at += 1;
    const anchor = this.#name();
    if (!this.#isGap()) throw unusual;
    const node = this.#endOfLine() ? this.#below(column, this.#emptyAt(start), ofMap) : this.#inFlow(column, false);
    if (node.kind === 'alias') throw unusual;
    return { ...node, anchor };
  }

  #name(): string {
    NAME.lastIndex = this.#at;
    const name = NAME.exec(this.#text)?.[0];
    if (name === undefined) throw unusual;
    this.#at += name.length;
    if (!this.#isGap() && !isFlowIndicator(this.#text.charCodeAt(this.#at))) throw unusual;
    return name;
  }

  /** Whether a key of a map stands here; looks at the rest of the line only. */
  #isKey(): boolean {
    const code = this.#text.charCodeAt(this.#at);
    if (code === QUOTE || code === APOSTROPHE) {
      const at = this.#at;
      this.#quoted(code);
      const key = this.#text.charCodeAt(this.#at) === COLON;
      this.#at = at;
      this.#nodes -= 1;
      return key;
    }
    if (indicators.has(code)) return false;
    for (let at = this.#at; at < this.#text.length; at += 1) {
      const here = this.#text.charCodeAt(at);
      if (here === NEWLINE) return false;
      if (here === HASH && this.#text.charCodeAt(at - 1) === SPACE) return false;
      const next = this.#text.charCodeAt(at + 1);
      if (here === COLON && (next === SPACE || next === NEWLINE || at + 1 === this.#text.length)) return true;
    }
    return false;
  }

  /** A scalar, an alias or a collection in brackets. `column`: every line of it stands further in. */
  #inFlow(column: number, inside: boolean): SyntaxNode {
    const code = this.#text.charCodeAt(this.#at);
    if (code === OPEN_LIST) return this.#flowList(column);
    if (code === OPEN_MAP) return this.#flowMap(column);
    if (code === QUOTE || code === APOSTROPHE) return this.#quoted(code);
    if (code === STAR) return this.#alias();
    return this.#plain(inside);
  }

  #alias(): AliasNode {
    const start = this.#at;
    this.#at += 1;
    const name = this.#name();
    this.#count();
    return { kind: 'alias', name, start, end: this.#at };
  }

  #flowList(column: number): SeqNode {
    const start = this.#at;
    const items: SyntaxNode[] = [];
    this.#deeper();
    this.#at += 1;
    while (this.#flowGap(column) !== CLOSE_LIST) {
      items.push(this.#inFlow(column, true));
      this.#separator(column, CLOSE_LIST);
    }
    this.#at += 1;
    this.#depth -= 1;
    return { kind: 'seq', items, start, end: this.#at };
  }

  #flowMap(column: number): MapNode {
    const start = this.#at;
    const entries: Entry[] = [];
    this.#deeper();
    this.#at += 1;
    for (let code = this.#flowGap(column); code !== CLOSE_MAP; code = this.#flowGap(column)) {
      const key = code === QUOTE || code === APOSTROPHE ? this.#quoted(code) : this.#plain(true);
      while (this.#text.charCodeAt(this.#at) === SPACE) this.#at += 1;
      if (this.#text.charCodeAt(this.#at) !== COLON) throw unusual;
      this.#at += 1;
      const empty = this.#emptyAt(this.#at);
      if (!this.#isGap()) throw unusual;
      const next = this.#flowGap(column);
      const none = next === COMMA || next === CLOSE_MAP;
      entries.push({ key, value: none ? this.#counted(empty) : this.#inFlow(column, true) });
      this.#separator(column, CLOSE_MAP);
    }
    this.#at += 1;
    this.#depth -= 1;
    return { kind: 'map', entries, start, end: this.#at };
  }

  /** A comma, or the bracket that closes the collection, which stays. */
  #separator(column: number, close: number): void {
    const code = this.#flowGap(column);
    if (code === COMMA) this.#at += 1;
    else if (code !== close) throw unusual;
  }

  /** Skips white space, line breaks and comments inside brackets; answers the character after them. */
  #flowGap(column: number): number {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === SPACE) this.#at += 1;
      else if (code === NEWLINE) {
        this.#at += 1;
        this.#lineStart = this.#at;
      } else if (code === HASH) {
        if (!this.#endOfLine() && this.#text.charCodeAt(this.#at - 1) !== SPACE) throw unusual;
        const end = this.#text.indexOf('\n', this.#at);
        if (end < 0) throw unusual;
        this.#at = end;
      } else {
        if (Number.isNaN(code) || this.#column <= column) throw unusual;
        return code;
      }
    }
  }

  /** A scalar without quotes, to the end of the line or, inside brackets, to what ends it there. */
  #plain(inside: boolean): ScalarNode {
    const text = this.#text;
    const start = this.#at;
    let at = start;
    const first = text.charCodeAt(at);
    const number = first === DASH && /[0-9]/.test(text.charAt(at + 1));
    if (indicators.has(first) && !number) throw unusual;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE) break;
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
      if (code === COLON) {
        const next = text.charCodeAt(at + 1);
        if (next === SPACE || next === NEWLINE || at + 1 === text.length) break;
        if (inside && isFlowIndicator(next)) throw unusual;
      } else if (inside && isFlowIndicator(code)) break;
    }
    this.#at = at;
    while (text.charCodeAt(at - 1) === SPACE) at -= 1;
    if (at === start) throw unusual;
    this.#at = at;
    this.#count();
    return { kind: 'scalar', text: text.slice(start, at), plain: true, start, end: at };
  }

  #quoted(quote: number): ScalarNode {
    const start = this.#at;
    let value = '';
    let from = start + 1;
    for (let at = from; ; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (Number.isNaN(code) || code === NEWLINE) throw unusual;
      if (code === quote) {
        value += this.#text.slice(from, at);
        if (quote === APOSTROPHE && this.#text.charCodeAt(at + 1) === APOSTROPHE) {
          value += "'";
          at += 1;
          from = at + 1;
          continue;
        }
        this.#at = at + 1;
        this.#count();
        return { kind: 'scalar', text: value, plain: false, start, end: this.#at };
      }
      if (quote === QUOTE && code === BACKSLASH) {
        const escaped = escapes[this.#text.charAt(at + 1)];
        if (escaped === undefined) throw unusual;
        value += this.#text.slice(from, at) + escaped;
        at += 1;
        from = at + 1;
      }
    }
  }

  #emptyAt(at: number): ScalarNode {
    return { kind: 'scalar', text: '', plain: true, start: at, end: at };
  }

  #counted(node: ScalarNode): ScalarNode {
    this.#count();
    return node;
  }

  #deeper(): void {
    this.#depth += 1;
    if (this.#depth > LIMITS.depth) throw unusual;
    this.#count();
  }

  #count(): void {
    this.#nodes += 1;
    if (this.#nodes > LIMITS.nodes) {
      throw new Unreadable('tooManyNodes', { limit: LIMITS.nodes }, { start: this.#at, end: this.#at });
    }
  }
}

function isFlowIndicator(code: number): boolean {
  return code === COMMA || code === OPEN_LIST || code === CLOSE_LIST || code === OPEN_MAP || code === CLOSE_MAP;
}
