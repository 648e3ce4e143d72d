import type { LeftOpen } from './syntax-complaint.ts';
import { LIMITS, type Span, Unreadable } from './tree.ts';

/** Markers of the lexer's own, which take no room in the text: a document begins, an error ended one, a scalar follows. */
const [DOCUMENT, FLOW_END, SCALAR] = ['\u0002', '\u0018', '\u001f'];

/** Counts lexemes as they come, so that a hostile text is left before it is parsed. */
export class Bounds implements LeftOpen {
  quote: Span | null = null;
  readonly #mostNodes: number;
  #offset = 0;
  #brackets: Span[] = [];
  #dashes = 0;
  #nodes = 0;
  #marks = 0;
  #aliases = 0;
  #inScalar = false;

  constructor(mostNodes: number) {
    this.#mostNodes = mostNodes;
  }

  get bracket(): Span | null {
    return this.#brackets.at(-1) ?? null;
  }

  /** @throws Unreadable `tooDeep`, `tooManyNodes`, `tooManyAliases` */
  see(lexeme: string): void {
    const start = this.#offset;
    const marker = lexeme === DOCUMENT || lexeme === FLOW_END || lexeme === SCALAR;
    if (!marker) this.#offset += lexeme.length;
    // The text of a scalar may look like anything else.
    if (this.#inScalar) this.#inScalar = false;
    else this.#count(lexeme, { start, end: this.#offset });
    if (lexeme === SCALAR) this.#inScalar = true;
  }

  #count(lexeme: string, span: Span): void {
    const first = lexeme.charAt(0);
    if (lexeme === '[' || lexeme === '{') this.#brackets.push(span);
    else if (lexeme === ']' || lexeme === '}') this.#brackets.pop();
    const quoted = first === '"' || first === "'";
    if (quoted && (lexeme.length === 1 || !lexeme.endsWith(first))) {
      this.quote = { start: span.start, end: span.start + 1 };
    }
    if (lexeme === '-' || lexeme === '?') this.#dashes += 1;
    else if (first === '\n' || first === '\r') this.#dashes = 0;
    if (first === '*') this.#aliases += 1;
    if (quoted || first === '*' || lexeme === SCALAR || lexeme === '[' || lexeme === '{' || lexeme === '-') {
      this.#nodes += 1;
    }
    // Without anything between them they stand for values as well, and cost as much; so do anchors and tags, of which a value has one.
    const isMark = lexeme === ',' || lexeme === ':' || lexeme === '?' || first === '&' || first === '!';
    if (isMark) this.#marks += 1;
    this.#refuse(span);
  }

  #refuse(span: Span): void {
    if (this.#brackets.length > LIMITS.depth || this.#dashes > LIMITS.depth) {
      throw new Unreadable('tooDeep', { limit: LIMITS.depth }, span);
    }
    if (Math.max(this.#nodes, this.#marks) > this.#mostNodes) {
      throw new Unreadable('tooManyNodes', { limit: this.#mostNodes }, span);
    }
    if (this.#aliases > LIMITS.aliases) throw new Unreadable('tooManyAliases', { limit: LIMITS.aliases }, span);
  }
}
