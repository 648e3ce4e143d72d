import type { ChangeClass } from '../analysis/diff/change.ts';
import { type ChangeReport, classWords, type ToldChange } from '../http/changes/change-report.ts';
import { htmlText } from '../http/changes/html.ts';
import { plainText } from '../http/changes/plain-text.ts';

/** Classes that a run of tests fails for. */
const failing: ReadonlySet<ChangeClass> = new Set(['worse', 'mixed', 'undetermined']);

/** A comparison as JUnit XML: a test case for each change, a failure for each that is not good for everybody. */
export function junitOf({ title, sections, language }: ChangeReport): string {
  const cases = sections.flatMap(({ groups }) =>
    groups.flatMap(({ label, changes }) => changes.map((one) => caseOf(one, label))),
  );
  const failures = sections.flatMap(({ groups }) => groups.flatMap(({ changes }) => changes.filter(fails))).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="dixian diff" ${counts}>`,
    `<testsuite name="${htmlText(title)}" ${counts} skipped="0">`,
    ...cases,
    '</testsuite>',
    '</testsuites>',
    '',
  ].join('\n');

  function caseOf(one: ToldChange, group: string): string {
    const { change, sentence } = one;
    const head = `<testcase classname="${htmlText(group)}" name="${htmlText(sentence)}"`;
    if (!fails(one)) return `${head}/>`;
    const type = `type="${change.class}" message="${htmlText(classWords(change.class, language))}"`;
    return `${head}><failure ${type}>${htmlText(`${sentence}\n${plainText(`${change.kind} ${change.id} ${change.fingerprint}`)}`)}</failure></testcase>`;
  }
}

function fails({ change }: ToldChange): boolean {
  return failing.has(change.class);
}
