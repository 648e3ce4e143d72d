import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimCheck } from '../../server/rulesets/claim-check.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { effectiveOf, otherCity } from '../analysis/edges/changed.ts';
import { root } from '../house/sources.ts';

const plan = readFileSync(join(root, 'test/cities/990010/plan.yaml'), 'utf8');

/** What is found in the invented city's text with one line of it another: code, pointer. */
function found(line: string, other: string): readonly string[] {
  expect(plan).toContain(line);
  const { findings } = checkDocument(plan.replace(line, other), { maxBytes: 1 << 20 });
  return findings.map(({ code, at }) => `${code} ${at?.pointer ?? ''}`);
}

const facts = '/claims/harvest/facts';
const area = 'field.area: {label: {zh: 受灾面积, en: damaged area}, decimal: {}}';
const sum = 'sum: {amount: $crops.perMu, times: $crops.stageShare, each: [field.area, loss.share]}';

describe('a text with decimal facts', () => {
  it.each([
    [
      'a default with more decimals than the fact',
      '{}}',
      '{}, default: 1.125}',
      `outOfRange ${facts}/field.area/default`,
    ],
    ['a default below its bound', '{}}', '{atLeast: 2}, default: 1.5}', `outOfRange ${facts}/field.area/default`],
    ['bounds the wrong way round', '{}}', '{atLeast: 2, atMost: 1.5}}', `boundsBackwards ${facts}/field.area`],
    ['no decimals at all', '{}}', '{places: 0}}', `outOfRange ${facts}/field.area/decimal/places`],
    ['more decimals than are told apart', '{}}', '{places: 5}}', `outOfRange ${facts}/field.area/decimal/places`],
    ['a bound below zero', '{}}', '{atLeast: -1}}', `outOfRange ${facts}/field.area/decimal/atLeast`],
  ])('is refused for %s', (_, given, other, complaint) => {
    expect(found(area, area.replace(given, other))).toContain(complaint);
  });

  it.each([
    ['a word', 'each: [field.area, field.areas]', 'unknownFact /rules/0/event/params/sum/each/1'],
    ['a choice', 'each: [field.area, crop.kind]', 'wrongFactKind /rules/0/event/params/sum/each/1'],
    ['the same twice', 'each: [field.area, field.area]', 'repeatedItem /rules/0/event/params/sum/each/1'],
    ['one alone in a list', 'each: [field.area]', 'tooFew /rules/0/event/params/sum/each'],
  ])('is refused where figures count %s', (_, each, complaint) => {
    expect(found(sum, sum.replace(/each: .*\]/, each))).toContain(complaint);
  });

  it('is refused where days or units are counted one by one', () => {
    const event = `event: {type: sum, params: {${sum}}}`;
    const allowance = 'event: {type: allowance, params: {rate: $crops.perMu, count: field.area}}';
    expect(found(event, allowance)).toContain('wrongFactKind /rules/0/event/params/count');
  });
});

describe('a claim with decimal facts', () => {
  const check = claimCheck(effectiveOf(otherCity('990010')));
  const claim = (share: unknown, damaged: unknown = 3.5) => ({
    type: 'harvest',
    crop: { kind: 'wheat', stage: 'ripening' },
    field: { insured: 10, area: damaged },
    loss: { share },
  });

  it.each([0, 0.0001, 0.1, 0.3, 0.7, 0.9999, 1])('may say %s of four decimals', (share) => {
    expect(check(claim(share))).toEqual([]);
  });

  it.each([
    ['five decimals', claim(0.12345), 'claimNotDecimal /claim/loss/share'],
    ['more than all', claim(1.0001), 'claimOutOfRange /claim/loss/share'],
    ['less than nothing', claim(-0.1), 'claimOutOfRange /claim/loss/share'],
    ['a text', claim('0.5'), 'claimWrongType /claim/loss/share'],
    ['three decimals of two', claim(0.5, 1.005), 'claimNotDecimal /claim/field/area'],
    ['too large a number', claim(0.5, 1e10), 'claimOutOfRange /claim/field/area'],
  ])('is refused for %s', (_, given, complaint) => {
    const [first, ...others] = check(given);
    expect([`${first?.code} ${first?.at?.pointer}`, others]).toEqual([complaint, []]);
  });
});
