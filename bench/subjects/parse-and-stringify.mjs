// What nobody can avoid who answers JSON lines in Node: each line of the input is parsed, and an object is written as JSON.
// With a file of answers, one a line, those objects in turn, which are as large as what dixian writes; without one the
// request itself.
import { readFileSync } from 'node:fs';

const [, , file] = process.argv;
const answers =
  file === undefined
    ? null
    : readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
const decoder = new TextDecoder();
let [rest, out, count] = ['', '', 0];
for await (const piece of process.stdin) {
  const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
  rest = lines.pop();
  for (const line of lines) {
    const request = JSON.parse(line);
    out += `${JSON.stringify(answers === null ? request : answers[count % answers.length])}\n`;
    count += 1;
    if (out.length < 64 * 1024) continue;
    if (!process.stdout.write(out)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    out = '';
  }
}
process.stdout.write(out);
