import { compareValues } from '../rulesets/compare-values.ts';
import type { Operand } from '../rulesets/comparison.ts';
import type { EffectiveRuleSet, EffectiveStandard, Rule } from '../rulesets/effective-rule-set.ts';
import type { StandardValue } from '../rulesets/language.ts';
import type { Facts } from './facts.ts';
import { Figures, type StandardReading } from './figures.ts';
import type { KeptReasons } from './kept-reasons.ts';
import type { UsedStandard } from './settlement.ts';

/**
 * The standards that a rule reads in one plan. Claims of a profile read the same values, but may have come to them by
 * other keys (the second stay of a year and the third, two totals in one row): each is told its own.
 */
export class ReadStandards {
  readonly #ruleSet: EffectiveRuleSet;
  readonly #rule: Rule;
  readonly #readings: readonly StandardReading[];
  readonly #kept: KeptReasons;
  #last: { readonly keys: Facts; readonly standards: readonly UsedStandard[] } | null = null;

  constructor(ruleSet: EffectiveRuleSet, rule: Rule, readings: readonly StandardReading[], kept: KeptReasons) {
    this.#ruleSet = ruleSet;
    this.#rule = rule;
    this.#readings = readings;
    this.#kept = kept;
  }

  /** Under the keys of a claim of the profile; of the same keys the same array. */
  of(facts: Facts): readonly UsedStandard[] {
    if (this.#last !== null && haveAgain(this.#last.keys, facts)) return this.#last.standards;
    const readings = this.#readings.map((reading) => ({ ...reading, key: keyOf(reading, facts) }));
    const by = this.#readings.flatMap(({ standard }) => standard.by);
    const standards = this.#kept.standards(this.#rule, readings, () => usedStandards(this.#ruleSet, readings));
    this.#last = { keys: new Map([...facts].filter(([fact]) => by.includes(fact))), standards };
    return standards;
  }
}

function haveAgain(keys: Facts, facts: Facts): boolean {
  for (const [fact, key] of keys) if (facts.get(fact) !== key) return false;
  return true;
}

/** What is no fact of a claim, terms and the grade of a scale, is the plan's own. */
function keyOf({ standard, key }: StandardReading, facts: Facts): readonly Operand[] {
  return key.map((own, depth) => facts.get(standard.by[depth] ?? '') ?? own);
}

function usedStandards(ruleSet: EffectiveRuleSet, readings: readonly StandardReading[]): readonly UsedStandard[] {
  const seen = new Map(readings.map((reading) => [`${reading.standard.id} ${reading.key.join(' ')}`, reading]));
  return [...seen.values()].map((reading) => {
    const { standard, key, value } = reading;
    const cityValue = standard.cityValue === null ? null : cityFigure(standard, key);
    return {
      id: standard.id,
      label: standard.label,
      key: key.map(String),
      value,
      unit: standard.unit,
      origin: originOf(ruleSet, reading, cityValue),
      cityValue,
      clause: standard.clause,
      verified: standard.verified,
    };
  });
}

/** Whose figure was read: of a standard that its county raises under some keys, the others are the city's still. */
function originOf(
  { base, override }: EffectiveRuleSet,
  { standard, value }: StandardReading,
  cityValue: StandardValue | null,
): UsedStandard['origin'] {
  const isCitys = cityValue !== null && compareValues({ ...standard, by: [] }, cityValue, value) === 'equal';
  const name = standard.origin === 'county' && override !== null && !isCitys ? override : base;
  return { jurisdiction: name.jurisdiction, version: name.version };
}

/** The city's figure under the keys that the effective one was read by. */
function cityFigure(standard: EffectiveStandard, key: readonly Operand[]): StandardValue | null {
  if (standard.cityValue === null) return null;
  const own = { ...standard, value: standard.cityValue };
  const keys = new Map<string, Operand>(standard.by.map((fact, depth) => [fact, key[depth]]));
  const standards = new Map([[standard.id, own]]);
  try {
    return new Figures({ standards }, (fact) => keys.get(fact)).read(`$${standard.id}`);
  } catch {
    // The city may have no figure here at all (`none`), or none under this key.
    return null;
  }
}
