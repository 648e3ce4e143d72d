import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { root } from '../house/sources.ts';

const text = readFileSync(join(root, 'test/bad/gradesMissing.yaml'), 'utf8');
const codesOf = (one: string) => checkDocument(one, { maxBytes: 100_000 }).findings.map(({ code }) => code);

it('a scale has to have shares for the grades of claims that its rule can apply to, and for no others', () => {
  expect(codesOf(text)).toContain('gradesMissing');
  expect(codesOf(text.replace('{1: 1, 2: 0.5}', '{1: 1, 2: 0.5, 3: 0.3, 4: 0.1}'))).not.toContain('gradesMissing');
  // Grades 3 and 4 are there in claims of another type alone.
  const few = text.replace('atMost: 4', 'atMost: 2');
  const other = `  work:
    label: 工伤
    facts:
      injury.grades: {label: 伤残等级, list: {integers: {atLeast: 1, atMost: 4}}, default: []}
layers:`;
  expect(codesOf(few.replace('layers:', other))).not.toContain('gradesMissing');
});
