import type { Label } from '../../../domain/label.ts';
import type { EffectiveRuleSet, Reading } from '../../../rulesets/effective-rule-set.ts';
import { sameJson } from '../../../rulesets/same-value.ts';
import { type Difference, partOf } from '../difference.ts';
import { mapDifferences, partDifferences } from './presence.ts';

/** What a rule set says in words: title, period, clauses, readings, what it leaves out. How bill items become pots, and what these, channels and periods are called. */
export function* textDifferences(before: EffectiveRuleSet, after: EffectiveRuleSet): Generator<Difference> {
  yield* partDifferences({ subject: 'ruleSet', id: '' }, before, after, {
    period: ({ period }) => period,
    label: ({ title }) => title,
  });
  if (!sameJson(before.costs, after.costs))
    yield partOf({ subject: 'costs', id: '' }, 'costs', before.costs, after.costs);
  yield* labelDifferences('costs', before.pots, after.pots);
  yield* labelDifferences('channel', before.channels, after.channels);
  yield* labelDifferences('countedPeriod', before.periods, after.periods);
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

/** What people call things that are there whether or not the rule set has words for them. */
function* labelDifferences(
  subject: 'costs' | 'channel' | 'countedPeriod',
  before: ReadonlyMap<string, Label>,
  after: ReadonlyMap<string, Label>,
): Generator<Difference> {
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [own, other] = [before.get(id) ?? null, after.get(id) ?? null];
    if (!sameJson(own, other)) yield partOf({ subject, id }, 'label', own, other);
  }
}

function readingsById({ readings }: EffectiveRuleSet): ReadonlyMap<string, Reading> {
  return new Map(readings.map((reading) => [reading.id, reading]));
}

/** What is left out has no id: other words are another thing left out. */
function leftOutByWords({ leftOut }: EffectiveRuleSet) {
  return new Map(leftOut.map((one) => [`${one.clause} ${one.label.zh} ${one.label.en}`, one]));
}
