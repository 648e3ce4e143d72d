import { labelOf } from '../../domain/label.ts';
import { compareValues } from '../compare-values.ts';
import type { EffectiveRuleSet } from '../effective-rule-set.ts';
import type { Override, StandardValue } from '../language.ts';
import { asTheCityHasIt } from '../own-key.ts';
import { stepInto } from '../positions.ts';
import { inBoth } from '../words.ts';
import { type Complaint, doubtful } from './complaint.ts';
import { figureWords, seeClause } from './floor.ts';
import type { ValueToCheck } from './keyed-values.ts';

/**
 * Where the city only advises, a county may go the other way; the reason it gives is what the city reads when it reviews.
 * A text always has a reason of its own, so none is ever without one.
 */
export function* checkAdvice(document: Override, city: EffectiveRuleSet): Generator<Complaint> {
  for (const [id, value] of Object.entries<StandardValue>(document.standards ?? {})) {
    const standard = city.standards.get(id);
    if (standard === undefined) continue;
    yield* adviceLeft({ standard, value, pointer: stepInto('/standards', id) }, document, city);
  }
}

/** The same of one value, which may be some people's. */
export function* adviceLeft(
  { standard, value, pointer }: Pick<ValueToCheck, 'standard' | 'value' | 'pointer'>,
  document: Override,
  city: EffectiveRuleSet,
): Generator<Complaint> {
  if (standard.county !== 'advise') return;
  const comparison = compareValues(standard, standard.value, value);
  if (comparison === 'equal' || comparison === 'better') return;
  const own = document.reasons?.[standard.id];
  yield doubtful('adviceLeft', pointer, {
    standard: standard.id,
    label: standard.label,
    given: figureWords(standard, value, city),
    city: figureWords(standard, asTheCityHasIt(standard).value, city),
    see: seeClause(standard, city),
    reason: labelOf(own ?? document.reason, ''),
    more: own === undefined ? inBoth('reasonOfAll') : { zh: '', en: '' },
  });
}
