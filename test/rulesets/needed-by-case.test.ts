import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { rulesOfClaimType } from '../../server/engine/claim-type.ts';
import { factsOf } from '../../server/engine/facts.ts';
import { claimCheck } from '../../server/rulesets/claim-check.ts';
import { digest } from '../../server/rulesets/digest.ts';
import type { EffectiveRuleSet, FactDefault } from '../../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { publishedClaimSchema } from '../../server/rulesets/published-claim-schema.ts';
import { resolve } from '../../server/rulesets/resolve.ts';
import { newAjv } from '../../server/rulesets/schemas.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { cityRuleSet } from '../city.ts';

const city = cityRuleSet();
const stay = { type: 'inpatient', hospital: { level: 1 }, cost: { inScope: 20_000 } };

function plan(code: string): EffectiveRuleSet {
  const text = readFileSync(join(import.meta.dirname, `../cities/${code}/plan.yaml`), 'utf8');
  const document = checkDocument(text, { maxBytes: 8 << 20 }).document as RuleSet;
  return resolve({ document, name: { jurisdiction: document.jurisdiction, version: null, digest: digest(document) } });
}

/** The city's rules with another default of one fact of a stay. */
function withDefault(id: string, given: FactDefault): EffectiveRuleSet {
  const claims = new Map(city.claims);
  const declared = claims.get('inpatient');
  const fact = declared?.facts.get(id);
  if (declared === undefined || fact === undefined) throw new Error(`no ${id}`);
  claims.set('inpatient', { ...declared, facts: new Map(declared.facts).set(id, { ...fact, default: given }) });
  return { ...city, claims };
}

/** The claims that leave out or say each of some facts in every way. */
function claimsOf(base: Readonly<Record<string, unknown>>, facts: Readonly<Record<string, readonly unknown[]>>) {
  return Object.entries(facts).reduce<readonly Record<string, unknown>[]>(
    (all, [id, values]) => all.flatMap((claim) => [claim, ...values.map((value) => said(claim, id.split('.'), value))]),
    [base],
  );
}

function said(
  claim: Record<string, unknown>,
  [step = '', ...further]: readonly string[],
  value: unknown,
): typeof claim {
  if (further.length === 0) return { ...claim, [step]: value };
  return { ...claim, [step]: said((claim[step] ?? {}) as Record<string, unknown>, further, value) };
}

/** Whether the engine finds every fact that it needs. */
function isWhole(rules: EffectiveRuleSet, claim: { readonly type: string }): boolean {
  try {
    factsOf(rulesOfClaimType(rules, claim.type), claim, '2019-06-01');
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.findings.every(({ code }) => code === 'factNeeded')) return false;
    throw error;
  }
}

describe('the published schema', () => {
  const places = ['homeCounty', 'city', 'outsideCity'];
  const stays = claimsOf(stay, {
    'hospital.place': places,
    'referral.status': ['notNeeded', 'completed', 'emergency', 'missing'],
    'referral.admittedOn': ['2019-05-20'],
  });

  it.each<[string, EffectiveRuleSet]>([
    ['the city has them', city],
    [
      'where nothing is said of the place it stands for one outside',
      withDefault('hospital.place', { kind: 'value', value: 'city' }),
    ],
    ['the place may be unknown', withDefault('hospital.place', { kind: 'absent' })],
    ['a place is always said', withDefault('hospital.place', { kind: 'required' })],
  ])('takes a claim exactly where it has the facts that are needed by case, as %s', (_, rules) => {
    const accepts = newAjv().compile(publishedClaimSchema(rules, 'inpatient'));
    const check = claimCheck(rules);
    const whole = stays.filter((claim) => check(claim).length === 0 && isWhole(rules, claim as typeof stay));
    expect(whole.length).toBeGreaterThan(5);
    expect(whole.length).toBeLessThan(stays.length);
    expect(stays.filter((claim) => accepts(claim))).toEqual(whole);
  });

  it('names what no case tells, and nothing where the cases tell all', () => {
    expect(publishedClaimSchema(city, 'outpatient').description).toBe('outpatient visit');
    expect(publishedClaimSchema(city, 'funding')).not.toHaveProperty('allOf');
    const values = new Map([['homeCounty', 'emergency']]);
    const chained = withDefault('referral.status', { kind: 'by', fact: 'hospital.place', values });
    expect(publishedClaimSchema(chained, 'inpatient').description).toMatch(/not all told here: referral\.admittedOn$/);
  });

  it('names dates that are bounded by each other', () => {
    expect(publishedClaimSchema(city, 'inpatient').description).toBe(
      'inpatient stay. 两个日期相隔的天数另有限制 · days from one date to another are bounded: ' +
        'referral.admittedOn → referral.completedOn ≥ 0; referral.admittedOn → discharge ≥ 0',
    );
  });

  it('is a JSON Schema in the cities that have such facts, with those by case or named', () => {
    const told = ['230800', '990011'].flatMap((code) => {
      const rules = plan(code);
      return [...rules.claims.keys()].map((type) => publishedClaimSchema(rules, type));
    });
    expect(told.filter((schema) => newAjv().validateSchema(schema) !== true)).toEqual([]);
    expect(told.filter((schema) => 'allOf' in schema)).toHaveLength(1);
    expect(told.filter(({ description }) => String(description).endsWith(': household.income'))).toHaveLength(1);
  });
});

describe('a wrong claim', () => {
  const found = (claim: unknown) => claimCheck(city)(claim).map(({ code, at }) => `${code} ${at?.pointer}`);
  const away = { ...stay, hospital: { level: 1, place: 'city' }, cost: {} };

  it.each<[string, unknown, readonly string[]]>([
    ['what its place asks for', away, ['factNeeded /claim/referral/status', 'claimFieldMissing /claim/cost/inScope']],
    [
      'what its referral asks for, not what it says itself',
      { ...away, referral: { status: 'emergency' } },
      ['factNeeded /claim/referral/admittedOn', 'claimFieldMissing /claim/cost/inScope'],
    ],
    ['nothing that its place does not ask for', { ...stay, cost: {} }, ['claimFieldMissing /claim/cost/inScope']],
    ['a mistyped name once', { ...away, cost: stay.cost, referal: {} }, ['claimFieldUnknown /claim/referal']],
    [
      'a mistyped name of a group once',
      { ...away, cost: stay.cost, referral: { stauts: 'completed' } },
      ['claimFieldUnknown /claim/referral/stauts'],
    ],
    [
      'what its place asks for where something else stands',
      { ...away, cost: stay.cost, referral: [] },
      ['claimWrongType /claim/referral', 'factNeeded /claim/referral/status'],
    ],
  ])('is told %s, in one look', (_, claim, expected) => {
    expect(found(claim)).toEqual(expected);
  });
});
