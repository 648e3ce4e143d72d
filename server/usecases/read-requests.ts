import { Refusal } from '../domain/refusal.ts';
import { parseStrictJson } from './strict-json.ts';

/** One request as text, with the line that it begins on. */
export interface RequestText {
  readonly line: number;
  readonly text: string;
}

/** The requests of an input. */
export type Requests =
  /** One request alone, over however many lines (`single`), or an array of them. */
  | { readonly kind: 'single' | 'array'; readonly texts: readonly RequestText[] }
  /** One request a line: the input as it came, from its beginning. Of that `heard` has been read, and not been taken yet. */
  | {
      readonly kind: 'lines';
      readonly bytes: AsyncIterable<Uint8Array>;
      readonly heard: () => readonly Uint8Array[];
    };

/**
 * Finds the requests of an input: one JSON object, an array of them, or one a line (NDJSON). Of many lines only the first
 * are read, so that an input may be longer than memory; only what is one document over many lines is read whole.
 */
export async function readRequests(chunks: AsyncIterable<Uint8Array>): Promise<Requests> {
  const tape = new Tape(chunks);
  const lines = linesOf(tape.listen());
  const first = await lines.next();
  if (first.done) return { kind: 'single', texts: [{ line: 1, text: '' }] };
  if (isWhole(first.value.text)) {
    const second = await lines.next();
    return second.done ? documentOf([first.value], tape) : tape.asLines();
  }
  if (/^\s*\{.*\}\s*$/.test(first.value.text)) return tape.asLines();
  const all = [first.value];
  for await (const line of lines) all.push(line);
  return documentOf(all, tape);
}

/** Lines read to the end: one document, or, where that is not JSON but a line of it is, one request a line. */
function documentOf(lines: readonly RequestText[], tape: Tape): Requests {
  const line = lines[0]?.line ?? 1;
  const text = textOf(lines);
  const whole = parsed(text);
  if (Array.isArray(whole)) return arrayOf(whole, { line, text });
  if (whole === undefined && lines.length > 1 && lines.some((one) => isRequest(parsed(one.text))))
    return tape.asLines();
  return { kind: 'single', texts: [{ line, text }] };
}

/** The items of an array; one that is not sound stays whole, for what is wrong would be lost when its items are written anew. */
function arrayOf(items: readonly unknown[], { line, text }: RequestText): Requests {
  try {
    parseStrictJson(text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: 'single', texts: [{ line, text }] };
  }
  return { kind: 'array', texts: items.map((item) => ({ line, text: JSON.stringify(item) })) };
}

/** An input whose beginning, once heard, can be given again. */
class Tape {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #heard: Uint8Array[] = [];

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async *listen(): AsyncGenerator<Uint8Array> {
    for (let next = await this.#source.next(); !next.done; next = await this.#source.next()) {
      this.#heard.push(next.value);
      yield next.value;
    }
  }

  asLines(): Requests {
    return { kind: 'lines', bytes: this.#again(), heard: () => this.#heard };
  }

  /** All of the input: what was heard, which is then forgotten, and what follows. */
  async *#again(): AsyncGenerator<Uint8Array> {
    try {
      for (let heard = this.#heard.shift(); heard !== undefined; heard = this.#heard.shift()) yield heard;
      for (let next = await this.#source.next(); !next.done; next = await this.#source.next()) yield next.value;
    } finally {
      await this.#source.return?.();
    }
  }
}

/** Lines put together again as they stood; blank ones in between keep their place. */
function textOf(lines: readonly RequestText[]): string {
  let text = '';
  let at = lines[0]?.line ?? 1;
  for (const { line, text: own } of lines) {
    text += '\n'.repeat(line - at) + own;
    at = line;
  }
  return text;
}

function isWhole(text: string): boolean {
  const value = parsed(text);
  return typeof value === 'object' && value !== null;
}

function isRequest(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('claim' in value || 'jurisdiction' in value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Lines that are not blank, with their numbers. Only line feeds end a line: JSON texts may hold U+2028. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RequestText> {
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  for await (const chunk of chunks) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = pieces.pop() ?? '';
    for (const text of pieces) {
      line += 1;
      if (text.trim() !== '') yield { line, text };
    }
  }
  rest += decoder.decode();
  if (rest.trim() !== '') yield { line: line + 1, text: rest };
}
