import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documents } from '../../server/domain/messages/zh/documents.ts';
import { digest } from '../../server/rulesets/digest.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { resolve } from '../../server/rulesets/resolve.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { rendered } from './rendering.ts';

const folder = import.meta.dirname;
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml') && !name.startsWith('_'))
  .map((name) => name.slice(0, -'.yaml'.length));

/** Complaints that only texts too large to keep here can make; parse.test.ts makes them. */
const madeElsewhere = ['documentTooLarge', 'tooManyNodes'];

/** With UPDATE_EXPECTED=1 the expected files are written anew, to be read by eye. */
const update = process.env.UPDATE_EXPECTED === '1';

function cityOfCorpus() {
  const { document, findings } = checkDocument(read('_city.yaml'), { maxBytes: 1 << 20 });
  // Some of its figures are there for the bad overrides alone.
  expect(findings.filter(({ code }) => code !== 'standardUnread')).toEqual([]);
  const city = document as RuleSet;
  return resolve({ document: city, name: { jurisdiction: '990000', version: '1.0.0', digest: digest(city) } });
}

const city = cityOfCorpus();
const codes = new Set(['990000', '990001', '990002']);
const check = (name: string) => checkDocument(read(`${name}.yaml`), { maxBytes: 1 << 20, city, codes });

describe('bad documents', () => {
  it.each(names)('%s', (name) => {
    const { findings, document } = check(name);
    const words = rendered(findings, read(`${name}.yaml`));
    if (update) writeFileSync(join(folder, `${name}.expected.txt`), words);
    expect(words).toBe(read(`${name}.expected.txt`));
    expect(document === null).toBe(findings.some(({ severity }) => severity === 'error'));
  });

  it('hold one defect each, named by its code', () => {
    for (const name of names) {
      const found = new Set(check(name).findings.map(({ code }) => code));
      expect([...found], name).toEqual([name.split('-')[0]]);
    }
  });

  it('hold every complaint that can be made', () => {
    const made = new Set(names.map((name) => name.split('-')[0]));
    const complaints = Object.keys(documents).filter((code) => !madeElsewhere.includes(code));
    expect([...made].sort()).toEqual(complaints.sort());
  });

  it('leave nothing expected that is not there', () => {
    const expected = readdirSync(folder).filter((name) => name.endsWith('.expected.txt'));
    expect(expected.map((name) => name.replace('.expected.txt', '')).sort()).toEqual([...names].sort());
  });
});
