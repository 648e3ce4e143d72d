import type { EffectiveRuleSet, Reading } from '../../../rulesets/effective-rule-set.ts';
import { sameJson } from '../../../rulesets/same-value.ts';
import { type Difference, partOf } from '../difference.ts';
import { mapDifferences, partDifferences } from './presence.ts';

/** What a rule set says in words: title, period, clauses, readings, what it leaves out. And how bill items become pots, and what these are called. */
export function* textDifferences(before: EffectiveRuleSet, after: EffectiveRuleSet): Generator<Difference> {
  yield* partDifferences({ subject: 'ruleSet', id: '' }, before, after, {
    period: ({ period }) => period,
    label: ({ title }) => title,
  });
  if (!sameJson(before.costs, after.costs))
    yield partOf({ subject: 'costs', id: '' }, 'costs', before.costs, after.costs);
  for (const pot of new Set([...before.pots.keys(), ...after.pots.keys()])) {
    const [own, other] = [before.pots.get(pot) ?? null, after.pots.get(pot) ?? null];
    if (!sameJson(own, other)) yield partOf({ subject: 'costs', id: pot }, 'label', own, other);
  }
  yield* mapDifferences(
    {
      subject: 'clause',
      written: (label) => label,
      inside: (id, own, other) => partDifferences({ subject: 'clause', id }, own, other, { label: (label) => label }),
    },
    before.clauses,
    after.clauses,
  );
  yield* mapDifferences(
    {
      subject: 'reading',
      written: (reading) => reading,
      inside: (id, own, other) =>
        partDifferences({ subject: 'reading', id }, own, other, {
          about: ({ clause, standard, rule, limit }) => ({ clause, standard, rule, limit }),
          label: ({ label }) => label,
        }),
    },
    readingsById(before),
    readingsById(after),
  );
  yield* mapDifferences(
    { subject: 'leftOut', written: (one) => one, inside: () => [] },
    leftOutByWords(before),
    leftOutByWords(after),
  );
}

function readingsById({ readings }: EffectiveRuleSet): ReadonlyMap<string, Reading> {
  return new Map(readings.map((reading) => [reading.id, reading]));
}

/** What is left out has no id: other words are another thing left out. */
function leftOutByWords({ leftOut }: EffectiveRuleSet) {
  return new Map(leftOut.map((one) => [`${one.clause} ${one.label.zh} ${one.label.en}`, one]));
}
