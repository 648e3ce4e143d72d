/** One request as text, with the line that it begins on. */
export interface RequestText {
  readonly line: number;
  readonly text: string;
}

/** The requests of an input. */
export interface Requests {
  /** True for one request alone, over however many lines; false for one a line, or an array. */
  readonly single: boolean;
  readonly texts: AsyncIterable<RequestText> | Iterable<RequestText>;
}

/**
 * Finds the requests of an input: one JSON object, an array of them, or one a line (NDJSON). Lines are read one by one, so
 * that an input may be longer than memory; only what is one document over many lines is read whole.
 */
export async function readRequests(chunks: AsyncIterable<Uint8Array | string>): Promise<Requests> {
  const lines = linesOf(chunks)[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done) return { single: true, texts: [{ line: 1, text: '' }] };
  if (isWhole(first.value.text)) {
    const second = await lines.next();
    if (!second.done) return { single: false, texts: following([first.value, second.value], lines) };
    return documentOf([first.value]);
  }
  if (/^\s*\{.*\}\s*$/.test(first.value.text)) return { single: false, texts: following([first.value], lines) };
  const all = [first.value];
  for (let next = await lines.next(); !next.done; next = await lines.next()) all.push(next.value);
  return documentOf(all);
}

/** Lines read to the end: one document, or, where that is not JSON but a line of it is, one request a line. */
function documentOf(lines: readonly RequestText[]): Requests {
  const line = lines[0]?.line ?? 1;
  const text = textOf(lines);
  const whole = parsed(text);
  if (Array.isArray(whole))
    return { single: false, texts: whole.map((item) => ({ line, text: JSON.stringify(item) })) };
  if (whole === undefined && lines.length > 1 && lines.some((one) => isRequest(parsed(one.text))))
    return { single: false, texts: lines };
  return { single: true, texts: [{ line, text }] };
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

async function* following(read: readonly RequestText[], rest: AsyncIterator<RequestText>): AsyncGenerator<RequestText> {
  yield* read;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Lines that are not blank, with their numbers. Only line feeds end a line: JSON texts may hold U+2028. */
async function* linesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<RequestText> {
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  for await (const chunk of chunks) {
    const pieces = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n');
    rest = pieces.pop() ?? '';
    for (const text of pieces) {
      line += 1;
      if (text.trim() !== '') yield { line, text };
    }
  }
  rest += decoder.decode();
  if (rest.trim() !== '') yield { line: line + 1, text: rest };
}
