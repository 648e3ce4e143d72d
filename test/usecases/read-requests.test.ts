import { describe, expect, it } from 'vitest';
import { readRequests } from '../../server/usecases/read-requests.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function read(text: string, size = 7) {
  const requests = await readRequests(inPieces(text, size));
  if (requests.kind !== 'lines')
    return { kind: requests.kind, found: requests.texts.map((one) => [one.line, one.text]) };
  const pieces: Uint8Array[] = [];
  for await (const piece of requests.bytes) pieces.push(piece);
  return { kind: requests.kind, found: Buffer.concat(pieces).toString() };
}

describe('readRequests', () => {
  it('finds one document over many lines, as it stood', async () => {
    const text = '\n{\n  "claim":\n\n  {"type": "inpatient"}\n}\n';
    expect(await read(text)).toEqual({ kind: 'single', found: [[2, '{\n  "claim":\n\n  {"type": "inpatient"}\n}']] });
  });

  it('finds one request a line, and gives the input back from its beginning', async () => {
    const text = '\ufeff{"id":"1","claim":{}}\n\n{"id":"二","claim":{}}\r\nnot json\n{"id":"\u2028"}';
    for (const size of [1, 7, 1000]) expect(await read(text, size)).toEqual({ kind: 'lines', found: text });
  });

  it('reads no further than it must to know that there are many lines', async () => {
    let pieces = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        pieces += 1;
        yield new TextEncoder().encode('{"id":"1"}\n');
      }
    }
    const requests = await readRequests(endless());
    expect(requests.kind).toBe('lines');
    expect(pieces).toBe(2);
  });

  it('finds the lines after a bad first one', async () => {
    for (const first of ['{"id":1,,}', 'oops', '{"id": "cut", "cl']) {
      const text = `${first}\n{"id":"2","claim":{}}\n`;
      expect(await read(text)).toEqual({ kind: 'lines', found: text });
    }
  });

  it('finds the items of an array', async () => {
    expect(await read('[{"id":"1"},\n{"id":"2"}]')).toEqual({
      kind: 'array',
      found: [
        [1, '{"id":"1"}'],
        [1, '{"id":"2"}'],
      ],
    });
  });

  it('leaves an array whole in which something is wrong', async () => {
    for (const text of ['[{"id":"1","id":"2"}]', '[{"amount":1.0000000000000000000001}]']) {
      expect(await read(text)).toEqual({ kind: 'single', found: [[1, text]] });
    }
  });

  it('takes one line as one document, and nothing as one that is empty', async () => {
    expect(await read('{"id":"1"}\n')).toEqual({ kind: 'single', found: [[1, '{"id":"1"}']] });
    expect(await read('')).toEqual({ kind: 'single', found: [[1, '']] });
  });
});
