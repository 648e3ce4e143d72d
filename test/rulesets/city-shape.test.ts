import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { document, effective } from '../naive/documents.ts';

const city = effective(document('test/bad/_city.yaml') as RuleSet);

/** Errors of a county's text, each with the example it gives. */
function errorsOf(body: string): readonly string[] {
  const heading = 'kind: Override\njurisdiction: "990001"\nextends: "990000"\nreason: 虚构\n';
  const text = `${heading}effective: {from: 2020-01-01, to: 2020-12-31}\n${body}\n`;
  const { findings } = checkDocument(text, { maxBytes: 1 << 20, city });
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, args }) => `${code} ${String(args.example ?? '')}`.trim());
}

describe('a county’s value in another shape than its city’s', () => {
  it('is told with the rows that it would be, also where it is for some people alone', () => {
    const rows = '[{from: 0, to: 60, value: 500}, {from: 60, to: 61, value: 200}, {from: 61, value: 300}]';
    expect(errorsOf('standards: {basic.deductible: {60: 200}}')).toEqual([`rowsNotMap ${rows}`]);
    const some = 'keyedStandards: {basic.deductible: {by: illness.disease, value: {asthma: {60: 200}}}}';
    expect(errorsOf(some)).toEqual([`rowsNotMap ${rows}`]);
  });

  it('is told by which of the claim’s facts more for some would be given', () => {
    expect(errorsOf('standards: {basic.ratio: {2: {asthma: 0.75}}}')).toEqual([
      'keyBeyondCity basic.ratio: {by: illness.disease, value: {asthma: {2: 0.75}}}',
    ]);
    expect(errorsOf('standards: {basic.ratio: {2: {winter: 0.75}}}')).toEqual([
      'keyBeyondCity basic.ratio: {by: …, value: {…: …}}',
    ]);
  });

  it('is none where it leaves keys out, has rows of its own, or one figure for all keys', () => {
    expect(errorsOf('standards: {basic.ratio: {2: 0.75}, basic.asthmaCap: 6000}')).toEqual([]);
    expect(errorsOf('standards: {basic.deductible: [{from: 0, to: 50, value: 400}, {from: 50, value: 250}]}')).toEqual(
      [],
    );
  });
});
