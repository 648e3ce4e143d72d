import { describe, expect, it } from 'vitest';
import { readRequests } from '../../server/usecases/read-requests.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function read(text: string, size = 7) {
  const { single, texts } = await readRequests(inPieces(text, size));
  const found: [number, string][] = [];
  for await (const one of texts) found.push([one.line, one.text]);
  return { single, found };
}

describe('readRequests', () => {
  it('finds one document over many lines, as it stood', async () => {
    const text = '\n{\n  "claim":\n\n  {"type": "inpatient"}\n}\n';
    expect(await read(text)).toEqual({ single: true, found: [[2, '{\n  "claim":\n\n  {"type": "inpatient"}\n}']] });
  });

  it('finds one request a line, by its line', async () => {
    const text = '{"id":"1","claim":{}}\n\n{"id":"二","claim":{}}\r\nnot json\n{"id":"\u2028"}';
    const { single, found } = await read(text, 1);
    expect(single).toBe(false);
    expect(found.map(([line]) => line)).toEqual([1, 3, 4, 5]);
    expect(found[1]?.[1].trim()).toBe('{"id":"二","claim":{}}');
  });

  it('finds the lines after a bad first one', async () => {
    for (const first of ['{"id":1,,}', 'oops', '{"id": "cut", "cl']) {
      const second = '{"id":"2","claim":{}}';
      const found = [first, second].map((line, index) => [index + 1, line]);
      expect(await read(`${first}\n${second}\n`)).toEqual({ single: false, found });
    }
  });

  it('finds the items of an array', async () => {
    expect(await read('[{"id":"1"},\n{"id":"2"}]')).toEqual({
      single: false,
      found: [
        [1, '{"id":"1"}'],
        [1, '{"id":"2"}'],
      ],
    });
  });

  it('takes one line as one document, and nothing as one that is empty', async () => {
    expect(await read('{"id":"1"}\n')).toEqual({ single: true, found: [[1, '{"id":"1"}']] });
    expect(await read('')).toEqual({ single: true, found: [[1, '']] });
  });
});
