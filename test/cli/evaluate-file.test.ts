import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestLine } from '../http/batch/rooms.ts';
import { dixian, emptyFolder, finished, type Run, start } from './dixian.ts';

// Of a file of more than 64 KB every thread that was asked for reads and writes by itself.

const folder = emptyFolder();
const at = (name: string) => join(folder.path, name);
const MANY = 1_000;
const opened: number[] = [];

/** Claims, with every kind of line between them that is none; the last has no line feed. */
const mixed = () => {
  const others = ['', 'no json', '{}', '\xff', `"${'x'.repeat(300_000)}"`, `"${'y'.repeat(262_142)}"`, ' '];
  const lines = Array.from({ length: MANY }, (_, index) => {
    if (index === MANY / 2) return others[4];
    return index % 50 === 7 ? others[((index - 7) / 50) % 7] : requestLine(`c-${index}`);
  });
  return `\xef\xbb\xbf${lines.join('\n')}`;
};

function descriptor(name: string, flags = 'r'): number {
  opened.push(openSync(at(name), flags));
  return opened.at(-1) as number;
}

/** Runs the command with a number of threads, from a file to a file. */
async function fromTo(workers: number, input: string, read = 0): Promise<Run> {
  const from = descriptor(input);
  if (read > 0) readSync(from, Buffer.alloc(read));
  const args = ['evaluate', '-', '--workers', String(workers)];
  const { code, err } = await finished(start(args, { from, to: descriptor('out', 'w') }));
  return { code, err, out: readFileSync(at('out'), 'latin1') };
}

beforeAll(() => {
  writeFileSync(at('mixed'), mixed(), 'latin1');
  writeFileSync(at('good'), Array.from({ length: MANY }, (_, index) => `${requestLine(`c-${index}`)}\n`).join(''));
});
afterAll(() => {
  for (const one of opened) closeSync(one);
  folder.remove();
});

const idsOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((text) => (JSON.parse(text) as { id: string }).id);
const ids = Array.from({ length: MANY }, (_, index) => `c-${index}`);

describe('dixian evaluate over a file', () => {
  it('writes the same bytes whatever the number of threads, and ends the same', async () => {
    const one = await fromTo(1, 'mixed');
    expect(one).toMatchObject({ code: 1, err: '' });
    expect(one.out.split('"code":"lineTooLong"').length - 1).toBeGreaterThan(5);
    for (const workers of [2, 3]) expect(same(await fromTo(workers, 'mixed'), one)).toBe(true);
    const named = await dixian(['evaluate', at('mixed'), '--workers', '2']);
    expect(named.code === 1 && Buffer.from(named.out).toString('latin1') === one.out).toBe(true);
  });

  it('answers in the order of the lines', async () => {
    const { code, err, out } = await fromTo(3, 'good');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(idsOf(out)).toEqual(ids);
  });

  it('reads on from where the file stands', async () => {
    const [first = ''] = readFileSync(at('good'), 'utf8').split('\n', 1);
    const { code, out } = await fromTo(2, 'good', first.length + 1);
    expect(code).toBe(0);
    expect(idsOf(out)).toEqual(ids.slice(1));
  });

  it('waits for a reader that is slow, and loses nothing', async () => {
    const child = start(['evaluate', '-', '--workers', '2'], { from: descriptor('good') });
    const { stdout } = child;
    if (stdout === null) throw new Error('no pipe');
    const run = finished(child);
    let pauses = 0;
    stdout.on('data', () => {
      if (pauses === 20) return;
      pauses += 1;
      stdout.pause();
      setTimeout(() => stdout.resume(), 25);
    });
    const { code, err, out } = await run;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(idsOf(out)).toEqual(ids);
    expect(pauses).toBe(20);
  });

  it('ends quietly where the reader leaves', async () => {
    const child = start(['evaluate', '-', '--workers', '2'], { from: descriptor('good') });
    const run = finished(child);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await run).toMatchObject({ code: 0, err: '' });
  });

  it('ends as with one thread where the answers cannot be written', async () => {
    const to = openSync('/dev/full', 'w');
    opened.push(to);
    const runs = ['1', '2'].map((workers) =>
      finished(start(['evaluate', '-', '--workers', workers], { from: descriptor('good'), to })),
    );
    const [one, two] = await Promise.all(runs);
    expect(one?.code).toBe(2);
    expect(two).toEqual(one);
  });
});

/** Not by toEqual, which would print megabytes. */
function same(one: Run, other: Run): boolean {
  return one.code === other.code && one.err === other.err && one.out === other.out;
}
