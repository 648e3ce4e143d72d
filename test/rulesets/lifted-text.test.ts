import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digest } from '../../server/rulesets/digest.ts';
import type { Override, RuleSet } from '../../server/rulesets/language.ts';
import { liftedText, overtakenFigures, overtakenStandards } from '../../server/rulesets/lifted-text.ts';
import { resolve } from '../../server/rulesets/resolve.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';

const rules = join(import.meta.dirname, '../../rules');
const cityText = readFileSync(join(rules, '371500/liaocheng-2019.yaml'), 'utf8');
const county = readFileSync(join(rules, 'samples/371525-guanxian-sample.yaml'), 'utf8');
const maxBytes = 1 << 20;

/** The city's rules with some of its text replaced. */
function cityWith(...changes: readonly (readonly [from: string | RegExp, to: string])[]) {
  const text = changes.reduce((all, [from, to]) => {
    const changed = all.replace(from, to);
    if (changed === all) throw new Error(`nothing to replace: ${from}`);
    return changed;
  }, cityText);
  const { document, findings } = checkDocument(text, { maxBytes });
  if (document === null) throw new Error(JSON.stringify(findings[0]));
  const name = { jurisdiction: '371500', version: null, digest: digest(document) };
  return resolve({ document: document as RuleSet, name });
}

const documentOf = (text: string) => checkDocument(text, { maxBytes }).document as Override;
const higherCap = [/(accident\.medical:\s*\{?\s*value: )5000/, '$1' + '9000'] as const;

describe('figures that a city overtakes', () => {
  it('are none of those it leaves below', () => {
    expect(overtakenStandards(overtakenFigures(county, cityWith(), maxBytes))).toEqual([]);
  });

  it('are named by their standards', () => {
    expect(overtakenStandards(overtakenFigures(county, cityWith(higherCap), maxBytes))).toEqual(['accident.medical']);
  });
});

describe('a county’s text made ready', () => {
  const lifted = (city: ReturnType<typeof cityWith>) =>
    liftedText(county, documentOf(county), city, overtakenStandards(overtakenFigures(county, city, maxBytes)));

  it('is the same where nothing was overtaken', () => {
    expect(lifted(cityWith())).toBe(county);
  });

  it('leaves out what the city has gone beyond, and keeps all the rest with its comments', () => {
    const text = lifted(cityWith(higherCap));
    expect(text).toBe(county.replace(/ {2}accident\.medical: 8000.*\n/, ''));
    expect(checkDocument(text, { city: cityWith(higherCap), maxBytes }).document).not.toBeNull();
  });

  it('begins with the city’s rules where it began before them', () => {
    const city = cityWith([/from: 2019-01-01, to: 2019-12-31/, 'from: 2019-10-01, to: 2019-12-31']);
    expect(lifted(city)).toBe(county.replace('effective: {from: 2019-07-01', 'effective: {from: 2019-10-01'));
  });
});

describe('what a county gives some people', () => {
  const forSome = (value: string) =>
    county.replace(
      '\nstandards:',
      `\nkeyedStandards:\n  # 县内更高 · more in the county\n  accident.medical: {by: accident.death, value: ${value}}\nstandards:`,
    );
  const lifted = (text: string, city: ReturnType<typeof cityWith>) =>
    liftedText(text, documentOf(text), city, overtakenStandards(overtakenFigures(text, city, maxBytes)));

  it('is left out where the city has gone beyond all of it', () => {
    const text = forSome('{"true": 8500}');
    const city = cityWith(higherCap);
    expect(overtakenStandards(overtakenFigures(text, city, maxBytes))).toEqual(['accident.medical']);
    expect(lifted(text, city)).not.toMatch(/accident\.medical/);
    expect(checkDocument(lifted(text, city), { city, maxBytes }).document).not.toBeNull();
  });

  it('keeps what is still more than the city’s', () => {
    const city = cityWith(higherCap);
    const text = lifted(forSome('{"true": 9500, "false": 8500}'), city);
    expect(text).toContain('accident.medical: {by: accident.death, value: {"true": 9500}}');
    expect(checkDocument(text, { city, maxBytes }).document).not.toBeNull();
  });

  it('gains no figure at a key below that nobody wrote', () => {
    const stays = '{homeCounty: {1: 100, 3: 800}}';
    const text = county.replace(
      '\nstandards:',
      `\nkeyedStandards:\n  basicMedical.deductible: {by: hospital.place, value: ${stays}}\nstandards:`,
    );
    const city = cityWith([/(basicMedical\.deductible:\s*\{value: \{1: )200/, '$190']);
    expect(lifted(text, city)).toContain('{by: hospital.place, value: {homeCounty: {3: 800}}}');
  });
});
