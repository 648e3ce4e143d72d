import { type AliasNode, LIMITS, type ScalarNode, Unreadable } from './tree.ts';

/** Thrown where a text leaves the plain part of YAML. */
export const unusual = Symbol('unusual');

/** UTF-16 codes of the characters that structure a text. */
export const CODE = {
  NEWLINE: 0x0a,
  SPACE: 0x20,
  QUOTE: 0x22,
  HASH: 0x23,
  AND: 0x26,
  APOSTROPHE: 0x27,
  STAR: 0x2a,
  COMMA: 0x2c,
  DASH: 0x2d,
  COLON: 0x3a,
  OPEN_LIST: 0x5b,
  BACKSLASH: 0x5c,
  CLOSE_LIST: 0x5d,
  OPEN_MAP: 0x7b,
  CLOSE_MAP: 0x7d,
} as const;

/** Characters that no plain scalar starts with here; `-` and `:` may in YAML, but rarely do. */
const indicators = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map((character) => character.charCodeAt(0)));
const escapes: Readonly<Record<string, string>> = { '\\': '\\', '"': '"', '/': '/', n: '\n', t: '\t', r: '\r' };
const NAME = /[^\s,[\]{}:]+/y;

/** Moves through a text for the quick reader, and reads what stands on one line. */
export class Scanner {
  readonly text: string;
  /** The offset of the character that is read next, and of the first of its line. */
  at = 0;
  lineStart = 0;
  /** Collections around it, and nodes read so far. */
  depth = 0;
  nodes = 0;

  constructor(text: string) {
    // A tab is indentation to some and white space to others, a carriage return a line break or half of one.
    if (/[\t\r\u0085\u2028\u2029\ufeff]/.test(text) || /^(---|\.\.\.|%)/m.test(text)) throw unusual;
    this.text = text;
  }

  get column(): number {
    return this.at - this.lineStart;
  }

  /** Moves to the first character of the next line that holds something; false at the end of the text. */
  nextLine(): boolean {
    const text = this.text;
    for (;;) {
      while (text.charCodeAt(this.at) === CODE.SPACE) this.at += 1;
      const code = text.charCodeAt(this.at);
      if (code === CODE.HASH) {
        const end = text.indexOf('\n', this.at);
        this.at = end < 0 ? text.length : end;
      } else if (code === CODE.NEWLINE) {
        this.at += 1;
        this.lineStart = this.at;
      } else return this.at < text.length;
    }
  }

  /** Leaves the line: nothing but a comment may follow. */
  endOfLine(): boolean {
    const before = this.at;
    while (this.text.charCodeAt(this.at) === CODE.SPACE) this.at += 1;
    const code = this.text.charCodeAt(this.at);
    if (this.at >= this.text.length || code === CODE.NEWLINE) return true;
    return code === CODE.HASH && this.at > before;
  }

  /** Whether an entry of a block list starts here. */
  isDash(): boolean {
    if (this.text.charCodeAt(this.at) !== CODE.DASH) return false;
    const next = this.text.charCodeAt(this.at + 1);
    return next === CODE.SPACE || next === CODE.NEWLINE || this.at + 1 === this.text.length;
  }

  /** Whether a key of a map stands here; looks at the rest of the line only. */
  isKey(): boolean {
    const code = this.text.charCodeAt(this.at);
    if (code === CODE.QUOTE || code === CODE.APOSTROPHE) {
      const at = this.at;
      this.quoted(code);
      const key = this.text.charCodeAt(this.at) === CODE.COLON;
      this.at = at;
      this.nodes -= 1;
      return key;
    }
    if (indicators.has(code)) return false;
    for (let at = this.at; at < this.text.length; at += 1) {
      const here = this.text.charCodeAt(at);
      if (here === CODE.NEWLINE) return false;
      if (here === CODE.HASH && this.text.charCodeAt(at - 1) === CODE.SPACE) return false;
      const next = this.text.charCodeAt(at + 1);
      if (here === CODE.COLON && (next === CODE.SPACE || next === CODE.NEWLINE || at + 1 === this.text.length))
        return true;
    }
    return false;
  }

  /** Whether white space, or the end of the text, stands here. */
  isGap(): boolean {
    const code = this.text.charCodeAt(this.at);
    return code === CODE.SPACE || code === CODE.NEWLINE || this.at >= this.text.length;
  }

  /** The name of an anchor. */
  name(): string {
    NAME.lastIndex = this.at;
    const name = NAME.exec(this.text)?.[0];
    if (name === undefined) throw unusual;
    this.at += name.length;
    if (!this.isGap() && !isFlowIndicator(this.text.charCodeAt(this.at))) throw unusual;
    return name;
  }

  alias(): AliasNode {
    const start = this.at;
    this.at += 1;
    const name = this.name();
    this.count();
    return { kind: 'alias', name, start, end: this.at };
  }

  /** A scalar without quotes, to the end of the line or, inside brackets, to what ends it there. */
  plain(inside: boolean): ScalarNode {
    const text = this.text;
    const start = this.at;
    let at = start;
    const first = text.charCodeAt(at);
    const number = first === CODE.DASH && /[0-9]/.test(text.charAt(at + 1));
    if (indicators.has(first) && !number) throw unusual;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === CODE.NEWLINE) break;
      if (code === CODE.HASH && text.charCodeAt(at - 1) === CODE.SPACE) break;
      if (code === CODE.COLON) {
        const next = text.charCodeAt(at + 1);
        if (next === CODE.SPACE || next === CODE.NEWLINE || at + 1 === text.length) break;
        if (inside && isFlowIndicator(next)) throw unusual;
      } else if (inside && isFlowIndicator(code)) break;
    }
    this.at = at;
    while (text.charCodeAt(at - 1) === CODE.SPACE) at -= 1;
    if (at === start) throw unusual;
    this.at = at;
    this.count();
    return { kind: 'scalar', text: text.slice(start, at), plain: true, start, end: at };
  }

  quoted(quote: number): ScalarNode {
    const start = this.at;
    let value = '';
    let from = start + 1;
    for (let at = from; ; at += 1) {
      const code = this.text.charCodeAt(at);
      if (Number.isNaN(code) || code === CODE.NEWLINE) throw unusual;
      if (code === quote) {
        value += this.text.slice(from, at);
        if (quote === CODE.APOSTROPHE && this.text.charCodeAt(at + 1) === CODE.APOSTROPHE) {
          value += "'";
          at += 1;
          from = at + 1;
          continue;
        }
        this.at = at + 1;
        this.count();
        return { kind: 'scalar', text: value, plain: false, start, end: this.at };
      }
      if (quote === CODE.QUOTE && code === CODE.BACKSLASH) {
        const escaped = escapes[this.text.charAt(at + 1)];
        if (escaped === undefined) throw unusual;
        value += this.text.slice(from, at) + escaped;
        at += 1;
        from = at + 1;
      }
    }
  }

  emptyAt(at: number): ScalarNode {
    return { kind: 'scalar', text: '', plain: true, start: at, end: at };
  }

  counted(node: ScalarNode): ScalarNode {
    this.count();
    return node;
  }

  deeper(): void {
    this.depth += 1;
    if (this.depth > LIMITS.depth) throw unusual;
    this.count();
  }

  count(): void {
    this.nodes += 1;
    if (this.nodes > LIMITS.nodes) {
      throw new Unreadable('tooManyNodes', { limit: LIMITS.nodes }, { start: this.at, end: this.at });
    }
  }

  /** Skips white space, line breaks and comments inside brackets; answers the character after them. */
  flowGap(column: number): number {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === CODE.SPACE) this.at += 1;
      else if (code === CODE.NEWLINE) {
        this.at += 1;
        this.lineStart = this.at;
      } else if (code === CODE.HASH) {
        if (!this.endOfLine() && this.text.charCodeAt(this.at - 1) !== CODE.SPACE) throw unusual;
        const end = this.text.indexOf('\n', this.at);
        if (end < 0) throw unusual;
        this.at = end;
      } else {
        if (Number.isNaN(code) || this.column <= column) throw unusual;
        return code;
      }
    }
  }
}

function isFlowIndicator(code: number): boolean {
  return (
    code === CODE.COMMA ||
    code === CODE.OPEN_LIST ||
    code === CODE.CLOSE_LIST ||
    code === CODE.OPEN_MAP ||
    code === CODE.CLOSE_MAP
  );
}
