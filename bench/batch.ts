import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLAIMS, DATE, inpatientClaims } from './claims.ts';
import { answersOf, type Program, peakMemory, pinned, timeOf } from './lines-process.ts';
import { type Measured, measure, median, ratio, type Subject } from './rounds.ts';
import { type Row, row, wanted } from './rows.ts';

/** Requests of the claims that the settlements are measured over, half of them of a county, one a line. */
function requests(): string {
  const lines = inpatientClaims(CLAIMS).map((claim, index) =>
    JSON.stringify({ id: `c-${index}`, jurisdiction: index % 2 === 0 ? '371500' : '371525', date: DATE, claim }),
  );
  return `${lines.join('\n')}\n`;
}

/**
 * `dixian evaluate -` as a process, from a file to nowhere, against a process that parses each line and writes an answer of
 * the same size. What a process takes for the first tenth, in which it starts, meets nearly every profile for the first time
 * and has its code made quick, is measured apart and taken off.
 */
export async function batches(root: string, quick: boolean): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dixian-batch-'));
  try {
    const times = quick ? 10 : 40;
    const text = requests();
    const file = (name: string, content: string) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const once = file('once.ndjson', text);
    const long = file('long.ndjson', text.repeat(times));
    const tenth = file('tenth.ndjson', text.repeat(times / 10));
    const dixian = (workers: number): Program => ({
      args: [join(root, 'server/dixian.mjs'), 'evaluate', '-', '--workers', String(workers)],
      cores: workers,
    });
    const answers = file('answers.ndjson', sameAnswers(dixian(1), dixian(2), once));
    const json = (...args: string[]): Program => ({
      args: [join(root, 'bench/subjects/parse-and-stringify.mjs'), ...args],
      cores: 1,
    });
    const programs = new Map<string, Program>([
      ['dixian, one core', dixian(1)],
      ['dixian, two cores', dixian(2)],
      ['parse a request, stringify an answer, one core', json(answers)],
      ['parse and stringify a request, one core', json()],
    ]);
    const rows = await rounds(programs, long, tenth, times * CLAIMS, quick);
    const peaks: Row[] = [];
    for (const thousands of quick ? [100] : [100, 400]) {
      for (const workers of [1, 2]) {
        const peak = await peakMemory(dixian(workers), text, (thousands * 1_000) / CLAIMS);
        peaks.push(row(`batch: most memory over ${thousands},000 lines, ${workers} thread(s)`, peak, 'MB'));
      }
    }
    return [...rows, ...peaks];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The answers to a file, which must be the same for both programs and all be settlements. */
function sameAnswers(one: Program, other: Program, input: string): string {
  const [first, second] = [answersOf(one, input), answersOf(other, input)];
  if (first.sha256 !== second.sha256) throw new Error('one thread and two answer differently');
  if (first.text.split('\n').length !== CLAIMS + 1 || first.text.includes('"problem":'))
    throw new Error('not every claim is settled');
  return first.text;
}

async function rounds(
  programs: ReadonlyMap<string, Program>,
  long: string,
  tenth: string,
  lines: number,
  quick: boolean,
): Promise<readonly Row[]> {
  const starts = new Map<string, number>();
  for (const [name, program] of programs) starts.set(name, median([1, 2, 3].map(() => timeOf(program, tenth))));
  const subjects = [...programs].map(
    ([name, program]): Subject => ({
      name,
      round() {
        timeOf(program, long);
        return lines;
      },
    }),
  );
  const whole = await measure(subjects, quick ? 2 : 3, 0);
  const net = whole.map(({ name, rounds: taken }): Measured => {
    const own = taken.map((time) => (time * lines - (starts.get(name) ?? 0)) / (0.9 * lines));
    return { name, median: median(own), best: Math.min(...own), rounds: own };
  });
  const [one, two, answer, request] = net as [Measured, Measured, Measured, Measured];
  const [wholeOne, wholeTwo, wholeAnswer] = whole as [Measured, Measured, Measured, Measured];
  return [
    row(`batch: lines of a round${pinned ? '' : ' (cores not held down: no taskset here)'}`, lines, ''),
    ...net.map(({ name, median: time }) => row(`batch: ${name}, a line`, time, 'ns')),
    ...[...starts].map(([name, start]) => row(`batch: ${name}, first tenth, taken off`, start / 1e6, 'ms')),
    wanted('batch, one core: dixian : parse and stringify', ratio(one, answer), '≥ 0.5', (found) => found >= 0.5),
    row('batch, one core: dixian : parse and stringify the request alone', ratio(one, request), '×'),
    wanted('batch: two cores : one', ratio(two, one), '≥ 1.7', (found) => found >= 1.7),
    row('batch, one core, nothing taken off: dixian : parse and stringify', ratio(wholeOne, wholeAnswer), '×'),
    row('batch, nothing taken off: two cores : one', ratio(wholeTwo, wholeOne), '×'),
  ];
}
